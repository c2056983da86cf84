#include "app/setup/testsms.h"

#include "app/setup/twiliochecks.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto pollPause = 2'000ms;
constexpr auto followPatience = 90'000ms;

bool isEnd(const QString &status)
{
    static const QSet<QString> ends{u"delivered"_s, u"read"_s, u"undelivered"_s, u"failed"_s, u"canceled"_s};
    return ends.contains(status);
}

bool hasArrived(const QString &status)
{
    return status == "delivered"_L1 || status == "read"_L1;
}

/// Twilio numbers what it refuses; a login that is refused is judged as a login.
QString refusalCause(const Error &error, const TwilioLogin &login)
{
    const bool isOfLogin = error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden
        || error.kind == Error::Kind::RateLimited;
    bool isNumber = false;
    error.code.toInt(&isNumber);
    return isNumber && !isOfLogin ? u"sms-"_s + error.code : judgeAccount(error, login).cause;
}

/// No answer of Twilio's came back, so it may have taken the text all the same. A handshake that failed sent nothing.
bool isAnswerLost(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::Protocol;
}

} // namespace

TestSms::TestSms(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_poll(clock, [this] { follow(); })
{
}

void TestSms::use(TwilioChecks &checks)
{
    m_checks = &checks;
    ++m_round;
    m_poll.stop();
    m_to.clear();
    m_message = {};
    m_took = 0ms;
    become(State::Idle);
}

/// What the list has already is read before, so that a text of a minute ago is not taken for this one if the answer to
/// the sending is lost.
void TestSms::start(const QString &to, const QString &body)
{
    if (!m_checks || isUnderway()) {
        return;
    }
    m_to = to;
    m_message = {};
    m_started = m_clock.monotonic();
    become(State::Sending);
    readListed({this, [this, body, round = ++m_round](const Result<QList<TwilioMessage>> &listed) {
                    if (round != m_round) {
                        return;
                    }
                    if (!listed && isAnswerLost(listed.error())) { // then the text would be lost, too
                        become(State::Failed, refusalCause(listed.error(), m_checks->client().login()),
                               listed.error().detail);
                        return;
                    }
                    m_before.clear();
                    m_knowsBefore = listed.isOk();
                    for (const TwilioMessage &message : listed ? *listed : QList<TwilioMessage>()) {
                        m_before.insert(message.sid);
                    }
                    send(body);
                }});
}

void TestSms::readListed(const Then<QList<TwilioMessage>> &then)
{
    m_checks->client().messagesTo(m_to, then);
}

void TestSms::send(const QString &body)
{
    m_checks->client().sendMessage({{u"To"_s, m_to}, {u"From"_s, m_checks->plan().number}, {u"Body"_s, body}},
                                   {this, [this, round = m_round](const Result<TwilioMessage> &sent) {
                                        if (round == m_round) {
                                            onSent(sent);
                                        }
                                    }});
}

void TestSms::onSent(const Result<TwilioMessage> &sent)
{
    if (sent) {
        m_message = *sent;
        onFollowed(sent);
        return;
    }
    if (isAnswerLost(sent.error())) {
        lookWhetherItLeft(sent.error());
        return;
    }
    become(State::Failed, refusalCause(sent.error(), m_checks->client().login()), sent.error().detail);
}

void TestSms::lookWhetherItLeft(const Error &why)
{
    readListed({this, [this, why, round = m_round](const Result<QList<TwilioMessage>> &all) {
                    if (round != m_round) {
                        return;
                    }
                    const QList<TwilioMessage> listed = all && m_knowsBefore ? *all : QList<TwilioMessage>();
                    const auto ours = std::find_if(listed.begin(), listed.end(), [this](const TwilioMessage &one) {
                        return !one.isInbound && one.from == m_checks->plan().number && !m_before.contains(one.sid);
                    });
                    if (ours == listed.end()) {
                        become(State::Unknown, u"sms-not-known-whether-left"_s, why.detail);
                        return;
                    }
                    m_message = *ours;
                    onFollowed(*ours);
                }});
}

void TestSms::follow()
{
    m_checks->client().message(m_message.sid, {this, [this, round = m_round](const Result<TwilioMessage> &message) {
                                                   if (round == m_round) {
                                                       onFollowed(message);
                                                   }
                                               }});
}

/// An answer that is lost on the way is asked for again: reading changes nothing.
void TestSms::onFollowed(const Result<TwilioMessage> &message)
{
    if (message) {
        m_message = *message;
    }
    const QString &status = m_message.status;
    if (isEnd(status)) {
        const QString code = m_message.errorCode ? QString::number(*m_message.errorCode) : status;
        become(hasArrived(status) ? State::Delivered : State::Failed, hasArrived(status) ? QString() : u"sms-"_s + code,
               status);
        return;
    }
    if (m_clock.monotonic() - m_started < followPatience) {
        m_poll.start(pollPause);
        become(State::Following);
        return;
    }
    if (!message) {
        become(State::Unknown, u"sms-not-followed"_s, message.error().detail);
    } else if (status == "sent"_L1) {
        become(State::HandedOver, u"sms-handed-over"_s, status);
    } else {
        become(State::Unknown, u"sms-still-waiting"_s, status);
    }
}

void TestSms::become(State state, const QString &cause, const QString &detail)
{
    m_state = state;
    m_cause = cause;
    m_detail = detail;
    if (state != State::Idle) {
        m_took = m_clock.monotonic() - m_started;
    }
    Q_EMIT changed();
}

CheckOutcome TestSms::outcome() const
{
    CheckOutcome outcome{.cause = m_cause, .values = {m_to, m_message.status}};
    outcome.evidence = {{u"POST Messages.json, To %1"_s.arg(m_to),
                         u"%1 %2 %3"_s.arg(m_message.sid, m_message.status, m_detail).simplified()}};
    switch (m_state) {
    case State::Idle:
        return {.verdict = CheckVerdict::Skipped, .cause = u"not-tried"_s};
    case State::Sending:
    case State::Following:
        return {.verdict = CheckVerdict::Skipped, .cause = u"under-way"_s, .values = outcome.values};
    case State::Delivered:
        outcome.verdict = CheckVerdict::Passed;
        break;
    case State::HandedOver:
        outcome.verdict = CheckVerdict::Warning;
        break;
    case State::Failed:
        outcome.verdict = CheckVerdict::Failed;
        break;
    case State::Unknown:
        break;
    }
    return outcome;
}

} // namespace greenline
