#include "app/workspace/attention.h"

namespace greenline {

namespace {

constexpr qsizetype toldMessagesKept = 4096;

bool isShown(const Conversation &conversation, const Attention::View &view)
{
    return view.showsAllChannels || conversation.source == Source::Sms;
}

bool isBeforeTheEyes(const RoomId &room, const Attention::View &view)
{
    return view.isWindowActive && view.openRoom == room;
}

bool isServedByMe(const Conversation &conversation)
{
    return conversation.stage == Stage::Mine || conversation.stage == Stage::OnHold;
}

} // namespace

std::optional<Notice> Attention::onConversation(const Conversation &conversation, const View &view)
{
    if (conversation.stage != Stage::Queue || conversation.inquiry.isEmpty()) {
        return std::nullopt;
    }
    const bool isTold = m_toldInquiries.contains(conversation.inquiry);
    const bool isMore = isTold && !conversation.preview.isEmpty() && m_toldBlank.remove(conversation.inquiry);
    if (isTold && !isMore) {
        return std::nullopt;
    }
    m_toldInquiries.insert(conversation.inquiry);
    if (!isShown(conversation, view) || isBeforeTheEyes(conversation.id, view)) {
        return std::nullopt;
    }
    if (conversation.preview.isEmpty()) {
        m_toldBlank.insert(conversation.inquiry);
    }
    return Notice{Notice::Kind::NewInQueue, conversation.id, shownName(conversation), conversation.preview, isMore};
}

std::optional<Notice> Attention::onMessage(const Conversation &conversation, const Message &message, const View &view)
{
    if (message.author != Message::Author::Customer || message.id.isEmpty() || m_toldMessages.contains(message.id)) {
        return std::nullopt;
    }
    remember(message);
    // What waits in the queue was told when it came; its further texts move the row, and that is enough.
    if (!isServedByMe(conversation) || !isShown(conversation, view) || isBeforeTheEyes(conversation.id, view)) {
        return std::nullopt;
    }
    return Notice{Notice::Kind::NewText, conversation.id, shownName(conversation), message.text};
}

void Attention::remember(const QList<Conversation> &loaded)
{
    for (const Conversation &conversation : loaded) {
        if (!conversation.inquiry.isEmpty()) {
            m_toldInquiries.insert(conversation.inquiry);
        }
    }
}

void Attention::remember(const Message &loaded)
{
    if (m_toldMessages.contains(loaded.id)) {
        return;
    }
    m_toldMessages.insert(loaded.id);
    m_order.enqueue(loaded.id);
    if (m_order.size() > toldMessagesKept) {
        m_toldMessages.remove(m_order.dequeue());
    }
}

void Attention::leftQueue(const InquiryId &inquiry)
{
    m_toldInquiries.remove(inquiry);
    m_toldBlank.remove(inquiry);
}

} // namespace greenline
