#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/conversation.h"
#include "ui/words/errortext.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace greenline {

class Composer;
class ConversationHeader;
class MessageStore;
class NoticeBar;
class Pictures;
class QueuePage;
class Session;
class TimelineView;

/// The middle pane: header, timeline and composer of one conversation, or words when none is chosen. It reads the session and follows
/// it live; taking and closing are asked for, not done. Who owns it tells the session what is open (Session::setView).
class ConversationView : public QWidget
{
    Q_OBJECT
public:
    ConversationView(Session &session, Clock &clock, QWidget *parent = nullptr);
    ~ConversationView() override;

    void open(const RoomId &room);
    void clear();
    RoomId room() const { return m_conversation.id; }
    void focusReply();
    void setBusyTaking(bool isBusy);

Q_SIGNALS:
    void takeRequested(const greenline::RoomId &room);
    void closeRequested(const greenline::RoomId &room);
    void problem(const greenline::ErrorText &text);

private:
    void build();
    void connectSession();
    void connectParts();
    void refresh();
    void showTimeline();
    void leaveTimeline();
    void send(const QString &text);
    void retry(const MessageId &message);
    void edit(const MessageId &message);
    void discard(const MessageId &message);
    void saveFile(const Attachment &attachment);
    void onRow(int row);
    void onLoading(const RoomId &room);
    void onLoadFailed(const RoomId &room, const Error &error);

    Session &m_session;
    Clock &m_clock;
    Conversation m_conversation; // as last seen; without an id when none is open
    bool m_hasTimeline = false; // the open conversation's store is shown
    QStackedWidget *m_pages = nullptr;
    QWidget *m_emptyPage = nullptr;
    QWidget *m_conversationPage = nullptr;
    QStackedWidget *m_middle = nullptr;
    ConversationHeader *m_header = nullptr;
    Pictures *m_pictures = nullptr;
    TimelineView *m_timeline = nullptr;
    QueuePage *m_queuePage = nullptr;
    NoticeBar *m_historyBar = nullptr;
    Composer *m_composer = nullptr;
};

} // namespace greenline
