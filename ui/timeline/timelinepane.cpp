#include "ui/timeline/timelinepane.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timelineview.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace greenline {

TimelinePane::TimelinePane(TimelineView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_jump(new QPushButton(this))
    , m_loading(new QLabel(tr("Loading earlier messages…"), this))
{
    view->setParent(this);
    view->lower();
    m_loading->setProperty("bar", u"waiting"_s);
    m_loading->hide();
    m_jump->hide();
    colour();
    connect(m_view, &TimelineView::placeChanged, this, &TimelinePane::refresh);
    connect(m_jump, &QPushButton::clicked, m_view, &TimelineView::jumpToNewest);
}

void TimelinePane::refresh()
{
    const int count = m_view->newBelow();
    m_jump->setText(count > 0 ? tr("Jump to newest (%n)", nullptr, count) : tr("Jump to newest"));
    m_jump->setVisible(!m_view->isAtNewest());
    m_loading->setVisible(m_view->isLoadingOlder());
    place();
}

void TimelinePane::resizeEvent(QResizeEvent *)
{
    m_view->setGeometry(rect());
    place();
}

void TimelinePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
}

void TimelinePane::place()
{
    m_jump->adjustSize();
    m_loading->adjustSize();
    m_jump->move((width() - m_jump->width()) / 2, height() - m_jump->height() - 3 * metrics::grid);
    m_loading->move((width() - m_loading->width()) / 2, 2 * metrics::grid);
}

void TimelinePane::colour()
{
    m_jump->setIcon(glyphIcon(Glyph::Down, coloursOf(palette()).action));
}

} // namespace greenline
