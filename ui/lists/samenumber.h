#pragma once

#include "app/base/id.h"

#include <QObject>

#include <functional>

namespace greenline {

class ConversationList;
class ConversationView;
class NoticeBar;
class Session;

/// Says above the open conversation that its number has another one open, and leads there.
class SameNumber : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationList &list;
        ConversationView &view;
        std::function<void(const RoomId &)> open; ///< Shows a conversation.
    };
    explicit SameNumber(const Needs &needs, QObject *parent = nullptr);

private:
    void lookForOthers();
    RoomId other() const;

    Needs m_needs;
    NoticeBar *m_bar;
};

} // namespace greenline
