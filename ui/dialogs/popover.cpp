#include "ui/dialogs/popover.h"

#include "ui/theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace greenline {

Popover::Popover(QWidget *window)
    : QFrame(window)
{
    setObjectName(u"popover"_s);
    setStyleSheet(
        u"QFrame#popover { background: palette(base); border: 1px solid palette(mid); border-radius: 6px; }"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void Popover::openBelow(QWidget &anchor)
{
    if (isVisible()) {
        hide();
        return;
    }
    m_anchor = &anchor;
    m_focusBefore = window()->focusWidget();
    place();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Popover::place()
{
    const QWidget &whole = *parentWidget();
    const QPoint corner = m_anchor->mapTo(&whole, QPoint(0, m_anchor->height() + metrics::grid));
    const int left = isRightToLeft() ? corner.x() : corner.x() + m_anchor->width() - width();
    move(qBound(0, left, qMax(0, whole.width() - width())), qBound(0, corner.y(), qMax(0, whole.height() - height())));
}

bool Popover::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // else it would leave the conversation
        if (event->type() == QEvent::KeyPress) {
            hide();
        }
        return true;
    }
    return QFrame::event(event);
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    const auto isWithin = [widget](const QWidget *whole) {
        return whole && widget && (whole == widget || whole->isAncestorOf(widget));
    };
    const bool isTurn = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusIn;
    if (isTurn && widget && !isWithin(this) && !isWithin(m_anchor)) {
        hide();
    } else if (event->type() == QEvent::Resize && widget == parentWidget() && m_anchor) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Popover::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    QCoreApplication::instance()->installEventFilter(this);
}

void Popover::hideEvent(QHideEvent *event)
{
    QCoreApplication::instance()->removeEventFilter(this);
    if (m_focusBefore && isAncestorOf(window()->focusWidget())) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
    QFrame::hideEvent(event);
}

} // namespace greenline
