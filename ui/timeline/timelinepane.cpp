#include "ui/timeline/timelinepane.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timelineview.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace greenline {

TimelinePane::TimelinePane(TimelineView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_jump(new QPushButton(this))
    , m_earlier(new QPushButton(this))
    , m_loading(new QLabel(tr("Loading earlier messages…"), this))
{
    view->setParent(this);
    view->lower();
    m_loading->setProperty("bar", u"waiting"_s);
    m_loading->hide();
    m_jump->hide();
    m_earlier->hide();
    colour();
    connect(m_view, &TimelineView::placeChanged, this, &TimelinePane::refresh);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelinePane::showAbove);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TimelinePane::showAbove);
    connect(m_earlier, &QPushButton::clicked, this, &TimelinePane::earlierRequested);
    connect(m_jump, &QPushButton::clicked, m_view, &TimelineView::jumpToNewest);
}

void TimelinePane::setAbove(Above above)
{
    m_above = above;
    showAbove();
}

/// In the corner, for in the middle stands the day of the first message.
void TimelinePane::showAbove()
{
    const QScrollBar &bar = *m_view->verticalScrollBar();
    const bool isAtTop = bar.value() == bar.minimum() && !m_view->messages().canShowMore();
    if (m_above == Above::Nothing || !isAtTop) {
        m_earlier->hide();
        return;
    }
    m_earlier->setEnabled(m_above == Above::Earlier);
    m_earlier->setText(m_above == Above::Earlier       ? tr("Earlier conversations")
                           : m_above == Above::Loading ? tr("Looking for earlier conversations…")
                                                       : tr("No earlier conversations"));
    m_earlier->adjustSize();
    const int left
        = layoutDirection() == Qt::RightToLeft ? width() - m_earlier->width() - 2 * metrics::grid : 2 * metrics::grid;
    m_earlier->move(left, metrics::grid);
    m_earlier->show();
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
    showAbove();
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
    m_earlier->setIcon(glyphIcon(Glyph::Search, coloursOf(palette()).action));
    m_jump->setIcon(glyphIcon(Glyph::Down, coloursOf(palette()).action));
}

} // namespace greenline
