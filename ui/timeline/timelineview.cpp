#include "ui/timeline/timelineview.h"

#include "ui/theme/colours.h"
#include "ui/timeline/foresight.h"
#include "ui/timeline/messagedelegate.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/timelineactions.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace greenline {

TimelineView::TimelineView(Pictures &pictures, Clock &clock, QWidget *parent)
    : QListView(parent)
    , m_pictures(pictures)
    , m_layout(m_model, pictures, clock)
    , m_place(*this)
    , m_actions(new TimelineActions(*this, pictures))
    , m_foresight(new Foresight(*this, m_model, pictures))
{
    setAccessibleName(tr("Messages"));
    setProperty("quiet", true);
    setStyleSheet(u"QListView, QListView:focus { background: palette(window); border: none; }"_s);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLayoutMode(SinglePass); // Batched leaves the last row out of sight after a jump to the end (Qt 6.4)
    setMouseTracking(true);
    m_layout.setFont(font());
    setModel(&m_model);
    setItemDelegate(new MessageDelegate(m_model, m_layout, pictures, this));
    connectParts();
}

TimelineView::~TimelineView() = default;

void TimelineView::connectParts()
{
    connect(&m_layout, &BubbleLayout::heightsChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(&m_model, &MessageModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::onScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (!m_isLayingOut) {
            m_place.restore(); // the viewport has another height
        }
    });
    connect(m_foresight, &Foresight::wantsOlder, this, &TimelineView::wantsOlder);
    connect(m_foresight, &Foresight::askedForOlder, this, &TimelineView::placeChanged);
    connect(&m_pictures, &Pictures::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_actions, &TimelineActions::retryRequested, this, &TimelineView::retryRequested);
    connect(m_actions, &TimelineActions::editRequested, this, &TimelineView::editRequested);
    connect(m_actions, &TimelineActions::discardRequested, this, &TimelineView::discardRequested);
    connect(m_actions, &TimelineActions::linkRequested, this, &TimelineView::linkRequested);
    connect(m_actions, &TimelineActions::saveRequested, this, &TimelineView::saveRequested);
    connect(m_actions, &TimelineActions::dayPressed, this,
            [this](const QDate &day) { Q_EMIT dayPressed(day, QCursor::pos()); });
}

void TimelineView::setStore(MessageStore *store)
{
    if (m_model.store()) {
        disconnect(m_model.store(), nullptr, this, nullptr);
    }
    m_newBelow = 0;
    m_foresight->forgetAsking();
    m_model.setStore(store);
    m_place.goToEnd();
    if (store) {
        connect(store, &MessageStore::hasOlderChanged, this, [this] { m_foresight->lookSoon(); });
    }
    m_foresight->lookSoon();
    Q_EMIT placeChanged();
}

void TimelineView::setMe(const AgentId &me)
{
    m_layout.setMe(me);
}

void TimelineView::setLoading(bool isLoading)
{
    m_foresight->setLoading(isLoading);
    viewport()->update();
    Q_EMIT placeChanged();
}

bool TimelineView::isLoadingOlder() const
{
    return m_foresight->isLoadingOlder();
}

void TimelineView::jumpToNewest()
{
    m_newBelow = 0;
    m_model.showNewest();
    m_place.goToEnd();
    Q_EMIT placeChanged();
}

bool TimelineView::showMessage(const MessageId &message)
{
    while (m_model.rowOf(message) < 0 && m_model.canShowMore()) {
        m_model.showMore();
    }
    const int row = m_model.rowOf(message);
    if (row < 0) {
        return false;
    }
    const QModelIndex index = m_model.index(row);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    m_place.remember();
    Q_EMIT placeChanged();
    return true;
}

void TimelineView::setHighlight(const QString &phrase)
{
    m_layout.setHighlight(phrase);
    viewport()->update();
}

const Message *TimelineView::currentMessage() const
{
    return currentIndex().isValid() ? &m_model.message(currentIndex().row()) : nullptr;
}

QList<int> TimelineView::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectedIndexes();
    for (const QModelIndex &index : indexes) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool TimelineView::isFolded(int row)
{
    const std::vector<BubbleSpot> &spots = m_layout.bubble(row).spots;
    return std::any_of(spots.begin(), spots.end(),
                       [](const BubbleSpot &spot) { return spot.kind == BubbleSpot::Kind::ShowAll; });
}

void TimelineView::doItemsLayout()
{
    {
        const QScopedValueRollback<bool> layingOut(m_isLayingOut, true);
        QListView::doItemsLayout();
        sinkToEnd();
        m_place.restore();
    }
    m_foresight->lookSoon();
}

/// A short conversation stands at the lower edge, where the next message comes and the reply is written.
void TimelineView::sinkToEnd()
{
    const QModelIndex last = m_model.index(m_model.rowCount() - 1);
    const int content = last.isValid() ? visualRect(last).bottom() + 1 + verticalOffset() : height();
    const int spare = qMax(0, height() - content);
    if (viewportMargins().top() != spare) {
        setViewportMargins(0, spare, 0, 0);
    }
}

/// Nothing is below but own messages that have not left yet.
bool TimelineView::isNewest(int row) const
{
    for (int below = row + 1; below < m_model.rowCount(); ++below) {
        if (m_model.message(below).delivery == Message::Delivery::Saved) {
            return false;
        }
    }
    return true;
}

void TimelineView::onRowsInserted(int first, int last)
{
    if (first == 0) {
        m_foresight->forgetAsking();
    }
    if (!m_place.isAtEnd() && first > 0 && isNewest(last)) {
        for (int row = first; row <= last; ++row) {
            m_newBelow += m_model.message(row).author == Message::Author::Customer ? 1 : 0;
        }
    }
    Q_EMIT placeChanged();
}

void TimelineView::onScrolled()
{
    if (m_isLayingOut) {
        return;
    }
    m_place.remember();
    if (m_place.isAtEnd()) {
        m_newBelow = 0;
    }
    m_foresight->lookSoon();
    Q_EMIT placeChanged();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_layout.setWidth(width()); // the scroll bar comes and goes in the right margin and moves nothing
    sinkToEnd();
}

void TimelineView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_layout.setFont(font());
    }
}

void TimelineView::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_foresight->lookSoon();
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_model.rowCount() == 0 && m_model.store()) {
        QPainter painter(viewport());
        painter.setPen(coloursOf(palette()).secondaryText);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         m_foresight->isLoading() ? tr("Loading the messages…") : tr("No messages yet"));
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(timelineHitAt(*this, m_layout, event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? timelineHitAt(*this, m_layout, event->pos()) : std::nullopt;
    QListView::mousePressEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const std::optional<TimelineHit> released = timelineHitAt(*this, m_layout, event->pos());
    const bool isClick = m_pressed && released == m_pressed && event->button() == Qt::LeftButton;
    m_pressed.reset();
    if (isClick) {
        m_actions->follow(released->row, released->spot);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid()) {
        setCurrentIndex(index);
        const QRect row = visualRect(index).intersected(viewport()->rect());
        m_actions->showMenu(isByKey ? viewport()->mapToGlobal(row.center()) : event->globalPos());
    }
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QListView::viewportEvent(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::optional<TimelineHit> hit = timelineHitAt(*this, m_layout, help->pos());
    QToolTip::showText(help->globalPos(), hit ? m_actions->toolTipOf(hit->row, hit->spot) : QString(), viewport());
    return true;
}

} // namespace greenline
