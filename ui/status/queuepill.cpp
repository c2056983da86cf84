#include "ui/status/queuepill.h"

#include "ui/theme/colours.h"
#include "ui/words/times.h"

#include <QPainter>

namespace greenline {

namespace {

constexpr std::chrono::milliseconds pillTick{1000};
constexpr std::chrono::milliseconds pillLongWait{300'000};

} // namespace

QueuePill::QueuePill(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_alarm(clock, [this] { tick(); })
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    nameIt();
}

void QueuePill::setQueue(int waiting, const QDateTime &longestSince)
{
    if (waiting == m_waiting && longestSince == m_longestSince) {
        return;
    }
    m_waiting = waiting;
    m_longestSince = longestSince;
    nameIt();
    tick();
}

std::chrono::milliseconds QueuePill::longest() const
{
    return std::chrono::milliseconds(m_longestSince.msecsTo(m_clock.now()));
}

/// Not with every second: screen readers speak each change of a name.
void QueuePill::nameIt()
{
    if (m_waiting == 0) {
        setAccessibleName(tr("Nobody is waiting"));
    } else if (isCounting()) {
        setAccessibleName(tr("%1 waiting, longest %2").arg(m_waiting).arg(waitingTime(longest())));
    } else {
        setAccessibleName(tr("%1 waiting").arg(m_waiting));
    }
}

Pill QueuePill::pill() const
{
    const Colours &colours = coloursOf(palette());
    Pill pill;
    if (m_waiting == 0) {
        pill.quiet = tr("Nobody is waiting");
        pill.ground = colours.panel;
        pill.border = colours.line;
        return pill;
    }
    pill.strong = tr("%1 waiting").arg(m_waiting);
    pill.quiet = isCounting() ? tr("longest %1").arg(waitingTime(longest())) : QString();
    pill.ground = tinted(colours.panel, colours.waitingFill, 0.16);
    pill.border = colours.waitingFill;
    return pill;
}

QSize QueuePill::sizeHint() const
{
    return pillSize(font(), pill());
}

void QueuePill::tick()
{
    updateGeometry();
    update();
    if (isVisible() && isCounting()) {
        m_alarm.start(pillTick);
    } else {
        m_alarm.stop();
    }
}

void QueuePill::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setFont(font());
    const QRect mark = paintPill(painter, rect(), pill(), colours, layoutDirection());
    const double filled = isCounting() ? double(longest().count()) / double(pillLongWait.count()) : 0;
    paintFilledRing(painter, QRectF(mark), filled, colours);
}

void QueuePill::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void QueuePill::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_alarm.stop();
}

} // namespace greenline
