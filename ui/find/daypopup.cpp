#include "ui/find/daypopup.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"

#include <QCalendarWidget>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

DayPopup::DayPopup(const QDate &day, const Span &span, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Go to a date"));
    m_calendar->setAccessibleName(tr("Date"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setMaximumDate(span.last);
    if (span.first.isValid()) {
        m_calendar->setMinimumDate(span.first);
    }
    m_calendar->setSelectedDate(day);
    dress();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(4, 4, 4, 4);
    whole->addWidget(m_calendar);
    connect(m_calendar, &QCalendarWidget::clicked, this, &DayPopup::choose);
    connect(m_calendar, &QCalendarWidget::activated, this, &DayPopup::choose);
}

/// The calendar brings a look of its own: a bar in the colour of actions, and weekends in red, which is for what went
/// wrong.
void DayPopup::dress()
{
    const Colours &colours = coloursOf(palette());
    setObjectName(u"dayPopup"_s);
    setStyleSheet(u"QFrame#dayPopup { background: palette(base); border: 1px solid palette(mid); }"_s);
    m_calendar->setStyleSheet(u"QWidget#qt_calendar_navigationbar { background: palette(base); }"
                              "QAbstractItemView { border: none; }"_s);
    QTextCharFormat ordinary;
    ordinary.setForeground(colours.text);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, ordinary);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, ordinary);
    m_calendar->setHeaderTextFormat(ordinary);
    const QPixmap back = glyphPixmap(Glyph::Back, colours.secondaryText, 16, 2);
    const QList<QToolButton *> buttons = m_calendar->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        button->setProperty("quiet", true);
        if (button->objectName() == "qt_calendar_prevmonth"_L1) {
            button->setIcon(QIcon(back));
            button->setAccessibleName(tr("Month before"));
        } else if (button->objectName() == "qt_calendar_nextmonth"_L1) {
            button->setIcon(QIcon(back.transformed(QTransform().scale(-1, 1))));
            button->setAccessibleName(tr("Month after"));
        }
    }
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
