#pragma once

#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

#include <QList>
#include <QQueue>
#include <QSet>

#include <optional>

namespace greenline {

/// Something a person should be told of when they are not looking.
struct Notice {
    enum class Kind {
        NewInQueue,
        NewText,
        ReplyNotSent ///< What was typed into a notification did not leave; preview says why.
    };
    Kind kind = Kind::NewInQueue;
    RoomId room = {};
    QString customer = {}; ///< Name or formatted number.
    QString preview = {};
    bool isMore = false; ///< Of what was told already: the text, which often comes a moment after the conversation.
    bool operator==(const Notice &) const = default;
};

/// Decides what deserves a notification; pure apart from remembering what was told. Nothing is told twice, nothing of
/// the first load, nothing of a room that is open in an active window, only SMS unless all channels are shown.
class Attention
{
public:
    struct View {
        RoomId openRoom = {};
        bool isWindowActive = false;
        bool isWindowVisible = true; ///< Not minimised: the queue is compared once a minute.
        bool showsAllChannels = false;
        bool operator==(const View &) const = default;
    };
    std::optional<Notice> onConversation(const Conversation &conversation, const View &view);
    std::optional<Notice> onMessage(const Conversation &conversation, const Message &message, const View &view);
    void remember(const QList<Conversation> &loaded); ///< The first load: known, not new.
    void remember(const Message &loaded);
    void leftQueue(const InquiryId &inquiry); ///< Back in the queue later, it is news again.

private:
    QSet<InquiryId> m_toldInquiries;
    QSet<InquiryId> m_toldBlank; // without a text
    QSet<MessageId> m_toldMessages;
    QQueue<MessageId> m_order; // of telling; the oldest are forgotten, for a shift is long and memory is not
};

} // namespace greenline
