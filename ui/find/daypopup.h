#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace greenline {

/// A small calendar to choose a day of the conversation with. Goes away by itself.
class DayPopup : public QFrame
{
    Q_OBJECT
public:
    struct Span {
        QDate first = {}; ///< Null: not known.
        QDate last = {};
    };
    DayPopup(const QDate &day, const Span &span, QWidget *parent);
    void openAt(const QPoint &globalPosition);

Q_SIGNALS:
    void chosen(const QDate &day);

private:
    void dress();
    void choose(const QDate &day);

    QCalendarWidget *m_calendar;
};

} // namespace greenline
