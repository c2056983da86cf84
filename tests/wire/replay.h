#pragma once

#include "recordings.h"

#include "app/base/result.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/omnichannel/messagestore.h"

#include <QSet>

#include <map>
#include <memory>

/// A recorded connection of one agent, played from frames through app/wire into the stores, as the live feed would do
/// it.
class Replay
{
public:
    explicit Replay(const QString &file);

    /// Plays on to the end of what followed a mark that begins so; false: there is no such mark ahead.
    bool playThrough(const QString &mark);
    void playAll();

    QStringList rows() const; ///< The list as text: `Queue 14155550101 "hello"`, `Mine 1415… "hello" unread 2`.
    QStringList timeline(const QString &room) const; ///< `Customer: hello`, `Taken by Ana`.
    QString roomNamed(int place) const { return m_rooms.value(place); } ///< In the order in which they were first seen.
    const greenline::AgentStore &agent() const { return m_agent; }
    const QList<greenline::Error> &errors() const { return m_errors; }
    int decoded() const { return m_decoded; }

private:
    void prepare();
    void apply(const QJsonObject &frame);
    void onChanged(const QString &collection, const QString &event, const QJsonArray &args);
    void onQueue(const QString &channel, const QJsonObject &object);
    void onUser(const QString &name, const QJsonArray &args);
    void onMessage(const QJsonObject &object);
    void onHistory(const QJsonArray &messages);
    void note(const greenline::Error &error) { m_errors.append(error); }
    void addMessage(const greenline::Message &message);

    QList<recordings::Line> m_lines;
    qsizetype m_next = 0;
    greenline::AgentStore m_agent;
    greenline::ConversationStore m_conversations;
    std::map<QString, std::unique_ptr<greenline::MessageStore>> m_timelines;
    QStringList m_rooms;
    QList<greenline::Error> m_errors;
    int m_decoded = 0;
};
