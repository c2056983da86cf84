#include "ui/desk.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/storage/settingsfile.h"
#include "app/workspace/drafts.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "ui/actions.h"
#include "ui/availabilityactions.h"
#include "ui/conversations/conversationlist.h"
#include "ui/customer/customerpane.h"
#include "ui/deskcommands.h"
#include "ui/dialogs/problembar.h"
#include "ui/listnotice.h"
#include "ui/notify/noticebell.h"
#include "ui/notify/notifier.h"
#include "ui/panes.h"
#include "ui/status/connectionbanner.h"
#include "ui/status/statusline.h"
#include "ui/timeline/conversationview.h"
#include "ui/topbar.h"
#include "ui/workbench.h"

#include <QAction>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto unpaintedPatience = 1s; // a window that starts minimized is not painted, and still has to alarm

} // namespace

Desk::Desk(const Needs &needs, QWidget *parent)
    : QWidget(parent)
    , m_needs(needs)
    , m_top(new TopBar(needs.session, needs.clock, needs.actions, this))
    , m_banner(new ConnectionBanner(needs.clock, this))
    , m_problem(new ProblemBar(this))
    , m_panes(new Panes(this))
    , m_list(
          new ConversationList(needs.session.conversations(), needs.session.agent(), needs.clock, m_panes->listPlace()))
    , m_status(new StatusLine(needs.clock, this))
    , m_commands(new DeskCommands(needs.session, *this, this))
    , m_bell(new NoticeBell(needs.notifier, needs.clock, m_top))
    , m_bench(new Workbench(parts(), *m_commands, {m_panes->conversationPlace(), m_panes->customerPlace()}, this))
{
    build();
    addListFeatures(parts());
    connectPanes();
    connectSession();
    connectActions();
    connectSwitches();
    onConnection();
    onMe();
    showCounts();
    needs.clock.after(unpaintedPatience, m_bench, [this] { m_bench->buildSoon(); });
}

Desk::~Desk()
{
    m_needs.settings.setBytes(u"panes"_s, m_panes->widths());
}

DeskParts Desk::parts()
{
    return {m_needs.session, m_needs.clock, m_needs.settings,
            m_needs.actions, *m_list,       *m_problem,
            *m_top,          *m_bell,       m_needs.notifier,
            m_needs.secrets, *this,         [this](const RoomId &room) { select(room); }};
}

void Desk::finish()
{
    m_bench->finish();
}

/// The children are painted after this, and the rest is built after them.
void Desk::paintEvent(QPaintEvent *)
{
    m_bench->buildSoon();
}

void Desk::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_top->addTool(m_bell);
    column->addWidget(m_top);
    column->addWidget(m_banner);
    column->addWidget(m_problem);
    column->addWidget(m_panes, 1);
    column->addWidget(m_status);
    m_panes->hold(*m_list);
    m_panes->setWidths(m_needs.settings.bytes(u"panes"_s));
}

void Desk::connectPanes()
{
    connect(m_list, &ConversationList::selected, this, &Desk::open);
    connect(m_list, &ConversationList::takeRequested, m_commands, &DeskCommands::take);
    connect(m_top, &TopBar::backRequested, this, &Desk::goBack);
    connect(m_panes, &Panes::listHidden, m_top, &TopBar::setBackOffered);
    connect(m_top, &TopBar::availabilityChosen, m_commands, &DeskCommands::setAvailability);
    connect(m_banner, &ConnectionBanner::retryRequested, &m_needs.session, &Session::retryNow);
    connect(m_commands, &DeskCommands::taken, this, [this](const RoomId &room) {
        m_problem->clear();
        m_list->select(room); // and the eye stays with those who wait
        m_panes->showConversation();
        m_bench->view().focusReply();
    });
    connect(m_bench, &Workbench::finished, this, &Desk::finished);
    connect(m_commands, &DeskCommands::told, m_problem, &ProblemBar::inform);
    connect(m_commands, &DeskCommands::failed, m_problem, &ProblemBar::tell);
    connect(m_commands, &DeskCommands::settled, m_problem, &ProblemBar::withdraw);
}

void Desk::connectSession()
{
    Session &session = m_needs.session;
    ConversationStore &conversations = session.conversations();
    connect(&session, &Session::connectionChanged, this, &Desk::onConnection);
    connect(&session, &Session::noticed, &m_needs.notifier, &Notifier::tell);
    connect(&m_needs.notifier, &Notifier::takeChosen, m_commands, &DeskCommands::take);
    connect(&session, &Session::storageFailed, this, [this](const Error &error) { tellIfFailed(error); });
    connect(&session.drafts(), &Drafts::stored, m_problem, &ProblemBar::noteWritten);
    connect(&session, &Session::versionChanged, this, &Desk::showCounts);
    m_status->follow(session.pauses(), [this] { return room(); });
    connect(this, &Desk::viewChanged, m_status, &StatusLine::showPause);
    connect(&conversations, &ConversationStore::changed, this, &Desk::onRow);
    connect(&conversations, &ConversationStore::inserted, this, &Desk::onRow);
    connect(&conversations, &ConversationStore::aboutToRemove, this,
            [this](int row) { m_needs.notifier.withdraw(m_needs.session.conversations().at(row).id); });
    connect(&conversations, &ConversationStore::countsChanged, this, &Desk::showCounts);
    connect(&session.agent(), &AgentStore::meChanged, this, &Desk::onMe);
    connect(&session.outbox(), &Outbox::waitingChanged, this, &Desk::showCounts);
}

void Desk::connectActions()
{
    const Actions &actions = m_needs.actions;
    connect(actions.takeNext, &QAction::triggered, this, [this] { m_commands->takeNext(m_list->firstWaiting()); });
    connect(actions.closeConversation, &QAction::triggered, this, [this] { m_commands->askToClose(room()); });
    connect(actions.previous, &QAction::triggered, m_list, &ConversationList::selectPrevious);
    connect(actions.next, &QAction::triggered, m_list, &ConversationList::selectNext);
    connect(actions.nextUnread, &QAction::triggered, m_list, &ConversationList::selectNextUnread);
    connect(actions.focusFilter, &QAction::triggered, this, [this] {
        m_panes->showList();
        m_list->focusFilter();
    });
    connect(actions.back, &QAction::triggered, this, &Desk::goBack);
    connect(actions.reconcile, &QAction::triggered, &m_needs.session, &Session::reconcile);
    new AvailabilityActions(m_needs.session.agent(), actions, *m_commands, this);
    for (int place = 0; place < actions.nth.size(); ++place) {
        connect(actions.nth.at(place), &QAction::triggered, m_list, [this, place] { m_list->selectAt(place); });
    }
}

void Desk::connectSwitches()
{
    const Actions &actions = m_needs.actions;
    SettingsFile &settings = m_needs.settings;
    actions.allChannels->setChecked(settings.isOn(u"allChannels"_s, false));
    m_list->setShowsAllChannels(actions.allChannels->isChecked());
    connect(actions.allChannels, &QAction::toggled, this, [this](bool isOn) {
        m_needs.settings.setOn(u"allChannels"_s, isOn);
        m_list->setShowsAllChannels(isOn);
        setLook(m_isLookedAt, m_isOnScreen);
    });
    actions.customerPane->setChecked(settings.isOn(u"customerPane"_s, true));
    m_panes->setCustomerWanted(actions.customerPane->isChecked());
    connect(actions.customerPane, &QAction::triggered, this,
            [this](bool isOn) { m_needs.settings.setOn(u"customerPane"_s, isOn); });
    connect(actions.customerPane, &QAction::toggled, m_panes, &Panes::setCustomerWanted);
    connect(m_panes, &Panes::customerSwitched, actions.customerPane, &QAction::setChecked);
}

RoomId Desk::room() const
{
    return m_bench->room();
}

void Desk::select(const RoomId &room)
{
    if (!room.isEmpty()) {
        m_list->select(room);
        m_list->reveal();
        m_panes->showConversation();
    }
}

void Desk::open(const RoomId &room)
{
    m_bench->show(room);
    if (!room.isEmpty()) {
        m_panes->showConversation();
    }
    m_commands->noteOpened(room);
    setLook(m_isLookedAt, m_isOnScreen);
    Q_EMIT viewChanged();
}

void Desk::setLook(bool isLookedAt, bool isOnScreen)
{
    m_isLookedAt = isLookedAt;
    m_isOnScreen = isOnScreen;
    Attention::View view;
    view.openRoom = room();
    view.isWindowActive = isLookedAt;
    view.isWindowVisible = isOnScreen;
    view.showsAllChannels = m_needs.actions.allChannels->isChecked();
    m_needs.session.setView(view);
    if (isLookedAt && !view.openRoom.isEmpty()) {
        m_needs.notifier.withdraw(view.openRoom);
    }
}

void Desk::setKeyringAwaited(bool isAwaited)
{
    const QString words = tr("This is what was last seen. Unlock the keyring, as your desktop asks, to connect.");
    isAwaited ? m_problem->inform(words) : m_problem->withdraw(words);
}

void Desk::welcome(const SignedIn &signedIn)
{
    setKeyringAwaited(false);
    if (signedIn.keyringError) {
        m_problem->tell(errorText(*signedIn.keyringError, Occasion::Keyring));
    }
}

void Desk::tellIfFailed(const Status &stored)
{
    if (!stored) {
        m_problem->tell(errorText(stored.error(), Occasion::Storing));
    }
}

void Desk::goBack()
{
    if (!m_problem->isEmpty()) {
        m_problem->dismiss();
        return;
    }
    m_panes->showList();
    m_list->focusList();
}

void Desk::onRow(int row)
{
    const Conversation &conversation = m_needs.session.conversations().at(row);
    if (conversation.id == room()) {
        m_bench->customer().setConversation(&conversation);
    }
    if (conversation.stage == Stage::Elsewhere || conversation.stage == Stage::Closed) {
        m_needs.notifier.withdraw(conversation.id); // somebody else looks after it
    }
}

void Desk::onConnection()
{
    const ConnectionState &state = m_needs.session.connection();
    m_banner->setState(state);
    m_status->setState(state);
    showListNotice();
}

void Desk::onMe()
{
    const Agent &me = m_needs.session.agent().me();
    showCounts();
    showListNotice();
    if (!me.roles.isEmpty() && !me.isAgent() && !std::exchange(m_toldNoAgent, true)) {
        m_problem->inform(tr("Your account is not an agent of this workspace, so it is given no conversations. "
                             "Ask an administrator for the role livechat-agent."));
    }
}

void Desk::showListNotice()
{
    m_list->setNotice(listNotice(m_needs.session.connection(), m_needs.session.agent().me().availability));
}

void Desk::showCounts()
{
    m_top->refresh();
    m_status->setWaitingToSend(m_needs.session.outbox().waiting());
    m_status->setServer(m_needs.session.signedIn().version);
}

} // namespace greenline
