#include "app/setup/numberchecks.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int daysOfAlerts = 7;

} // namespace

NumberChecks::NumberChecks(TwilioClient &client, Clock &clock, const Subject &subject, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_subject(subject)
    , m_reader(client)
{
}

QList<Check> NumberChecks::checks()
{
    using Answer = Then<CheckOutcome>;
    return {
        {u"number.registration"_s, {u"number.owned"_s}, [this](const Answer &then) { checkRegistration(then); }},
        {u"number.reach"_s, {u"number.owned"_s}, [this](const Answer &then) { checkReach(then); }},
    };
}

void NumberChecks::checkRegistration(const Then<CheckOutcome> &then)
{
    readRegistration({this, [this, then](const Result<CheckOutcome> &judged) {
                          if (!judged || m_deeds.isEmpty()) {
                              then(judged);
                              return;
                          }
                          CheckOutcome outcome = *judged;
                          if (outcome.evidence.isEmpty()) {
                              outcome.evidence = {{{}, outcome.values.join(u" · "_s)}};
                          }
                          outcome.evidence += m_deeds;
                          then(outcome);
                      }});
}

void NumberChecks::readRegistration(const Then<CheckOutcome> &then)
{
    m_registration = {.number = m_subject.number()};
    switch (numberKind(m_registration.number.number)) {
    case NumberKind::OtherCountry:
        then(judgeRegistration(m_registration));
        return;
    case NumberKind::TollFree:
        m_client.verifications(m_registration.number.sid,
                               {this, [this, then](const Result<QList<TwilioVerification>> &verifications) {
                                    if (!verifications) {
                                        then(judgeUnread(verifications.error(), m_client.login()));
                                        return;
                                    }
                                    if (!verifications->isEmpty()) {
                                        m_registration.verification = verifications->first();
                                    }
                                    then(judgeRegistration(m_registration));
                                }});
        return;
    case NumberKind::Canadian:
    case NumberKind::UnitedStates:
        break;
    }
    m_reader.read(m_registration.number, m_subject.numbers(), {},
                  {this, [this, then](const Result<InboundFacts> &facts) {
                       if (facts) {
                           readCampaign(*facts, then);
                       } else {
                           then(judgeUnread(facts.error(), m_client.login()));
                       }
                   }});
}

void NumberChecks::readCampaign(const InboundFacts &facts, const Then<CheckOutcome> &then)
{
    m_registration.service = facts.service;
    m_registration.services = facts.services;
    if (!facts.service) {
        then(judgeRegistration(m_registration));
        return;
    }
    m_client.campaigns(facts.service->sid, {this, [this, then](const Result<QList<TwilioCampaign>> &campaigns) {
                                                if (!campaigns) {
                                                    then(judgeUnread(campaigns.error(), m_client.login()));
                                                    return;
                                                }
                                                m_registration.campaigns = *campaigns;
                                                then(judgeRegistration(m_registration));
                                            }});
}

void NumberChecks::checkReach(const Then<CheckOutcome> &then)
{
    const ReachFacts facts{.account = m_subject.account(), .number = m_subject.number()};
    m_client.alertsSince(m_clock.now().addDays(-daysOfAlerts),
                         {this, [this, facts, then](const Result<QList<TwilioAlert>> &alerts) {
                              if (!alerts) {
                                  then(judgeUnread(alerts.error(), m_client.login()));
                                  return;
                              }
                              ReachFacts more = facts;
                              more.alerts = *alerts;
                              readRecipients(more, then);
                          }});
}

void NumberChecks::readRecipients(const ReachFacts &facts, const Then<CheckOutcome> &then)
{
    if (!facts.account.isTrial) {
        readSent(facts, then);
        return;
    }
    m_client.verifiedRecipients({this, [this, facts, then](const Result<QStringList> &recipients) {
                                     if (!recipients) {
                                         then(judgeUnread(recipients.error(), m_client.login()));
                                         return;
                                     }
                                     ReachFacts more = facts;
                                     more.recipients = *recipients;
                                     readSent(more, then);
                                 }});
}

void NumberChecks::readSent(ReachFacts facts, const Then<CheckOutcome> &then)
{
    m_client.messagesFrom(facts.number.number, {this, [this, facts, then](const Result<QList<TwilioMessage>> &sent) {
                                                    if (!sent) {
                                                        then(judgeUnread(sent.error(), m_client.login()));
                                                        return;
                                                    }
                                                    ReachFacts more = facts;
                                                    more.sent = *sent;
                                                    then(judgeReach(more));
                                                }});
}

} // namespace greenline
