#pragma once

#include "app/practice/accounts.h"
#include "app/practice/closing.h"
#include "app/practice/desk.h"
#include "app/practice/intake.h"
#include "app/practice/outreach.h"
#include "app/practice/posting.h"
#include "app/practice/practiceoptions.h"

#include <QJsonArray>

namespace greenline::practice {

/// What a practice workspace knows and can do, without any wire: REST, DDP and the webhook all work on this one.
/// Documents are read and changed directly; whoever changes one tells the streams, or lets desk, closing, posting,
/// presence or accounts do both.
class State
{
public:
    State(const PracticeOptions &wanted, Faults &mischief, Clock &time);

    const PracticeOptions options;
    const Release release;
    Clock &clock;
    Faults &faults;
    Documents documents;
    Settings settings;
    Access access;
    Streams streams;
    Accounts accounts;
    Presence presence;
    Desk desk;
    Closing closing;
    Posting posting;
    Intake intake;
    Outreach outreach;

    QJsonArray settingChanges; ///< By calls: [{"setting", "from", "to", "at"}].

    bool isBefore(int major, int minor) const { return release < Release{major, minor}; }
    bool hasLicence() const { return options.licence == Licence::Enterprise; }
    /// Of the licence; a module that was taken away is refused like all of them without a licence.
    const QStringList &modules() const { return m_modules; }
    void setModules(const QStringList &modules); ///< And tells the streams.
    void setSite(const QUrl &site); ///< Site_Url, once the port is known.

private:
    QStringList m_modules;
};

} // namespace greenline::practice
