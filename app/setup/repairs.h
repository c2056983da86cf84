#pragma once

#include "app/rest/settingsapi.h"
#include "app/setup/inboundreader.h"

#include <memory>

namespace greenline {

class TwilioChecks;

/// Carries out what a check offered, one plan at a time. First it reads again what it would change: when that is not
/// what the plan said any more, nothing is done, and the answer is Rejected, "changed-meanwhile". What is sent is sent
/// once, and read back: "not-applied" when Twilio took it and kept the old. A code that the workspace asks for is
/// Rejected with "totp-required" (detail: "totp", "email" or "password"), and the same plan is carried out with it.
class Repairs : public QObject
{
    Q_OBJECT
public:
    explicit Repairs(SettingsApi &settings, QObject *parent = nullptr);
    ~Repairs() override;
    /// From now on this account; what is under way is answered Cancelled.
    void use(TwilioChecks &checks);

    void carryOut(const RepairPlan &plan, const QString &secondFactor, const Then<Done> &then);
    bool isBusy() const { return m_then.has_value(); }

Q_SIGNALS:
    void done(); ///< Something was changed, or may have been.

private:
    void readAgain(const RepairPlan &plan);
    void act(const RepairPlan &plan, const InboundFacts &facts);
    void changeNumber(const InboundFacts &facts, const TwilioClient::Fields &fields, const Then<Done> &then);
    void changeService(const InboundFacts &facts, const TwilioClient::Fields &fields);
    void save(const RepairPlan &plan, const QString &secondFactor);
    void answer(const Status &status);

    SettingsApi &m_settings;
    TwilioChecks *m_checks = nullptr;
    std::unique_ptr<InboundReader> m_reader;
    std::optional<Then<Done>> m_then; // of the plan under way
    QString m_factor; // what kind of code was asked for last
};

/// The checks whose answer a repair may have changed: to be run again after it.
QStringList checksTouchedBy(const RepairPlan &plan);

} // namespace greenline
