#pragma once

#include <QHash>
#include <QString>

namespace greenline {

/// A document id of the workspace. Ids of different documents do not mix.
/// Never checked by length: 17 characters and 24 hex digits were both seen (7.7.1).
template <typename Tag>
struct Id {
    QString value;
    bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return value < other.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using RoomId = Id<struct RoomTag>;
using MessageId = Id<struct MessageTag>;
using InquiryId = Id<struct InquiryTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using VisitorId = Id<struct VisitorTag>;
using ContactId = Id<struct ContactTag>;
using AgentId = Id<struct AgentTag>;
using DepartmentId = Id<struct DepartmentTag>;

/// A new message id in Meteor's form: 17 characters of its unmistakable alphabet (rocketchat-wire.md 2.6).
MessageId newMessageId();

} // namespace greenline
