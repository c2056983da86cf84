#pragma once

#include "app/base/then.h"
#include "app/omnichannel/message.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

namespace greenline {

struct HistoryPage {
    QList<Message> messages = {};
    bool hasOlder = false;
};

struct MessageChanges {
    QList<Message> updated = {};
    QList<MessageId> deleted = {};
};

/// The message of an answer. One that cannot be read is there all the same: whoever asks for its id must not ask for
/// ever.
Result<Message> messageIn(const QJsonObject &answer);

class MessagesApi
{
public:
    MessagesApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    /// Messages before a moment (null: the newest), system messages included, at most count.
    void history(const RoomId &room, const QDateTime &before, int count, const Then<HistoryPage> &then);
    void changesSince(const RoomId &room, const QDateTime &since,
                      const Then<MessageChanges> &then); ///< chat.syncMessages lastUpdate
    /// chat.sendMessage with our own id; waits for the SMS provider inside the server, up to 60 s. A duplicate id is
    /// answered 400 about "starred" (Rejected without code): then ask exists().
    void send(const RoomId &room, const MessageId &id, const QString &text, const Then<Message> &then);
    void exists(const MessageId &id,
                const Then<std::optional<Message>> &then); ///< chat.getMessage; nothing: unknown to the server.

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
