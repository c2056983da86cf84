#include "app/setup/twiliochecks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Error anotherNumber()
{
    return {Error::Kind::Cancelled, u"another number was chosen"_s};
}

} // namespace

TwilioChecks::TwilioChecks(TwilioClient &client, const Plan &plan, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_plan(plan)
    , m_reader(client)
{
}

QList<Check> TwilioChecks::checks()
{
    using Answer = Then<CheckOutcome>;
    return {
        {u"twilio.form"_s, {}, [this](const Answer &then) { then(judgeForm(m_client.login())); }},
        {u"twilio.account"_s, {u"twilio.form"_s}, [this](const Answer &then) { checkAccount(then); }},
        {u"twilio.balance"_s, {u"twilio.account"_s}, [this](const Answer &then) { checkBalance(then); }},
        {u"number.owned"_s, {u"twilio.account"_s}, [this](const Answer &then) { checkOwned(then); }},
        {u"number.capable"_s, {u"number.owned"_s}, [this](const Answer &then) { then(judgeCapable(m_number)); }},
        {u"webhook.route"_s, {u"number.owned"_s}, [this](const Answer &then) { checkRoute(then); }},
    };
}

void TwilioChecks::setNumber(const QString &number)
{
    if (m_plan.number != number) {
        m_plan.number = number;
        m_number = TwilioNumber();
        m_inbound.reset();
    }
}

void TwilioChecks::checkAccount(const Then<CheckOutcome> &then)
{
    m_client.account({this, [this, then](const Result<TwilioAccount> &account) {
                          m_account = account ? *account : TwilioAccount();
                          const CheckOutcome outcome = judgeAccount(account, m_client.login());
                          if (!account && isKeyInDoubt(account.error(), m_client.login())) {
                              checkKey(outcome, then);
                          } else {
                              then(outcome);
                          }
                      }});
}

void TwilioChecks::checkKey(const CheckOutcome &unread, const Then<CheckOutcome> &then)
{
    m_client.knock({this, [this, unread, then](const Status &heard) {
                        then(heard ? unread : judgeKey(unread, heard.error(), m_client.login()));
                    }});
}

void TwilioChecks::checkBalance(const Then<CheckOutcome> &then)
{
    if (m_account.isSubaccount()) {
        then(judgeBalance(TwilioBalance(), m_account));
        return;
    }
    m_client.balance(
        {this, [this, then](const Result<TwilioBalance> &balance) { then(judgeBalance(balance, m_account)); }});
}

void TwilioChecks::checkOwned(const Then<CheckOutcome> &then)
{
    m_client.numbers({this, [this, then](const Result<QList<TwilioNumber>> &numbers) {
                          if (!numbers) {
                              then(judgeUnread(numbers.error(), m_client.login()));
                              return;
                          }
                          m_numbers = *numbers;
                          const auto owned
                              = std::find_if(m_numbers.cbegin(), m_numbers.cend(),
                                             [this](const TwilioNumber &one) { return one.number == m_plan.number; });
                          m_number = owned == m_numbers.cend() ? TwilioNumber() : *owned;
                          then(judgeOwned(m_numbers, m_plan.number));
                      }});
}

/// Asked for anew, for a repair may have changed the number since number.owned found it.
void TwilioChecks::checkRoute(const Then<CheckOutcome> &then)
{
    m_inbound.reset();
    m_client.number(m_number.sid, {this, [this, then](const Result<TwilioNumber> &number) {
                                       if (!number) {
                                           then(judgeUnread(number.error(), m_client.login()));
                                           return;
                                       }
                                       if (number->number != m_plan.number) { // another was chosen meanwhile
                                           then(anotherNumber());
                                           return;
                                       }
                                       m_number = *number;
                                       for (TwilioNumber &one : m_numbers) {
                                           one = one.sid == number->sid ? *number : one;
                                       }
                                       readRoute(then);
                                   }});
}

void TwilioChecks::readRoute(const Then<CheckOutcome> &then)
{
    m_reader.read(m_number, m_numbers, workspaceHook(m_plan.siteUrl),
                  {this, [this, then](const Result<InboundFacts> &facts) {
                       if (!facts) {
                           then(judgeUnread(facts.error(), m_client.login()));
                           return;
                       }
                       if (facts->number.number != m_plan.number) {
                           then(anotherNumber());
                           return;
                       }
                       m_inbound = *facts;
                       then(judgeRoute(*facts));
                   }});
}

} // namespace greenline
