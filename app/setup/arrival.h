#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/setup/check.h"
#include "app/setup/twiliofindings.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

struct Conversation;
class TwilioChecks;

/// "Text this number now": waits a minute for a text to come through the workspace; when none does, reads from Twilio
/// why (its list of messages and its alerts).
class Arrival : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Waiting,
        Arrived,
        Asking, ///< Nothing came; Twilio is asked why.
        Missed
    };
    explicit Arrival(Clock &clock, QObject *parent = nullptr);
    void use(TwilioChecks &checks); ///< From now on this number; what came before is forgotten.

    void watch(); ///< Anew.
    void stop();
    /// This was in the workspace already when watch() was called: only a later word counts in it.
    void remember(const Conversation &conversation);
    /// So it stands in the workspace now. It counts when the last word is a customer's, by SMS to our number, and came
    /// after watch().
    void note(const Conversation &conversation);

    State state() const { return m_state; }
    const RoomId &room() const { return m_room; } ///< Arrived: where.
    const QString &customer() const { return m_customer; }
    std::chrono::milliseconds took() const { return m_took; } ///< Arrived: from watch() on.
    std::chrono::milliseconds left() const; ///< Waiting: so long still.
    CheckOutcome outcome() const;

Q_SIGNALS:
    void changed();

private:
    bool isToUs(const Conversation &conversation) const;
    bool isNew(const Conversation &conversation) const;
    void readListed(const Then<QList<TwilioMessage>> &then);
    void askTwilio();
    void askForAlerts(const QList<TwilioMessage> &messages);
    void miss(const CheckOutcome &why);
    void become(State state);

    Clock &m_clock;
    TwilioChecks *m_checks = nullptr;
    Alarm m_patience;
    State m_state = State::Idle;
    QDateTime m_watchedAt;
    QHash<RoomId, QDateTime> m_lastWords; // of the conversations that were there when it began
    QSet<QString> m_before; // sids of the texts that Twilio listed when it began
    std::chrono::milliseconds m_watched{0}; // monotonic
    RoomId m_room;
    QString m_customer;
    std::chrono::milliseconds m_took{0};
    CheckOutcome m_why;
    int m_round = 0;
};

/// What became of a text that should have arrived. messages: to the number, the newest first or not; alerts: of the
/// same time. inbound: as the route was found, or nothing.
struct ArrivalTrace {
    QList<TwilioMessage> messages = {};
    QList<TwilioAlert> alerts = {};
    std::optional<InboundFacts> inbound = {};
    QUrl hook = {};
    QSet<QString> before = {}; ///< Sids of messages that were there before.
};
CheckOutcome judgeArrival(const ArrivalTrace &trace);

} // namespace greenline
