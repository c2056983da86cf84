#pragma once

#include "app/base/clock.h"
#include "app/rest/filesapi.h"
#include "app/rest/messagesapi.h"
#include "app/storage/safedb.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace greenline {

/// Carries the files of outgoing messages to the workspace, each once. The workspace makes the ids, so an answer that
/// is lost leaves open whether the customer has the file. What was begun is therefore written down before the step that
/// posts, and who wants to send again looks first: by the id of the file, or where files are posted in one step, by
/// what has come after the newest message of before.
class Uploads : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        FilesApi &files;
        MessagesApi &messages;
    };
    Uploads(const Apis &apis, const AgentId &me, Clock &clock, QObject *parent = nullptr);
    ~Uploads() override;

    /// Writes down how far a message has come; an error stops it. From `wasTried` on it may be in the conversation.
    using Keeper = std::function<Status(const OutgoingMessage &message)>;
    void setKeeper(const Keeper &keep);
    /// Reads the file, brings it and posts it with the text. Rejected with "file-gone", "file-changed",
    /// "file-unreadable" or "damaged-picture" before anything has left.
    void send(const OutgoingMessage &message, const Then<Message> &then);
    /// Whether it is in the conversation. Nothing: it is not, and will not come to be; as long as an earlier request
    /// may still be worked off, a Timeout.
    void look(const OutgoingMessage &message, const Then<std::optional<Message>> &then);
    /// Stops one that is not posted yet: answered Cancelled, at once. False: too late.
    bool cancel(const MessageId &id);

Q_SIGNALS:
    void progressed(const greenline::RoomId &room, const greenline::MessageId &id, qint64 sent, qint64 total);
    void committed(const greenline::RoomId &room, const greenline::MessageId &id); ///< Too late to call it back.
    void ended(const greenline::RoomId &room, const greenline::MessageId &id); ///< Sent, failed or cancelled.

private:
    struct Run;
    Run *find(const MessageId &id) const;
    void begin(const MessageId &id);
    void carry(const MessageId &id);
    void bring(Run &run);
    void postInOne(Run &run);
    void confirm(Run &run);
    void watch(Run &run);
    bool declarePosting(Run &run);
    void commit(Run &run);
    void onPosted(const MessageId &id, const Result<Message> &answer);
    void end(const MessageId &id, const Result<Message> &answer);
    std::optional<Message> foundIn(const QList<Message> &messages, const OutgoingMessage &message) const;

    Apis m_apis;
    AgentId m_me;
    Clock &m_clock;
    Keeper m_keep;
    std::map<MessageId, std::unique_ptr<Run>> m_runs;
    QHash<MessageId, std::chrono::milliseconds> m_postedAt; // monotonic; those whose answer has not come
};

} // namespace greenline
