#pragma once

#include "app/setup/inboundreader.h"

namespace greenline {

/// The checks of the Twilio side of one number: form of the login, account, balance, number, and who is really called
/// when a text arrives. What one finds out, the next ones use.
class TwilioChecks : public QObject
{
    Q_OBJECT
public:
    struct Plan {
        QString number = {}; ///< E.164
        QUrl siteUrl = {}; ///< Of the workspace, as it says it itself.
    };
    TwilioChecks(TwilioClient &client, const Plan &plan, QObject *parent = nullptr);

    QList<Check> checks();
    void setNumber(const QString &number); ///< E.164. What was found of another one is forgotten.
    void setSiteUrl(const QUrl &siteUrl) { m_plan.siteUrl = siteUrl; }

    TwilioClient &client() { return m_client; }
    const Plan &plan() const { return m_plan; }
    const TwilioAccount &account() const { return m_account; } ///< As last read; without a sid: not yet.
    const QList<TwilioNumber> &numbers() const { return m_numbers; } ///< Of the account, every page of them.
    const TwilioNumber &number() const { return m_number; } ///< As number.owned found it.
    const std::optional<InboundFacts> &inbound() const { return m_inbound; } ///< As webhook.route found it.

private:
    void checkAccount(const Then<CheckOutcome> &then);
    void checkKey(const CheckOutcome &unread, const Then<CheckOutcome> &then);
    void checkBalance(const Then<CheckOutcome> &then);
    void checkOwned(const Then<CheckOutcome> &then);
    void checkRoute(const Then<CheckOutcome> &then);
    void readRoute(const Then<CheckOutcome> &then);

    TwilioClient &m_client;
    Plan m_plan;
    InboundReader m_reader;
    TwilioAccount m_account;
    QList<TwilioNumber> m_numbers;
    TwilioNumber m_number;
    std::optional<InboundFacts> m_inbound;
};

} // namespace greenline
