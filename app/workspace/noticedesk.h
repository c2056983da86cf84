#pragma once

#include "app/workspace/attention.h"

#include <QHash>
#include <QObject>

namespace greenline {

class ConversationStore;
class OpenRoom;

/// Watches the list and the texts for what a person should be told of. Silent until the first load is in.
class NoticeDesk : public QObject
{
    Q_OBJECT
public:
    NoticeDesk(ConversationStore &conversations, const OpenRoom &openRoom, QObject *parent = nullptr);
    void open(); ///< The first load is in: what is listed now is known.
    void onMessage(const Message &message);

Q_SIGNALS:
    void noticed(const greenline::Notice &notice);

private:
    void onRow(int row);
    void onLeaving(int row);
    void tell(const std::optional<Notice> &notice);

    ConversationStore &m_conversations;
    const OpenRoom &m_openRoom;
    Attention m_attention;
    QHash<RoomId, InquiryId> m_queued;
    bool m_isOpen = false;
};

} // namespace greenline
