#include "ui/wizard/checklist.h"

#include "ui/wizard/checkdelegate.h"

#include <QResizeEvent>

namespace greenline {

CheckList::CheckList(Checkup &checkup, Clock &clock, const QStringList &ids, Height height, QWidget *parent)
    : QListView(parent)
    , m_model(checkup, clock, ids)
    , m_height(height)
{
    setAccessibleName(tr("Checks"));
    setProperty("quiet", true);
    setModel(&m_model);
    setItemDelegate(new CheckDelegate(m_model, this));
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (height == Height::OfRows) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CheckList::fit);
    setCurrentIndex(m_model.index(0));
}

QString CheckList::current() const
{
    return currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : QString();
}

void CheckList::showTrouble()
{
    if (const int row = m_model.troubleRow(); row >= 0) {
        setCurrentIndex(m_model.index(row));
    }
}

void CheckList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

void CheckList::resizeEvent(QResizeEvent *event)
{
    const QRect place = visualRect(currentIndex());
    const bool wasSeen = place.bottom() >= 0 && place.top() < event->oldSize().height();
    QListView::resizeEvent(event);
    if (m_height == Height::OfPage && wasSeen) { // the details below it take more of the page, or less
        scrollTo(currentIndex());
    }
    if (event->oldSize().width() != event->size().width()) {
        fit();
    }
}

void CheckList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

/// Words may now take another number of lines.
void CheckList::fit()
{
    scheduleDelayedItemsLayout();
    if (m_height == Height::OfPage) {
        return;
    }
    int high = 2 * frameWidth();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        high += sizeHintForIndex(m_model.index(row)).height();
    }
    setFixedHeight(high);
}

} // namespace greenline
