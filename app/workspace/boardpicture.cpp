#include "app/workspace/boardpicture.h"

#include <QHash>

#include <algorithm>

namespace greenline {

namespace {

void countRoom(BoardLine &line, const BoardRoom &room)
{
    if (!room.servedBy.isEmpty()) {
        ++line.served;
        return;
    }
    ++line.waiting;
    if (room.waitingSince.isValid() && (line.longestSince.isNull() || room.waitingSince < line.longestSince)) {
        line.longestSince = room.waitingSince;
    }
}

bool waitsLonger(const BoardLine &one, const BoardLine &other)
{
    if (one.longestSince.isValid() != other.longestSince.isValid()) {
        return one.longestSince.isValid();
    }
    if (one.longestSince != other.longestSince) {
        return one.longestSince < other.longestSince;
    }
    return one.key < other.key;
}

QList<BoardLine> sortedLines(const QHash<QString, BoardLine> &lines)
{
    QList<BoardLine> sorted;
    for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
        sorted.append(line.value());
        sorted.last().key = line.key();
    }
    std::sort(sorted.begin(), sorted.end(), waitsLonger);
    return sorted;
}

bool takesConversations(const Agent &agent)
{
    return agent.availability == Availability::Available && agent.presence != Presence::Offline;
}

bool standsBefore(const BoardAgent &one, const BoardAgent &other)
{
    if (takesConversations(one.agent) != takesConversations(other.agent)) {
        return takesConversations(one.agent);
    }
    if (one.chats != other.chats) {
        return one.chats > other.chats;
    }
    return one.agent.username < other.agent.username;
}

} // namespace

BoardPicture boardPicture(const QList<BoardRoom> &rooms, const QList<Agent> &agents)
{
    BoardPicture picture;
    QHash<QString, BoardLine> departments;
    QHash<QString, BoardLine> numbers;
    QHash<AgentId, int> loads;
    for (const BoardRoom &room : rooms) {
        countRoom(picture.all, room);
        countRoom(departments[room.department.value], room);
        if (!room.number.isEmpty()) {
            countRoom(numbers[room.number], room);
        }
        if (!room.servedBy.isEmpty()) {
            ++loads[room.servedBy];
        }
    }
    picture.departments = sortedLines(departments);
    picture.numbers = sortedLines(numbers);
    for (const Agent &agent : agents) {
        picture.agents.append({agent, loads.value(agent.id)});
        picture.available += takesConversations(agent) ? 1 : 0;
    }
    std::sort(picture.agents.begin(), picture.agents.end(), standsBefore);
    return picture;
}

} // namespace greenline
