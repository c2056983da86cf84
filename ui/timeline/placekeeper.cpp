#include "ui/timeline/placekeeper.h"

#include <QListView>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace greenline {

namespace {

constexpr int nearEnd = 4;

} // namespace

PlaceKeeper::PlaceKeeper(QListView &view)
    : m_view(view)
{
}

void PlaceKeeper::remember()
{
    if (m_isRestoring) {
        return;
    }
    const QScrollBar *bar = m_view.verticalScrollBar();
    m_isAtEnd = bar->value() >= bar->maximum() - nearEnd;
    m_anchor = m_view.indexAt({m_view.viewport()->width() / 2, 0});
    m_offset = m_anchor.isValid() ? m_view.visualRect(m_anchor).bottom() : 0;
}

void PlaceKeeper::restore()
{
    const QScopedValueRollback<bool> restoring(m_isRestoring, true);
    QScrollBar *bar = m_view.verticalScrollBar();
    if (m_isAtEnd) {
        bar->setValue(bar->maximum());
    } else if (m_anchor.isValid()) {
        bar->setValue(bar->value() + m_view.visualRect(m_anchor).bottom() - m_offset);
    }
}

void PlaceKeeper::goToEnd()
{
    m_isAtEnd = true;
    restore();
}

} // namespace greenline
