#include "ui/find/daypopup.h"

#include "ui/theme/colours.h"

#include <QCalendarWidget>
#include <QScreen>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace greenline {

DayPopup::DayPopup(const QDate &day, const Span &span, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Go to a date"));
    setFrameShape(QFrame::StyledPanel);
    m_calendar->setAccessibleName(tr("Date"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setMaximumDate(span.last);
    if (span.first.isValid()) {
        m_calendar->setMinimumDate(span.first);
    }
    m_calendar->setSelectedDate(day);
    // Weekends are days like others here; red is for what went wrong.
    QTextCharFormat ordinary;
    ordinary.setForeground(coloursOf(palette()).text);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, ordinary);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, ordinary);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(4, 4, 4, 4);
    whole->addWidget(m_calendar);
    connect(m_calendar, &QCalendarWidget::clicked, this, &DayPopup::choose);
    connect(m_calendar, &QCalendarWidget::activated, this, &DayPopup::choose);
}

void DayPopup::openAt(const QPoint &globalPosition)
{
    adjustSize();
    const QRect screen = parentWidget()->screen()->availableGeometry();
    const QPoint wanted = globalPosition - QPoint(width() / 2, 0);
    move(qBound(screen.left(), wanted.x(), qMax(screen.left(), screen.right() - width())),
         qBound(screen.top(), wanted.y(), qMax(screen.top(), screen.bottom() - height())));
    show();
    m_calendar->setFocus();
}

void DayPopup::choose(const QDate &day)
{
    if (isVisible()) { // clicked and activated come both with a double click
        hide();
        Q_EMIT chosen(day);
        close();
    }
}

} // namespace greenline
