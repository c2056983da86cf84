#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/conversation.h"
#include "ui/timeline/offer.h"
#include "ui/words/errortext.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QToolButton;

namespace greenline {

class Composer;
class ConversationHeader;
class FileSaver;
class NoticeBar;
class OwnTexts;
class PauseBar;
class Pictures;
class QuietPage;
class Session;
class TimelinePane;
class TimelineView;

/// The middle pane: header, timeline and composer of one conversation, or words when none is chosen. It reads the
/// session and follows it live; taking and closing are asked for, not done. Who owns it tells the session what is open
/// (Session::setView).
class ConversationView : public QWidget
{
    Q_OBJECT
public:
    ConversationView(Session &session, Clock &clock, QWidget *parent = nullptr);

    void open(const RoomId &room);
    void clear();
    RoomId room() const { return m_conversation.id; }
    void focusReply();
    void setTaking(const QSet<RoomId> &rooms); ///< They cannot be asked for once more.
    /// What the header offers for a conversation; without a rule, to take or to close it.
    using OfferRule = std::function<QList<Offer>(const Conversation &conversation)>;
    void setOfferRule(const OfferRule &rule);
    void refreshOffers(); ///< The rule answers otherwise now.
    Composer &composer() { return *m_composer; }
    TimelineView &timeline() { return *m_timeline; }
    TimelinePane &timelinePane() { return *m_timelinePane; }
    const Conversation &conversation() const { return m_conversation; } ///< As last seen; without an id: none.
    bool isReadable() const { return m_hasTimeline; } ///< The messages are shown.
    void takeBack(const MessageId &message); ///< What has not left becomes the draft again.
    void addBar(QWidget *bar); ///< Above the messages; takes it as its child.
    void addTool(QToolButton *tool); ///< Into the header; takes it as its child.

Q_SIGNALS:
    void takeRequested(const greenline::RoomId &room);
    void closeRequested(const greenline::RoomId &room);
    void deedRequested(const greenline::RoomId &room, greenline::Deed deed); ///< Any other button of the header.
    void problem(const greenline::ErrorText &text);
    void sent(const greenline::RoomId &room); ///< Into the outbox.
    void timelineChanged(); ///< Another conversation's messages are shown, or none.

private:
    void build();
    void connectSession();
    void connectParts();
    void onDeed(Deed deed);
    void refreshSoon();
    void refresh();
    Conversation gone() const;
    bool mayRead() const;
    void showTimeline();
    void leaveTimeline();
    void onLoading(const RoomId &room);
    void onLoadFailed(const RoomId &room, const Error &error);

    Session &m_session;
    Conversation m_conversation; // as last seen; without an id when none is open
    OfferRule m_offerRule;
    bool m_hasTimeline = false; // the open conversation's messages are shown
    bool m_willRefresh = false;
    QStackedWidget *m_pages;
    QuietPage *m_nothing;
    QWidget *m_page;
    ConversationHeader *m_header;
    QStackedWidget *m_middle;
    QuietPage *m_unread; // a queued conversation that may not be read yet
    Pictures *m_pictures;
    TimelineView *m_timeline;
    TimelinePane *m_timelinePane;
    NoticeBar *m_historyBar;
    PauseBar *m_pauseBar;
    Composer *m_composer;
    OwnTexts *m_ownTexts;
    FileSaver *m_files;
};

} // namespace greenline
