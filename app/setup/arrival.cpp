#include "app/setup/arrival.h"

#include "app/omnichannel/conversation.h"
#include "app/setup/twiliochecks.h"
#include "app/sms/phonenumber.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto arrivalPatience = 60'000ms;
constexpr qint64 arrivalTolerance = 300; // seconds: three clocks take part

} // namespace

Arrival::Arrival(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_patience(clock, [this] { askTwilio(); })
{
}

void Arrival::use(TwilioChecks &checks)
{
    m_checks = &checks;
    stop();
}

void Arrival::stop()
{
    ++m_round;
    m_patience.stop();
    become(State::Idle);
}

void Arrival::watch()
{
    if (!m_checks) {
        return;
    }
    ++m_round;
    m_watchedAt = m_clock.now();
    m_watched = m_clock.monotonic();
    m_room = {};
    m_customer.clear();
    m_why = {};
    m_before.clear();
    m_lastWords.clear();
    m_patience.start(arrivalPatience);
    become(State::Waiting);
    readListed({this, [this, round = m_round](const Result<QList<TwilioMessage>> &listed) {
                    if (round != m_round || !listed) {
                        return;
                    }
                    for (const TwilioMessage &message : *listed) {
                        m_before.insert(message.sid);
                    }
                }});
}

void Arrival::readListed(const Then<QList<TwilioMessage>> &then)
{
    m_checks->client().messagesTo(m_checks->plan().number, then);
}

void Arrival::remember(const Conversation &conversation)
{
    m_lastWords.insert(conversation.id, conversation.lastMessageAt);
}

bool Arrival::isToUs(const Conversation &conversation) const
{
    const QString &to = conversation.ourNumber;
    return conversation.source == Source::Sms && !conversation.customerNumber.isEmpty() && !conversation.isPreviewOurs
        && (to.isEmpty() || isSameNumber(to, m_checks->plan().number));
}

bool Arrival::isNew(const Conversation &conversation) const
{
    const QDateTime &at = conversation.lastMessageAt; // the workspace's time
    if (const auto before = m_lastWords.constFind(conversation.id); before != m_lastWords.constEnd()) {
        return at.isValid() && (!before->isValid() || at > *before);
    }
    return !at.isValid() || at >= m_watchedAt.addSecs(-arrivalTolerance);
}

void Arrival::note(const Conversation &conversation)
{
    const bool isOver = m_state == State::Idle || m_state == State::Arrived;
    if (isOver || !isToUs(conversation) || !isNew(conversation)) {
        return;
    }
    ++m_round; // whatever Twilio says now comes too late
    m_patience.stop();
    m_room = conversation.id;
    m_customer = conversation.customerNumber;
    m_took = m_clock.monotonic() - m_watched;
    become(State::Arrived);
}

std::chrono::milliseconds Arrival::left() const
{
    return m_state == State::Waiting ? std::max(arrivalPatience - (m_clock.monotonic() - m_watched), 0ms) : 0ms;
}

void Arrival::askTwilio()
{
    become(State::Asking);
    readListed({this, [this, round = m_round](const Result<QList<TwilioMessage>> &messages) {
                    if (round != m_round) {
                        return;
                    }
                    if (messages) {
                        askForAlerts(*messages);
                    } else {
                        miss({.cause = u"arrival-log-unreadable"_s, .evidence = {{{}, messages.error().detail}}});
                    }
                }});
}

/// A key may be kept from the alerts; what the messages tell is then all there is.
void Arrival::askForAlerts(const QList<TwilioMessage> &messages)
{
    m_checks->client().alertsSince(
        m_watchedAt.addSecs(-arrivalTolerance),
        {this, [this, messages, round = m_round](const Result<QList<TwilioAlert>> &alerts) {
             if (round == m_round) {
                 miss(judgeArrival({messages, alerts ? *alerts : QList<TwilioAlert>(), m_checks->inbound(),
                                    workspaceHook(m_checks->plan().siteUrl), m_before}));
             }
         }});
}

void Arrival::miss(const CheckOutcome &why)
{
    m_why = why;
    become(State::Missed);
}

void Arrival::become(State state)
{
    m_state = state;
    Q_EMIT changed();
}

CheckOutcome Arrival::outcome() const
{
    switch (m_state) {
    case State::Idle:
        break;
    case State::Waiting:
    case State::Asking:
        return {.verdict = CheckVerdict::Skipped, .cause = u"under-way"_s};
    case State::Arrived: {
        const QString seconds = QString::number(double(m_took.count()) / 1000.0, 'f', 1);
        const bool isLate = m_took > arrivalPatience;
        return {.verdict = isLate ? CheckVerdict::Warning : CheckVerdict::Passed,
                .cause = isLate ? u"arrival-late"_s : QString(),
                .values = {m_customer, seconds},
                .evidence = {{{}, u"%1: %2 s"_s.arg(m_room.value, seconds)}}};
    }
    case State::Missed:
        return m_why;
    }
    return {.verdict = CheckVerdict::Skipped, .cause = u"not-tried"_s};
}

} // namespace greenline
