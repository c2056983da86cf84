#pragma once

#include "app/base/clock.h"
#include "app/http/httpclient.h"
#include "app/setup/checkup.h"
#include "ui/check/checkentry.h"
#include "ui/check/checkrequest.h"

#include <QObject>

#include <memory>

namespace greenline {

class SettingsFile;

/// One check of a set-up from the command line: signs in, finds out which account and number are meant, runs the
/// checks, and signs out again. It changes nothing and sends nothing.
class CheckRun : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Clock &clock;
        SecretStore &secrets;
        const AccountFile &accounts;
        SettingsFile &settings; ///< What the wizard remembered.
        Terminal &terminal;
        QProcessEnvironment environment;
    };
    CheckRun(const CheckRequest &request, const Needs &needs, QObject *parent = nullptr);

    struct Answer {
        QByteArray text = {}; ///< For standard output.
        QString complaint = {}; ///< For the error channel; empty: everything was asked.
        int status = 3;
    };
    void start(const Then<Answer> &then);
    void stop(); ///< Asked to end: answers now, without what was under way.

Q_SIGNALS:
    void progressed(int done, int of);

private:
    void begin(const ServerVersion &version);
    void goOn();
    void readPlan();
    void onPlanRead();
    void choose(const SetupPlan &plan);
    void onNumbersRead();
    void check();
    void report();
    void giveUp(const QString &why);
    void leaveTwilioOut(const QString &why);
    void answer(const Answer &answer);
    QString wantedAccount() const;

    CheckRequest m_request;
    Needs m_needs;
    HttpClient m_http;
    RestClient m_rest;
    AuthApi m_auth;
    CheckEntry m_entry;
    std::unique_ptr<Checkup> m_checkup;
    void (CheckRun::*m_next)() = nullptr; // when the runner has come to its end
    std::optional<Then<Answer>> m_then;
    QString m_missing; // why Twilio was not asked
    bool m_isAnswered = false;
};

} // namespace greenline
