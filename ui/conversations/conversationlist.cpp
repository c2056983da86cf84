#include "ui/conversations/conversationlist.h"

#include "app/omnichannel/agentstore.h"
#include "ui/conversations/conversationdelegate.h"
#include "ui/conversations/conversationfilter.h"
#include "ui/conversations/conversationmodel.h"
#include "ui/conversations/conversationrows.h"
#include "ui/conversations/filterbox.h"
#include "ui/conversations/listselection.h"
#include "ui/conversations/stillness.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace greenline {

namespace {

using namespace std::chrono_literals;

constexpr std::array listedStages{Stage::Queue, Stage::Mine, Stage::OnHold, Stage::Closed, Stage::Elsewhere};

} // namespace

ConversationList::ConversationList(ConversationStore &store, AgentStore &agent, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new ConversationModel(store, agent, clock, this))
    , m_filter(new ConversationFilter(*m_model, clock, this))
    , m_rows(new ConversationRows(this))
    , m_filterBox(new FilterBox(this))
    , m_stillness(new Stillness(*m_filter, *m_rows, clock, this))
    , m_alarm(clock, [this] { tick(); })
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_rows->setRowDelegate(new ConversationDelegate(*m_filter, agent, clock, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 12, 6);
    top->addWidget(m_filterBox);
    layout->addLayout(top);
    layout->addWidget(m_stillness);
    layout->addWidget(m_rows, 1);
    setTabOrder(m_filterBox, m_rows);
    setFocusProxy(m_rows);
    connectRows();
    connect(&agent, &AgentStore::meChanged, m_rows->viewport(), qOverload<>(&QWidget::update));
    updateNotice();
}

void ConversationList::connectRows()
{
    m_selection = new ListSelection(*m_filter, *m_rows, *m_stillness, this);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ConversationList::onRowsChanged);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ConversationList::onRowsChanged);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &ConversationList::onRowsChanged);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ConversationList::onRowsChanged);
    connect(m_selection, &ListSelection::selected, this, &ConversationList::selected);
    connect(m_selection, &ListSelection::chosenChanged, this, &ConversationList::chosenChanged);
    connect(m_filterBox, &QLineEdit::textChanged, this, &ConversationList::filterBy);
    connect(m_filterBox, &FilterBox::leftForList, this, &ConversationList::focusList);
    const auto askToTake = [this](const QModelIndex &index) {
        const Conversation &conversation = m_filter->at(index.row());
        if (conversation.stage == Stage::Queue) {
            Q_EMIT takeRequested(RoomId(conversation.id));
        }
    };
    connect(m_rows, &QAbstractItemView::doubleClicked, this, askToTake);
    connect(m_rows, &ConversationRows::confirmed, this, askToTake);
    connect(m_rows->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { tick(); });
}

RoomId ConversationList::current() const
{
    return m_selection->current();
}

void ConversationList::select(const RoomId &room)
{
    m_selection->select(room);
}

void ConversationList::reveal()
{
    m_selection->reveal();
}

void ConversationList::selectNext()
{
    m_selection->selectNext();
}

void ConversationList::selectPrevious()
{
    m_selection->selectPrevious();
}

void ConversationList::selectNextUnread()
{
    m_selection->selectNextUnread();
}

void ConversationList::selectAt(int place)
{
    m_selection->selectAt(place);
}

QList<RoomId> ConversationList::chosen() const
{
    return m_selection->chosen();
}

void ConversationList::clearChosen()
{
    m_selection->clearChosen();
}

RoomId ConversationList::firstWaiting() const
{
    return m_filter->firstWaiting();
}

void ConversationList::setShowsAllChannels(bool showsAll)
{
    m_filter->setShowsAllChannels(showsAll);
}

void ConversationList::setOnly(const std::optional<Stage> &stage)
{
    m_filter->setOnly(stage);
}

void ConversationList::setListing(Listing listing)
{
    m_listing = listing;
    updateNotice();
}

void ConversationList::setOrder(ListOrder order)
{
    m_filter->setOrder(order);
}

QString ConversationList::filter() const
{
    return m_filterBox->text();
}

void ConversationList::setFilter(const QString &typed)
{
    m_filterBox->setText(typed);
}

void ConversationList::addAbove(QWidget *bar)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_stillness), bar);
}

void ConversationList::addBelow(QWidget *bar)
{
    static_cast<QVBoxLayout *>(layout())->addWidget(bar);
}

void ConversationList::setNotice(const QString &notice)
{
    m_notice = notice;
    updateNotice();
}

void ConversationList::filterBy(const QString &typed)
{
    const bool wasActive = !m_filter->terms().isEmpty();
    m_filter->setTerms(FilterTerms(typed));
    updateNotice();
    if (wasActive == m_filter->terms().isEmpty()) {
        Q_EMIT filterActive(!wasActive);
    }
}

void ConversationList::updateNotice()
{
    if (!m_filter->terms().isEmpty()) {
        m_rows->setNotice(tr("No conversation matches the filter."));
    } else if (m_listing != Listing::Live) {
        m_rows->setNotice(m_listing == Listing::Loading ? tr("Loading the conversations…") : tr("There are none."));
    } else {
        m_rows->setNotice(m_notice.isEmpty() ? tr("Nobody is waiting") : m_notice);
    }
}

void ConversationList::focusFilter()
{
    m_filterBox->setFocus(Qt::ShortcutFocusReason);
    m_filterBox->selectAll();
}

void ConversationList::focusList()
{
    m_rows->setFocus(Qt::ShortcutFocusReason);
}

void ConversationList::onRowsChanged()
{
    m_selection->showCurrent();
    if (!std::exchange(m_isLookDue, true)) { // once for a burst of changes
        QMetaObject::invokeMethod(this, &ConversationList::lookAtSections, Qt::QueuedConnection);
    }
}

void ConversationList::lookAtSections()
{
    m_isLookDue = false;
    std::array<int, 5> sections{};
    for (size_t stage = 0; stage < sections.size(); ++stage) {
        sections.at(stage) = m_filter->shown(listedStages.at(stage));
    }
    if (std::exchange(m_sections, sections) != sections) {
        m_rows->scheduleDelayedItemsLayout(); // a row may have got a header, or lost it
        tick();
    }
    Q_EMIT rowsChanged();
}

void ConversationList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void ConversationList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_alarm.stop();
}

/// The queue stands on top, so its last row tells whether any of it can be seen.
bool ConversationList::isQueueInSight() const
{
    const int waiting = m_filter->shown(Stage::Queue);
    return waiting > 0 && m_rows->visualRect(m_filter->index(waiting - 1, 0)).bottom() >= 0;
}

/// Paints the times anew, each second while somebody is seen waiting, else each minute; never while hidden.
void ConversationList::tick()
{
    if (isVisible()) {
        m_filter->refresh();
        m_rows->viewport()->update();
        m_alarm.start(isQueueInSight() ? std::chrono::milliseconds(1s) : std::chrono::milliseconds(1min));
    }
}

} // namespace greenline
