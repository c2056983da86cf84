#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/setup/check.h"
#include "app/twilio/twiliotypes.h"

#include <QObject>
#include <QSet>

namespace greenline {

class TwilioChecks;

/// One text to a number that a person typed, sent once and followed to its end. "Queued" is no success, so it is asked
/// for again until Twilio names a final state, for 90 s at most: carriers without receipts leave it at "sent" for ever
/// (twilio.md 4). When the answer to the sending is lost, Twilio's list is looked at; it is never sent again.
class TestSms : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Sending,
        Following,
        Delivered,
        HandedOver, ///< To the carrier, which sends no receipt.
        Failed, ///< It did not leave, or did not arrive; cause says why.
        Unknown ///< Not known whether it left.
    };
    explicit TestSms(Clock &clock, QObject *parent = nullptr);
    void use(TwilioChecks &checks); ///< From now on this account and number; an earlier test is forgotten.

    void start(const QString &to, const QString &body); ///< Nothing while one is under way.
    State state() const { return m_state; }
    bool isUnderway() const { return m_state == State::Sending || m_state == State::Following; }
    const QString &to() const { return m_to; }
    const TwilioMessage &message() const { return m_message; } ///< As Twilio last told of it; its status is shown.
    std::chrono::milliseconds took() const { return m_took; } ///< From the sending to the last change of state.
    CheckOutcome outcome() const;

Q_SIGNALS:
    void changed();

private:
    void readListed(const Then<QList<TwilioMessage>> &then);
    void send(const QString &body);
    void onSent(const Result<TwilioMessage> &sent);
    void lookWhetherItLeft(const Error &why);
    void follow();
    void onFollowed(const Result<TwilioMessage> &message);
    void become(State state, const QString &cause = {}, const QString &detail = {});

    Clock &m_clock;
    TwilioChecks *m_checks = nullptr;
    Alarm m_poll;
    State m_state = State::Idle;
    QString m_to;
    TwilioMessage m_message;
    QString m_cause;
    QString m_detail;
    QSet<QString> m_before; // sids that Twilio listed before it was sent
    bool m_knowsBefore = false;
    std::chrono::milliseconds m_started{0}; // monotonic
    std::chrono::milliseconds m_took{0};
    int m_round = 0; // answers about an earlier test are not heard
};

} // namespace greenline
