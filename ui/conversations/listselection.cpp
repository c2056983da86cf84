#include "ui/conversations/listselection.h"

#include "ui/conversations/conversationfilter.h"
#include "ui/conversations/conversationrows.h"
#include "ui/conversations/stillness.h"

#include <algorithm>
#include <utility>

namespace greenline {

ListSelection::ListSelection(ConversationFilter &filter, ConversationRows &rows, Stillness &stillness, QObject *parent)
    : QObject(parent)
    , m_filter(filter)
    , m_rows(rows)
    , m_stillness(stillness)
{
    // Before the view hears of it: Qt would open a neighbour of the row that goes.
    connect(&m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { letGoOf(first, last); });
    m_rows.setModel(&m_filter);
    connect(m_rows.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListSelection::adoptSelection);
}

/// The selection, not the current row: Qt makes the first row current when the list is merely focused.
void ListSelection::adoptSelection()
{
    const QModelIndexList rows = m_rows.selectionModel()->selectedRows();
    Q_EMIT chosenChanged();
    if (rows.size() != 1) {
        return;
    }
    const RoomId room = m_filter.at(rows.first().row()).id;
    if (room != m_current) {
        m_current = room;
        Q_EMIT selected(room);
    }
}

void ListSelection::select(const RoomId &room)
{
    if (room == m_current) {
        return;
    }
    m_current = room;
    m_stillness.release();
    clearChosen();
    Q_EMIT selected(room);
}

QList<RoomId> ListSelection::chosen() const
{
    QList<int> rows;
    const QModelIndexList marked = m_rows.selectionModel()->selectedRows();
    for (const QModelIndex &index : marked) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    QList<RoomId> rooms;
    for (const int row : std::as_const(rows)) {
        rooms.append(m_filter.at(row).id);
    }
    return rooms;
}

void ListSelection::clearChosen()
{
    if (m_rows.selectionModel()->selectedRows().size() > 1) {
        m_rows.selectionModel()->clear();
    }
    m_rows.setSelectionMode(QAbstractItemView::SingleSelection);
    showCurrent();
    Q_EMIT chosenChanged();
}

void ListSelection::showCurrent()
{
    if (m_rows.selectionModel()->selectedRows().size() > 1) {
        return; // a person marks rows
    }
    const int row = m_filter.rowOf(m_current);
    if (row < 0) {
        m_rows.clearSelection();
    } else if (m_rows.currentIndex().row() != row || !m_rows.selectionModel()->isRowSelected(row)) {
        m_rows.mark(m_filter.index(row, 0));
    }
}

void ListSelection::reveal()
{
    if (const int row = m_filter.rowOf(m_current); row >= 0) {
        m_rows.scrollTo(m_filter.index(row, 0));
    }
}

void ListSelection::letGoOf(int first, int last)
{
    const int row = m_rows.currentIndex().row();
    if (row < first || row > last) {
        return;
    }
    if (m_rows.selectionModel()->selectedRows().size() > 1) {
        m_rows.selectionModel()->clearCurrentIndex(); // the other marked ones stay so
    } else {
        m_rows.selectionModel()->clear();
    }
}

void ListSelection::selectAt(int place)
{
    if (place >= 0 && place < m_filter.rowCount()) {
        m_rows.setCurrentIndex(m_filter.index(place, 0));
        m_rows.scrollTo(m_filter.index(place, 0)); // also where it was current already
    }
}

void ListSelection::selectNext()
{
    selectAt(m_filter.rowOf(m_current) + 1);
}

void ListSelection::selectPrevious()
{
    const int row = m_filter.rowOf(m_current);
    selectAt(row < 0 ? m_filter.rowCount() - 1 : row - 1);
}

void ListSelection::selectNextUnread()
{
    const int rows = m_filter.rowCount();
    const int start = m_filter.rowOf(m_current) + 1;
    for (int step = 0; step < rows; ++step) {
        const int row = (start + step) % rows;
        if (m_filter.at(row).unread > 0 && m_filter.at(row).id != m_current) {
            selectAt(row);
            return;
        }
    }
}

} // namespace greenline
