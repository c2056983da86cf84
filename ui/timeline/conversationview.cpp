#include "ui/timeline/conversationview.h"

#include "app/rest/restclient.h"
#include "app/workspace/abilities.h"
#include "app/workspace/drafts.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/timeline/conversationheader.h"
#include "ui/timeline/filesaver.h"
#include "ui/timeline/owntexts.h"
#include "ui/timeline/pausebar.h"
#include "ui/timeline/picturedecoder.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/questions.h"
#include "ui/timeline/quietpage.h"
#include "ui/timeline/termsof.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QList<Offer> plainOffers(const Conversation &conversation)
{
    if (conversation.stage == Stage::Queue) {
        return {{Deed::Take, {}}};
    }
    return isAnswerable(conversation) ? QList<Offer>{{Deed::Close, {}}} : QList<Offer>();
}

} // namespace

ConversationView::ConversationView(Session &session, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_offerRule(plainOffers)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new QuietPage(m_pages))
    , m_page(new QWidget(m_pages))
    , m_header(new ConversationHeader(m_page))
    , m_middle(new QStackedWidget(m_page))
    , m_unread(new QuietPage(m_middle))
    , m_pictures(new Pictures(
          session.signedIn().account.workspace,
          [&session](const QString &link, const Then<HttpReply> &then) {
              session.rest().download(link, PictureLimits().bytes, then);
          },
          this))
    , m_timeline(new TimelineView(*m_pictures, clock, m_middle))
    , m_timelinePane(new TimelinePane(m_timeline, m_middle))
    , m_historyBar(new NoticeBar(m_page))
    , m_pauseBar(new PauseBar(session, m_page))
    , m_composer(new Composer(m_page))
    , m_ownTexts(new OwnTexts({session, *m_composer, *m_timeline, *this, [this] { return room(); }}, this))
    , m_files(new FileSaver(session.rest(), this))
{
    m_nothing->say(Glyph::Sms, tr("Choose a conversation"));
    m_historyBar->setButton(tr("Try again"));
    m_timeline->setMe(session.signedIn().me.id);
    build();
    connectSession();
    connectParts();
}

void ConversationView::build()
{
    m_middle->addWidget(m_timelinePane);
    m_middle->addWidget(m_unread);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pauseBar);
    column->addWidget(m_historyBar);
    column->addWidget(m_middle, 1);
    column->addSpacing(8);
    column->addWidget(m_composer);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_pages);
    setTabOrder(m_timeline, m_composer);
}

void ConversationView::connectSession()
{
    const auto onRow = [this](int row) {
        if (m_session.conversations().at(row).id == room()) {
            refreshSoon();
        }
    };
    connect(&m_session.conversations(), &ConversationStore::inserted, this, onRow);
    connect(&m_session.conversations(), &ConversationStore::changed, this, onRow);
    connect(&m_session.conversations(), &ConversationStore::aboutToRemove, this, onRow);
    connect(&m_session.agent(), &AgentStore::departmentsChanged, this, &ConversationView::refreshSoon);
    connect(&m_session, &Session::connectionChanged, this, &ConversationView::refreshSoon);
    connect(&m_session, &Session::routingChanged, this, &ConversationView::refreshSoon);
    connect(&m_session.timelines(), &Timelines::loadingChanged, this, &ConversationView::onLoading);
    connect(&m_session.timelines(), &Timelines::loadFailed, this, &ConversationView::onLoadFailed);
}

void ConversationView::connectParts()
{
    connect(m_header, &ConversationHeader::pressed, this, &ConversationView::onDeed);
    connect(m_composer, &Composer::textEdited, this,
            [this](const QString &text) { m_session.drafts().set(room(), text); });
    connect(&m_timeline->messages(), &MessageModel::rowsInserted, this,
            &ConversationView::refreshSoon); // may name who serves
    connect(m_timeline, &TimelineView::wantsOlder, this, [this] { m_session.timelines().loadOlder(room()); });
    connect(m_historyBar, &NoticeBar::pressed, this, [this] { m_session.timelines().loadOlder(room()); });
    connect(m_ownTexts, &OwnTexts::problem, this, &ConversationView::problem);
    connect(m_ownTexts, &OwnTexts::sent, this, &ConversationView::sent);
    connect(m_timeline, &TimelineView::linkRequested, this, [this](const QUrl &url) { askToOpenLink(this, url); });
    connect(m_timeline, &TimelineView::saveRequested, m_files, &FileSaver::save);
    connect(m_files, &FileSaver::failed, this, &ConversationView::problem);
}

void ConversationView::open(const RoomId &room)
{
    if (room == this->room()) {
        refresh();
        return;
    }
    leaveTimeline();
    m_conversation = {.id = room};
    m_historyBar->setText({});
    refresh();
    m_composer->setText(m_session.drafts().text(room));
    m_pages->setCurrentWidget(m_page);
}

void ConversationView::clear()
{
    leaveTimeline();
    m_conversation = {};
    m_composer->setText({});
    m_pages->setCurrentWidget(m_nothing);
}

void ConversationView::addBar(QWidget *bar)
{
    auto *column = static_cast<QVBoxLayout *>(m_page->layout());
    column->insertWidget(column->indexOf(m_middle), bar);
}

void ConversationView::addTool(QToolButton *tool)
{
    m_header->addTool(tool);
}

void ConversationView::takeBack(const MessageId &message)
{
    m_ownTexts->takeBack(message);
}

void ConversationView::focusReply()
{
    refresh(); // it may have become ours a moment ago
    m_composer->focusReply();
}

void ConversationView::setOfferRule(const OfferRule &rule)
{
    m_offerRule = rule;
    refreshOffers();
}

void ConversationView::refreshOffers()
{
    m_header->setOffers(m_offerRule(m_conversation));
}

void ConversationView::onDeed(Deed deed)
{
    if (deed == Deed::Take) {
        Q_EMIT takeRequested(room());
    } else if (deed == Deed::Close) {
        Q_EMIT closeRequested(room());
    } else {
        Q_EMIT deedRequested(room(), deed);
    }
}

void ConversationView::setTaking(const QSet<RoomId> &rooms)
{
    m_header->setTaking(rooms);
}

/// Not from within a store's own signal, and once for a burst of them.
void ConversationView::refreshSoon()
{
    if (!m_willRefresh && !room().isEmpty()) {
        m_willRefresh = true;
        QMetaObject::invokeMethod(this, &ConversationView::refresh, Qt::QueuedConnection);
    }
}

void ConversationView::refresh()
{
    m_willRefresh = false;
    if (room().isEmpty()) {
        return;
    }
    const Conversation *listed = m_session.conversations().find(room());
    m_conversation = listed ? *listed : gone();
    if (const QString name = m_timeline->messages().nameOf(m_conversation.servedBy); !name.isEmpty()) {
        m_conversation.servedByName = name; // rooms carry usernames alone
    }
    m_header->setConversation(m_conversation, m_session.agent().departmentName(m_conversation.department));
    refreshOffers();
    m_pauseBar->setRoom(room());
    m_composer->setTerms(termsOf(m_conversation, m_session.connection().line));
    if (mayRead() && !m_hasTimeline) {
        showTimeline();
    }
    if (!m_hasTimeline) {
        m_unread->say(glyphOf(m_conversation.source),
                      m_conversation.stage == Stage::Queue ? tr("Take this conversation to read and answer it")
                                                           : tr("This conversation cannot be read by you"),
                      m_conversation.preview);
        m_middle->setCurrentWidget(m_unread);
    }
}

/// It has left the list: closed, or somebody else answers it. What is still known may be old where it speaks of us.
Conversation ConversationView::gone() const
{
    const AgentId &me = m_session.signedIn().me.id;
    const ConversationFacts *facts = m_session.conversations().facts(room());
    Conversation conversation = facts ? joined(room(), *facts, me) : m_conversation;
    if (conversation.stage != Stage::Closed) {
        conversation.stage = Stage::Elsewhere;
    }
    if (conversation.servedBy == me) {
        conversation.servedByName.clear();
    }
    return conversation;
}

bool ConversationView::mayRead() const
{
    if (m_conversation.stage == Stage::Queue) {
        return m_session.mayPreviewQueue();
    }
    if (m_conversation.stage == Stage::Elsewhere
        && m_session.abilities().verdict(Ability::SeeAllConversations) == Verdict()) {
        return true; // a manager's
    }
    return isAnswerable(m_conversation) || m_conversation.stage == Stage::Closed
        || m_conversation.hasUnsent; // what did not leave is there to be taken back
}

void ConversationView::showTimeline()
{
    m_hasTimeline = true;
    m_timeline->setStore(&m_session.timelines().open(room()));
    m_timeline->setLoading(m_session.timelines().isLoading(room()));
    m_middle->setCurrentIndex(0);
    Q_EMIT timelineChanged();
}

void ConversationView::leaveTimeline()
{
    if (m_hasTimeline) {
        m_hasTimeline = false;
        m_timeline->setStore(nullptr);
        m_session.timelines().release(room());
        Q_EMIT timelineChanged();
    }
}

void ConversationView::onLoading(const RoomId &room)
{
    if (room == this->room()) {
        const bool isLoading = m_session.timelines().isLoading(room);
        m_timeline->setLoading(isLoading);
        if (isLoading) {
            m_historyBar->setText({});
        }
    }
}

void ConversationView::onLoadFailed(const RoomId &room, const Error &error)
{
    if (room == this->room()) {
        m_historyBar->setText(errorText(error, Occasion::LoadingHistory).oneLine());
    }
}

} // namespace greenline
