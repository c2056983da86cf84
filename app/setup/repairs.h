#pragma once

#include "app/rest/settingsapi.h"
#include "app/setup/inboundreader.h"

#include <memory>

namespace greenline {

class NumberChecks;
class TwilioChecks;

/// Carries out what a check offered, one plan at a time. First it reads again what it would change: when that is not
/// what the plan said any more, nothing is done, and the answer is Rejected, "changed-meanwhile". What is sent is sent
/// once, and read back: "not-applied" when Twilio took it and kept the old. What Twilio
/// refuses carries a cause of the checks as code ("trial-limit", "twilio-21402"). A code that the workspace asks for is
/// Rejected with "totp-required" (detail: "totp", "email" or "password"), and the same plan is carried out with it.
/// What is under way when the repairs are destroyed is not answered any more.
class Repairs : public QObject
{
    Q_OBJECT
public:
    explicit Repairs(SettingsApi &settings, QObject *parent = nullptr);
    ~Repairs() override;
    /// From now on this account; what is under way is answered Cancelled.
    void use(TwilioChecks &checks, NumberChecks &numberChecks);

    void carryOut(const RepairPlan &plan, const QString &secondFactor, const Then<Done> &then);
    void useToken(const QString &token) { m_token = token; } ///< The account's; what its bullet stands for.
    /// What a bullet stands for when this setting is saved.
    void keepSecret(const QString &setting, const QString &secret) { m_secrets.insert(setting, secret); }
    bool isBusy() const { return m_then.has_value(); } ///< One is carried out; another would be refused.

Q_SIGNALS:
    void busyChanged();
    void done(); ///< Something was changed, or may have been; before the answer.

private:
    void readNumbers(const RepairPlan &plan);
    void readRegistration(const RepairPlan &plan);
    void act(const QString &id, const InboundFacts &facts);
    void changeNumber(const InboundFacts &facts, const Then<Done> &then);
    void changeService(const QString &sid, const TwilioClient::Fields &fields, const Then<Done> &then);
    void readSettings(const RepairPlan &plan, const QString &secondFactor);
    void save(const RepairPlan &plan, const QHash<QString, Setting> &now, const QString &secondFactor);
    QHash<QString, QString> secrets() const;
    void answer(const Status &status);

    SettingsApi &m_settings;
    TwilioChecks *m_checks = nullptr;
    NumberChecks *m_numberChecks = nullptr;
    std::unique_ptr<InboundReader> m_reader; ///< Of this account; what it was asked dies with it.
    std::optional<Then<Done>> m_then; // of the plan under way
    QHash<QString, QString> m_secrets;
    QString m_token;
    bool m_isOfTwilio = false; // the plan under way
    QString m_factor; // what kind of code was asked for last
};

/// The checks whose answer a repair may have changed: to be run again after it.
QStringList checksTouchedBy(const RepairPlan &plan);

} // namespace greenline
