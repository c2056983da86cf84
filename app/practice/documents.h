#pragma once

#include "app/practice/collection.h"

namespace greenline::practice {

/// Everything the workspace keeps. Fields are those of rocketchat-wire.md 4; where releases differ, those of the
/// release that is played.
struct Documents {
    explicit Documents(const Clock &clock)
        : users(clock)
        , rooms(clock)
        , inquiries(clock)
        , subscriptions(clock)
        , messages(clock)
        , visitors(clock)
        , contacts(clock)
        , departments(clock)
        , departmentAgents(clock)
        , settings(clock)
        , permissions(clock)
        , uploads(clock)
        , tags(clock)
        , cannedResponses(clock)
        , customFields(clock)
    {
    }
    Collection users; ///< Public fields and `emails`; passwords and tokens are Accounts' alone.
    Collection rooms;
    Collection inquiries;
    Collection subscriptions;
    Collection messages;
    Collection visitors;
    Collection contacts; ///< From 7.0 on.
    Collection departments;
    Collection departmentAgents; ///< {agentId, username, departmentId, departmentEnabled, count, order}
    Collection settings; ///< {_id, value, public, secret?}
    Collection permissions; ///< {_id, roles[]}
    Collection uploads; ///< {name, type, size, rid, userId, isTemporary?}; the bytes are in uploadBytes.
    Collection tags;
    Collection cannedResponses;
    Collection customFields;
    QHash<QString, QByteArray> uploadBytes = {};

    /// No two messages of one moment: on a real server a round trip to the database lies between them, and clients
    /// order by time.
    QDateTime messageMoment(const QDateTime &now)
    {
        lastMessageAt = lastMessageAt.isValid() && now <= lastMessageAt ? lastMessageAt.addMSecs(1) : now;
        return lastMessageAt;
    }
    QDateTime lastMessageAt = {};
};

} // namespace greenline::practice
