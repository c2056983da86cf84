#pragma once

#include "app/setup/inboundreader.h"
#include "app/setup/reachfindings.h"

namespace greenline {

/// The checks whether texts from the chosen number get through: number.registration and number.reach. They follow
/// number.owned, which finds what they ask about.
class NumberChecks : public QObject
{
    Q_OBJECT
public:
    /// As number.owned and twilio.account found them, when a check runs.
    struct Subject {
        std::function<TwilioAccount()> account;
        std::function<TwilioNumber()> number;
        std::function<QList<TwilioNumber>()> numbers; ///< All of the account's.
    };
    NumberChecks(TwilioClient &client, Clock &clock, const Subject &subject, QObject *parent = nullptr);
    QList<Check> checks();
    const RegistrationFacts &registration() const { return m_registration; } ///< As last found.
    void noteDeed(const Evidence &deed) { m_deeds.append(deed); } ///< To be told with number.registration.

private:
    void readRegistration(const Then<CheckOutcome> &then);
    void checkRegistration(const Then<CheckOutcome> &then);
    void readCampaign(const InboundFacts &facts, const Then<CheckOutcome> &then);
    void checkReach(const Then<CheckOutcome> &then);
    void readRecipients(const ReachFacts &facts, const Then<CheckOutcome> &then);
    void readSent(ReachFacts facts, const Then<CheckOutcome> &then);

    TwilioClient &m_client;
    Clock &m_clock;
    Subject m_subject;
    InboundReader m_reader;
    RegistrationFacts m_registration;
    QList<Evidence> m_deeds; // of repairs, besides what they promised
};

} // namespace greenline
