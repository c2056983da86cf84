#pragma once

#include "app/omnichannel/agent.h"

#include <QDateTime>
#include <QList>

namespace greenline {

/// An open conversation, as far as the board counts it.
struct BoardRoom {
    RoomId id = {};
    DepartmentId department = {};
    QString number = {}; ///< Ours; empty: not by SMS.
    AgentId servedBy = {}; ///< Empty: it waits.
    QDateTime waitingSince = {};
    bool operator==(const BoardRoom &) const = default;
};

/// The counts of a department, a number, or all.
struct BoardLine {
    QString key = {}; ///< The department's id, or the number.
    int waiting = 0;
    QDateTime longestSince = {}; ///< Null: nobody waits.
    int served = 0;
    bool operator==(const BoardLine &) const = default;
};

struct BoardAgent {
    Agent agent = {};
    int chats = 0;
    bool operator==(const BoardAgent &) const = default;
};

struct BoardPicture {
    BoardLine all = {};
    QList<BoardLine> departments = {}; ///< Those with the longest wait first; conversations of none have an empty key.
    QList<BoardLine> numbers = {};
    QList<BoardAgent> agents = {}; ///< Those who take conversations first.
    int available = 0; ///< Agents who are there and take conversations.
    bool isPartial = false; ///< There are more conversations than were counted.
    bool operator==(const BoardPicture &) const = default;
};

BoardPicture boardPicture(const QList<BoardRoom> &rooms, const QList<Agent> &agents);

} // namespace greenline
