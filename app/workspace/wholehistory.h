#pragma once

#include "app/base/then.h"
#include "app/omnichannel/message.h"
#include "app/rest/messagesapi.h"

#include <QObject>

#include <optional>

namespace greenline {

/// Reads every message of a conversation, beside what the timeline holds. One conversation at a time.
class WholeHistory : public QObject
{
    Q_OBJECT
public:
    explicit WholeHistory(MessagesApi &api, QObject *parent = nullptr);
    void read(const RoomId &room, const Then<QList<Message>> &then); ///< Oldest first; another read ends this one.
    void cancel(); ///< Answers Cancelled.

Q_SIGNALS:
    void progressed(int messages); ///< So many are here.

private:
    struct Reading {
        RoomId room;
        QList<Message> messages; // oldest first
        Then<QList<Message>> then;
        int number = 0;
    };
    void askPage();
    void addPage(const HistoryPage &page);
    void end(const Result<QList<Message>> &how);

    MessagesApi &m_api;
    std::optional<Reading> m_reading;
    int m_readings = 0;
};

} // namespace greenline
