#include "app/omnichannel/conversation.h"

#include "app/omnichannel/optout.h"
#include "app/sms/phonenumber.h"

#include <algorithm>
#include <array>

namespace greenline {

namespace {

constexpr qsizetype longestPreview = 300;

bool hasLetter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar character) { return character.isLetter(); });
}

/// A row of digits as the workspace names people who text ("14155550101"), or an E.164 number.
bool looksLikeNumber(const QString &text)
{
    return !hasLetter(text) && digitsOf(text).size() >= 5;
}

template <typename Value, std::size_t Count>
Value firstKnown(const std::array<Value, Count> &candidates)
{
    const auto known
        = std::find_if(candidates.cbegin(), candidates.cend(), [](const Value &one) { return one != Value(); });
    return known == candidates.cend() ? Value() : *known;
}

bool isQueued(const ConversationFacts &facts)
{
    return facts.inquiry && facts.inquiry->status == Inquiry::Status::Queued;
}

bool isLater(const QDateTime &one, const QDateTime &other)
{
    return one.isValid() && other.isValid() && one > other;
}

Stage stageOfServed(const Room &room, const ConversationFacts &facts, const AgentId &me)
{
    // Returned to the queue, of which the room's former readers are not told: the newer entry knows better.
    if (isQueued(facts) && isLater(facts.inquiry->updatedAt, room.updatedAt)) {
        return Stage::Queue;
    }
    if (room.servedBy != me) {
        return Stage::Elsewhere;
    }
    return room.isOnHold ? Stage::OnHold : Stage::Mine;
}

Stage stageOf(const ConversationFacts &facts, const AgentId &me)
{
    if (facts.room && !facts.room->isOpen) {
        return Stage::Closed;
    }
    if (facts.room && !facts.room->servedBy.isEmpty()) {
        return stageOfServed(*facts.room, facts, me);
    }
    const bool hasTie = facts.subscription.has_value();
    if (isQueued(facts) && (!hasTie || isLater(facts.inquiry->updatedAt, facts.subscription->updatedAt))) {
        return Stage::Queue;
    }
    if (!hasTie) {
        return Stage::Elsewhere;
    }
    const bool isOnHold = facts.room ? facts.room->isOnHold : facts.subscription->isOnHold;
    return isOnHold ? Stage::OnHold : Stage::Mine;
}

/// The three views on the customer, the most reliable first.
std::array<VisitorFacts, 3> visitorsOf(const ConversationFacts &facts)
{
    return {facts.room ? facts.room->visitor : VisitorFacts(),
            facts.subscription ? facts.subscription->visitor : VisitorFacts(),
            facts.inquiry ? facts.inquiry->visitor : VisitorFacts()};
}

/// 3.x names the source of an inquiry nowhere; there it is told by the visitor's name, which is the digits of the
/// number.
Source sourceOf(const ConversationFacts &facts, const QString &username)
{
    if (facts.room) {
        return facts.room->source;
    }
    if (facts.inquiry && facts.inquiry->source) {
        return *facts.inquiry->source;
    }
    return looksLikeNumber(username) ? Source::Sms : Source::Other;
}

void joinCustomer(Conversation &row, const ConversationFacts &facts)
{
    const auto visitors = visitorsOf(facts);
    const auto &[ofRoom, ofSubscription, ofInquiry] = visitors;
    row.visitor = firstKnown(std::array{ofRoom.id, ofSubscription.id, ofInquiry.id});
    const QString username = firstKnown(std::array{ofRoom.username, ofSubscription.username, ofInquiry.username});
    row.source = sourceOf(facts, username);
    row.customerNumber = firstKnown(std::array{ofRoom.phone, ofSubscription.phone, ofInquiry.phone});
    if (row.customerNumber.isEmpty() && looksLikeNumber(username)) {
        row.customerNumber = username;
    }
    std::array names{facts.room ? facts.room->name : QString(),
                     ofRoom.name,
                     facts.subscription ? facts.subscription->name : QString(),
                     ofSubscription.name,
                     facts.inquiry ? facts.inquiry->name : QString(),
                     ofInquiry.name};
    std::replace_if(names.begin(), names.end(), looksLikeNumber, QString());
    row.customerName = firstKnown(names);
    const auto seen = std::find_if(visitors.cbegin(), visitors.cend(),
                                   [](const VisitorFacts &one) { return one.presence.has_value(); });
    row.customerPresence = seen == visitors.cend() ? Presence::Offline : *seen->presence;
}

std::optional<Message> lastMessageOf(const ConversationFacts &facts)
{
    const std::optional<Message> ofRoom = facts.room ? facts.room->lastMessage : std::nullopt;
    const std::optional<Message> ofInquiry = facts.inquiry ? facts.inquiry->lastMessage : std::nullopt;
    if (!ofRoom || (ofInquiry && isLater(ofInquiry->at, ofRoom->at))) {
        return ofInquiry;
    }
    return ofRoom;
}

QString previewOf(const Message &message)
{
    const bool isFileOnly = message.text.isEmpty() && !message.attachments.isEmpty();
    QString preview = (isFileOnly ? message.attachments.constFirst().title : message.text).left(longestPreview);
    if (!preview.isEmpty() && preview.back().isHighSurrogate()) {
        preview.chop(1);
    }
    return preview.simplified();
}

void joinLastWord(Conversation &row, const ConversationFacts &facts)
{
    const std::optional<Message> last = lastMessageOf(facts);
    if (last) {
        row.preview = previewOf(*last);
        row.isPreviewOurs = last->author == Message::Author::Agent;
        row.lastMessageAt = last->at;
    } else if (facts.inquiry) {
        row.preview = previewOf(Message{.text = facts.inquiry->text});
    }
    if (facts.room && (!row.lastMessageAt.isValid() || isLater(facts.room->lastMessageAt, row.lastMessageAt))) {
        row.lastMessageAt = facts.room->lastMessageAt;
    }
    if (row.stage == Stage::Mine || row.stage == Stage::OnHold) {
        // Some versions take waitingResponse away at the first answer and never set it again, so the last word decides.
        const bool isAsked = facts.room && facts.room->isWaitingForAnswer;
        row.needsAnswer
            = last && last->author != Message::Author::System ? last->author == Message::Author::Customer : isAsked;
        row.waitingSince = row.needsAnswer ? (last ? last->at : row.lastMessageAt) : QDateTime();
    } else if (row.stage == Stage::Queue) {
        row.needsAnswer = true;
        row.waitingSince = firstKnown(std::array{facts.inquiry->queuedAt, facts.inquiry->startedAt, row.startedAt});
        row.lastMessageAt = firstKnown(std::array{row.lastMessageAt, row.waitingSince});
    }
}

void joinRoom(Conversation &row, const Room &room)
{
    if (row.stage != Stage::Queue) { // a room read before it was returned still names its last agent
        row.servedBy = room.servedBy;
        row.servedByName = room.servedByName;
    }
    row.ourNumber = room.ourNumber;
    row.department = room.department;
    row.tags = room.tags;
    row.startedAt = room.startedAt;
    row.closedAt = room.closedAt;
}

} // namespace

Conversation joined(const RoomId &id, const ConversationFacts &facts, const AgentId &me)
{
    Conversation row;
    row.id = id;
    row.stage = stageOf(facts, me);
    if (facts.room) {
        joinRoom(row, *facts.room);
    }
    if (facts.inquiry) {
        const Inquiry &inquiry = *facts.inquiry;
        row.ourNumber = firstKnown(std::array{row.ourNumber, inquiry.ourNumber});
        row.startedAt = firstKnown(std::array{row.startedAt, inquiry.startedAt});
        row.inquiry = row.stage == Stage::Queue ? inquiry.id : InquiryId();
        const bool isInquiryNearer = row.stage == Stage::Queue || row.department.isEmpty();
        row.department = isInquiryNearer ? inquiry.department : row.department;
    }
    if (facts.subscription) {
        row.department = firstKnown(std::array{row.department, facts.subscription->department});
        row.unread = std::max(facts.subscription->unread, facts.subscription->hasAlert ? 1 : 0);
    }
    joinCustomer(row, facts);
    joinLastWord(row, facts);
    row.hasDraft = facts.hasDraft;
    row.hasFailure = facts.hasFailure;
    row.hasUnsent = facts.hasUnsent;
    row.hasOptedOut = row.source == Source::Sms && facts.optWord && isOptOut(*facts.optWord);
    return row;
}

RoomId roomOf(const ConversationFacts &facts)
{
    if (facts.room) {
        return facts.room->id;
    }
    if (facts.subscription) {
        return facts.subscription->room;
    }
    return facts.inquiry ? facts.inquiry->room : RoomId();
}

QString shownName(const Conversation &conversation)
{
    if (!conversation.customerName.isEmpty()) {
        return conversation.customerName;
    }
    return conversation.customerNumber.isEmpty() ? conversation.id.value : displayNumber(conversation.customerNumber);
}

} // namespace greenline
