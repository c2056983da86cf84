#include "ui/status/availabilitybutton.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

namespace greenline {

AvailabilityButton::AvailabilityButton(QWidget *parent)
    : QPushButton(parent)
    , m_choices(new QMenu(this))
    , m_available(m_choices->addAction(availabilityWord(Availability::Available)))
    , m_notAvailable(m_choices->addAction(availabilityWord(Availability::NotAvailable)))
{
    m_choices->setAccessibleName(tr("Availability"));
    for (QAction *action : {m_available, m_notAvailable}) {
        action->setCheckable(true);
    }
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAgent({}, 0);
    connect(this, &QPushButton::clicked, this, &AvailabilityButton::open);
    connect(m_choices, &QMenu::aboutToHide, this, [this] { setDown(false); });
    connect(m_available, &QAction::triggered, this, [this] { Q_EMIT chosen(Availability::Available); });
    connect(m_notAvailable, &QAction::triggered, this, [this] { Q_EMIT chosen(Availability::NotAvailable); });
}

void AvailabilityButton::setAgent(const Agent &me, int serving)
{
    m_me = me;
    m_serving = serving;
    m_available->setChecked(me.availability == Availability::Available);
    m_notAvailable->setChecked(me.availability == Availability::NotAvailable);
    //: Name of the button for screen readers; the state follows.
    setAccessibleName(tr("Availability: %1").arg(availabilityWord(me.availability)));
    setAccessibleDescription(servingText());
    setToolTip(me.availability == Availability::Available
                   ? tr("You are given conversations. Click to change that.")
                   : tr("You are given no conversations. Click to change that."));
    updateGeometry();
    update();
}

void AvailabilityButton::open()
{
    setAgent(m_me, m_serving); // a choice that was not carried out had left its mark
    setDown(true);
    const int shift = isRightToLeft() ? m_choices->sizeHint().width() - width() : 0;
    m_choices->popup(mapToGlobal(QPoint(-shift, height())));
}

QString AvailabilityButton::servingText() const
{
    const int most = m_me.maximumChats.value_or(0);
    if (most > 0) {
        return tr("%1 of %2 chats").arg(m_serving).arg(most);
    }
    //: How many conversations the agent serves, "serving 3"
    return m_serving > 0 ? tr("serving %1").arg(m_serving) : QString();
}

Pill AvailabilityButton::pill() const
{
    const Colours &colours = coloursOf(palette());
    Pill pill;
    pill.strong = availabilityWord(m_me.availability);
    pill.quiet = servingText();
    pill.ground = isDown() || underMouse() ? colours.hover : colours.panel;
    pill.border = colours.line;
    pill.hasArrow = true;
    return pill;
}

QSize AvailabilityButton::sizeHint() const
{
    return pillSize(font(), pill());
}

void AvailabilityButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setFont(font());
    const QRectF mark = QRectF(paintPill(painter, rect(), pill(), colours, layoutDirection())).adjusted(1, 1, -1, -1);
    // A full disc, an empty ring, a dashed ring: told apart without colours too.
    if (m_me.availability == Availability::Available) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.sms);
        painter.drawEllipse(mark);
    } else {
        const Qt::PenStyle style = m_me.availability == Availability::NotAvailable ? Qt::SolidLine : Qt::DotLine;
        painter.setPen(QPen(colours.secondaryText, 2, style));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.action, metrics::focusRing));
        painter.setBrush(Qt::NoBrush);
        const QRectF ring = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }
}

} // namespace greenline
