#include "ui/conversations/conversationrows.h"

#include "ui/conversations/conversationdelegate.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace greenline {

ConversationRows::ConversationRows(QWidget *parent)
    : QListView(parent)
{
    setProperty("quiet", true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Conversations"));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConversationRows::noteSeen);
}

void ConversationRows::setRowDelegate(ConversationDelegate *delegate)
{
    m_delegate = delegate;
    setItemDelegate(delegate);
}

void ConversationRows::setNotice(const QString &notice)
{
    if (m_notice != notice) {
        m_notice = notice;
        setAccessibleDescription(notice);
        viewport()->update();
    }
}

/// Qt scrolls to whatever becomes current.
void ConversationRows::mark(const QModelIndex &index)
{
    setAutoScroll(false);
    setCurrentIndex(index);
    setAutoScroll(true);
}

/// Qt keeps the number of pixels above the view, and so each row that comes above would push down what is read.
void ConversationRows::doItemsLayout()
{
    const int before = verticalOffset();
    const QList<Seen> seen = m_seen;
    QListView::doItemsLayout();
    if (before > 0) {
        verticalScrollBar()->setValue(before + commonShift(seen));
    }
    noteSeen();
}

void ConversationRows::noteSeen()
{
    m_seen.clear();
    const int height = viewport()->height();
    QModelIndex row = QListView::indexAt(QPoint(1, 1));
    for (; row.isValid() && visualRect(row).top() < height; row = row.siblingAtRow(row.row() + 1)) {
        m_seen.append({row, visualRect(row).top() + verticalOffset()});
    }
}

/// By which most of what is in view has moved; one that goes elsewhere alone is not followed.
int ConversationRows::commonShift(const QList<Seen> &seen) const
{
    QHash<int, int> shifts;
    for (const Seen &one : seen) {
        const int shift = visualRect(one.row).top() + verticalOffset() - one.top;
        if (one.row.isValid() && ++shifts[shift] * 2 > seen.size()) {
            return shift;
        }
    }
    return 0;
}

QModelIndex ConversationRows::indexAt(const QPoint &point) const
{
    const QModelIndex index = QListView::indexAt(point);
    if (!index.isValid() || !m_delegate) {
        return index;
    }
    const bool isOnHeader = point.y() < visualRect(index).top() + m_delegate->headerHeight(font(), index.row());
    return isOnHeader ? QModelIndex() : index;
}

void ConversationRows::mousePressEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid()) {
        allowSeveral(event->modifiers());
        QListView::mousePressEvent(event); // elsewhere Qt would drop the selection
    }
}

void ConversationRows::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton) { // a shaky click marks no neighbours
        QListView::mouseMoveEvent(event);
    }
}

void ConversationRows::allowSeveral(Qt::KeyboardModifiers modifiers)
{
    const bool isMore = (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) != Qt::NoModifier;
    if (isMore != (selectionMode() == ExtendedSelection)) {
        setSelectionMode(isMore ? ExtendedSelection : SingleSelection);
    }
    if (!isMore && selectionModel() && selectionModel()->selectedRows().size() > 1) {
        clearSelection();
    }
}

void ConversationRows::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT confirmed(currentIndex());
        return;
    }
    const bool isWalk = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_Space
        || event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_PageUp
        || event->key() == Qt::Key_PageDown;
    if (isWalk) {
        allowSeveral(event->modifiers());
    }
    QListView::keyPressEvent(event);
}

void ConversationRows::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model() && model()->rowCount() == 0) {
        paintNotice();
    }
}

void ConversationRows::paintNotice()
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect words = viewport()->rect().adjusted(2 * metrics::margin, 0, -2 * metrics::margin, 0);
    painter.setFont(font());
    const QRect needed = painter.boundingRect(words, Qt::AlignHCenter | Qt::TextWordWrap, m_notice);
    const int disc = 64;
    QRect circle(0, 0, disc, disc);
    circle.moveCenter(QPoint(viewport()->width() / 2, (viewport()->height() - needed.height()) / 2 - metrics::margin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tinted(colours.panel, colours.secondaryText, 0.1));
    painter.drawEllipse(circle);
    QRectF glyph(0, 0, 30, 30);
    glyph.moveCenter(QRectF(circle).center());
    paintGlyph(painter, glyph, Glyph::Sms, tinted(colours.panel, colours.secondaryText, 0.6));
    painter.setPen(colours.secondaryText);
    const QRect below(words.left(), circle.bottom() + metrics::margin, words.width(), needed.height());
    painter.drawText(below, Qt::AlignHCenter | Qt::TextWordWrap, m_notice);
}

} // namespace greenline
