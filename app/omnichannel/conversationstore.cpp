#include "app/omnichannel/conversationstore.h"

#include "app/omnichannel/optout.h"
#include "app/omnichannel/ordering.h"

#include <QSet>

namespace greenline {

namespace {

/// What the agent has just seen written stays until the server's own word is newer.
void keepNotedMessage(std::optional<Message> &news, const std::optional<Message> &known)
{
    if (known && (!news || isOlderWord(news->at, known->at))) {
        news = known;
    }
}

/// Forwarded, returned: a remark of the workspace is not what the conversation is about, so the last word of a person
/// stays.
bool isRemark(const std::optional<Message> &message)
{
    return message && message->author == Message::Author::System;
}

} // namespace

ConversationStore::ConversationStore(QObject *parent)
    : QObject(parent)
{
}

void ConversationStore::setMe(const AgentId &me)
{
    if (m_me == me) {
        return;
    }
    m_me = me;
    const QList<RoomId> all = m_entries.keys();
    for (const RoomId &id : all) {
        if (m_entries.contains(id)) { // rebuilding one may forget another
            rebuild(id);
        }
    }
    announceCounts();
}

const Conversation *ConversationStore::find(const RoomId &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows.at(row);
}

const ConversationFacts *ConversationStore::facts(const RoomId &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.constEnd() ? nullptr : &entry->facts;
}

void ConversationStore::load(const QList<ConversationFacts> &seen)
{
    for (const ConversationFacts &facts : seen) {
        if (facts.room) {
            adopt(*facts.room);
        }
        if (facts.subscription) {
            adopt(*facts.subscription);
        }
        if (facts.inquiry) {
            adopt(*facts.inquiry);
        }
        if (facts.optWord) {
            noteOptWord(*facts.optWord);
        }
    }
    announceCounts();
}

void ConversationStore::applyRoom(const Room &room)
{
    adopt(room);
    announceCounts();
}

void ConversationStore::adopt(const Room &room)
{
    Entry &entry = m_entries[room.id];
    const std::optional<Room> known = entry.facts.room;
    if (known && isOlderWord(room.updatedAt, known->updatedAt)) {
        return;
    }
    entry.facts.room = room;
    if (known && known->lastMessage && isRemark(room.lastMessage)) {
        entry.facts.room->lastMessage = known->lastMessage;
    } else if (known && known->updatedAt == room.updatedAt) {
        keepNotedMessage(entry.facts.room->lastMessage, known->lastMessage);
    }
    takeOptWord(entry.facts.optWord, entry.facts.room->lastMessage);
    rebuild(room.id);
}

void ConversationStore::removeRoom(const RoomId &id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end()) {
        return;
    }
    entry->facts.room.reset();
    rebuild(id);
    announceCounts();
}

void ConversationStore::applySubscription(const Subscription &subscription)
{
    if (!m_endedSubscriptions.contains(subscription.id.value)) {
        adopt(subscription);
        announceCounts();
    }
}

void ConversationStore::adopt(const Subscription &subscription)
{
    Entry &entry = m_entries[subscription.room];
    const std::optional<Subscription> &known = entry.facts.subscription;
    if (known && isOlderWord(subscription.updatedAt, known->updatedAt)) {
        return;
    }
    entry.hasLeft = false;
    entry.facts.subscription = subscription;
    if (entry.readAt.isValid() && subscription.updatedAt <= entry.readAt) {
        entry.facts.subscription->unread = 0;
        entry.facts.subscription->hasAlert = false;
    }
    rebuild(subscription.room);
}

void ConversationStore::removeSubscription(const RoomId &room, const SubscriptionId &id)
{
    m_endedSubscriptions.insert(id.value);
    const ConversationFacts *known = facts(room);
    const bool isEarlierTie = known && known->subscription && !id.isEmpty() && known->subscription->id != id;
    if (isEarlierTie) {
        return;
    }
    leave(room);
    announceCounts();
}

void ConversationStore::leave(const RoomId &id)
{
    Entry &entry = m_entries[id];
    if (entry.facts.subscription) {
        m_endedSubscriptions.insert(entry.facts.subscription->id.value);
    }
    entry.facts.subscription.reset();
    entry.hasLeft = true;
    rebuild(id);
}

void ConversationStore::applyInquiry(const Inquiry &inquiry)
{
    const auto entry = m_entries.constFind(inquiry.room);
    const bool isOut
        = entry != m_entries.constEnd() && entry->inquiryLeftAt.isValid() && inquiry.updatedAt <= entry->inquiryLeftAt;
    if (!isOut && !m_endedInquiries.contains(inquiry.id.value)) {
        adopt(inquiry);
        announceCounts();
    }
}

void ConversationStore::adopt(const Inquiry &inquiry)
{
    Entry &entry = m_entries[inquiry.room];
    const std::optional<Inquiry> known = entry.facts.inquiry;
    if (known && isOlderWord(inquiry.updatedAt, known->updatedAt)) {
        return;
    }
    m_inquiries.insert(inquiry.id, inquiry.room);
    entry.facts.inquiry = inquiry;
    if (known && known->updatedAt == inquiry.updatedAt) {
        keepNotedMessage(entry.facts.inquiry->lastMessage, known->lastMessage);
    }
    takeOptWord(entry.facts.optWord, entry.facts.inquiry->lastMessage);
    rebuild(inquiry.room);
}

void ConversationStore::removeInquiry(const InquiryId &id, Removal removal)
{
    if (removal == Removal::Deleted) {
        m_endedInquiries.insert(id.value);
    }
    const RoomId room = m_inquiries.value(id);
    const auto entry = m_entries.find(room);
    if (entry == m_entries.end() || !entry->facts.inquiry) {
        return;
    }
    entry->inquiryLeftAt = entry->facts.inquiry->updatedAt;
    entry->facts.inquiry.reset();
    m_inquiries.remove(id);
    rebuild(room);
    announceCounts();
}

void ConversationStore::removeTaken(const InquiryId &id, const Room &room)
{
    const ConversationFacts *known = facts(room.id);
    const bool isQueuedAnew = known && known->inquiry && known->inquiry->status == Inquiry::Status::Queued
        && isOlderWord(room.updatedAt, known->inquiry->updatedAt);
    if (!isQueuedAnew) {
        removeInquiry(id);
    }
}

void ConversationStore::reconcileQueue(const QList<Inquiry> &queued)
{
    QSet<RoomId> present;
    for (const Inquiry &inquiry : queued) {
        present.insert(inquiry.room);
        m_endedInquiries.remove(inquiry.id.value);
        m_entries[inquiry.room].inquiryLeftAt = {};
        adopt(inquiry);
    }
    const QList<RoomId> all = m_entries.keys();
    for (const RoomId &id : all) {
        const auto entry = m_entries.find(id);
        if (entry == m_entries.end() || present.contains(id)) {
            continue;
        }
        std::optional<Inquiry> &listed = entry->facts.inquiry;
        if (listed && listed->status == Inquiry::Status::Queued) {
            m_inquiries.remove(listed->id);
            listed.reset();
            rebuild(id);
        }
    }
    announceCounts();
}

void ConversationStore::reconcileMine(const QList<Subscription> &subscriptions, const QList<Room> &rooms,
                                      const QSet<RoomId> &unreadable)
{
    QSet<RoomId> present = unreadable;
    for (const Room &room : rooms) {
        adopt(room);
    }
    for (const Subscription &subscription : subscriptions) {
        present.insert(subscription.room);
        m_endedSubscriptions.remove(subscription.id.value);
        adopt(subscription);
    }
    const QList<RoomId> all = m_entries.keys();
    for (const RoomId &id : all) {
        const ConversationFacts *known = facts(id);
        if (!known || present.contains(id)) {
            continue;
        }
        if (known->subscription || (known->room && known->room->isOpen && known->room->servedBy == m_me)) {
            leave(id);
        }
    }
    announceCounts();
}

void ConversationStore::clear()
{
    while (!m_rows.empty()) {
        removeRow(m_entries[m_rows.back().id]);
    }
    m_entries.clear();
    m_inquiries.clear();
    m_endedInquiries.clear();
    m_endedSubscriptions.clear();
    m_unlisted.clear();
    announceCounts();
}

} // namespace greenline
