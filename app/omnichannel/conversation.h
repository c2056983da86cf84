#pragma once

#include "app/omnichannel/serverfacts.h"

namespace greenline {

/// One row of the list: room, subscription and inquiry of one conversation joined for the signed-in agent.
struct Conversation {
    RoomId id = {};
    InquiryId inquiry = {}; ///< Empty unless queued.
    Stage stage = Stage::Elsewhere;
    Source source = Source::Other;
    VisitorId visitor = {};
    QString customerName = {}; ///< A name people gave; empty when only the number is known.
    QString customerNumber = {}; ///< As the server knows it: E.164 or digits; empty when unknown.
    Presence customerPresence = Presence::Offline;
    QString ourNumber = {};
    DepartmentId department = {};
    AgentId servedBy = {};
    QString servedByName = {};
    QString preview = {};
    bool isPreviewOurs = false; ///< The last word was an agent's.
    int unread = 0; ///< At least 1 when the server only raised alert.
    bool needsAnswer = false;
    QStringList tags = {};
    QDateTime startedAt = {};
    QDateTime waitingSince = {}; ///< Queue: since when; Mine: since the customer's unanswered text.
    QDateTime lastMessageAt = {};
    QDateTime closedAt = {};
    bool hasDraft = false; ///< Local, from the draft store.
    bool hasFailure = false; ///< Local: a message failed or was refused.
    bool hasUnsent
        = false; ///< Local: a text of ours has not left; the row stays listed wherever the conversation goes.
    bool hasOptedOut = false; ///< Wants no more texts (optout.h).
    bool operator==(const Conversation &) const = default;
};

/// The join itself, a pure function. Facts that are absent leave what the others say.
/// servedBy alone decides whose a conversation is: two simultaneous takes both answer 200 (seen on 7.7.1).
struct ConversationFacts {
    std::optional<Room> room = {};
    std::optional<Subscription> subscription = {};
    std::optional<Inquiry> inquiry = {};
    std::optional<Message> optWord = {}; ///< The last that spoke of whether the customer may be texted (optout.h).
    bool hasDraft = false;
    bool hasFailure = false;
    bool hasUnsent = false;
};
Conversation joined(const RoomId &id, const ConversationFacts &facts, const AgentId &me);

/// Whichever of the facts names it; empty: none.
RoomId roomOf(const ConversationFacts &facts);

/// What people call the customer: the name, else the formatted number, else what the server has.
QString shownName(const Conversation &conversation);

} // namespace greenline
