#pragma once

#include "app/storage/safedb.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace greenline {

/// A notice of the workspace that something in a room was not sent on. It names the room and nothing more.
struct Refusal {
    QString reason = {}; ///< The server's words, shown as data.
    std::chrono::milliseconds arrivedAt{0}; ///< Monotonic; when the frame was received, however late it is worked off.
    QDateTime writtenAt = {}; ///< By the server's clock.
};

/// The recent sends of one room, so that a refusal finds its message. Notice and answer come through two sockets, so
/// the notice may be there before the answer (the usual case, rocketchat-wire.md 5.6), after it, or while the answer is
/// lost and the message waits to be asked for.
///
/// The rule: a refusal speaks of the message that was tried last, among those whose first request had left when the
/// notice was received, without those that the server wrote down only after it had written the notice. When the server
/// wrote a message is known once it is found there; a message that was marked by its forerunner's late notice gives
/// the mark back then. Nobody is marked when that message failed, for it carries the server's words already, or was
/// tried or answered too long ago: the notice then comes from another program of the same agent.
class Attempts
{
public:
    enum class End {
        Answered, ///< Saved, says the answer of the send itself.
        Found, ///< Saved, says a question for the id; the send may still be under way inside the server.
        Failed
    };
    void begin(const OutgoingMessage &message, std::chrono::milliseconds now); ///< A request goes out.
    void end(const MessageId &id, End end, std::chrono::milliseconds now);
    /// Of which message the refusal speaks, as it was when it was sent; remembers that it has this mark.
    std::optional<OutgoingMessage> bind(const Refusal &refusal);
    /// The server wrote the message at this moment: the refusals that it had been given and that are older than that.
    QList<Refusal> takeForeign(const MessageId &id, const QDateTime &writtenAt);
    bool isRefused(const MessageId &id) const;
    /// Files of what may still be refused from now on, and would then be offered to be sent again.
    QStringList filePaths(std::chrono::milliseconds now) const;
    void rename(const MessageId &id, const MessageId &given); ///< The workspace gave it another id.
    void forget(const MessageId &id);

private:
    struct Attempt {
        OutgoingMessage message;
        std::chrono::milliseconds firstSentAt{0};
        std::chrono::milliseconds lastSentAt{0};
        std::optional<End> end = {};
        std::chrono::milliseconds endedAt{0};
        QDateTime writtenAt = {}; // by the server's clock
        QList<Refusal> refusals = {};
    };
    Attempt *find(const MessageId &id);
    static bool isBefore(const Refusal &refusal, const QDateTime &messageWrittenAt);
    static bool mayStillBeRefused(const Attempt &attempt, std::chrono::milliseconds at);

    QList<Attempt> m_attempts; // in the order of the latest request
};

} // namespace greenline
