#include "ui/words/times.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class TimeWords
{
    Q_DECLARE_TR_FUNCTIONS(Times)
};

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

qint64 daysBetween(const QDateTime &moment, const QDateTime &now)
{
    return moment.toLocalTime().date().daysTo(now.toLocalTime().date());
}

} // namespace

QString waitingTime(milliseconds waited)
{
    const qint64 total = qMax<qint64>(0, duration_cast<seconds>(waited).count());
    if (total < 3600) {
        return u"%1:%2"_s.arg(twoDigits(total / 60), twoDigits(total % 60));
    }
    //: Hours and minutes of waiting, "1 h 05"
    return TimeWords::tr("%1 h %2").arg(total / 3600).arg(twoDigits(total / 60 % 60));
}

QString clockFace(QTime time)
{
    const QLocale locale;
    // The C locale's short form has seconds.
    return locale.language() == QLocale::C ? time.toString(u"HH:mm"_s) : locale.toString(time, QLocale::ShortFormat);
}

QString clockTime(const QDateTime &moment)
{
    return clockFace(moment.toLocalTime().time());
}

QString listTime(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid()) {
        return {};
    }
    if (qAbs(moment.secsTo(now)) < 60) {
        return TimeWords::tr("now");
    }
    const qint64 days = daysBetween(moment, now);
    const QDate date = moment.toLocalTime().date();
    if (days == 0) {
        return clockTime(moment);
    }
    if (days > 0 && days < 7) {
        return QLocale().toString(date, u"ddd"_s);
    }
    if (date.year() == now.toLocalTime().date().year()) {
        //: QLocale format of a date without year, "3 May"
        return QLocale().toString(date, TimeWords::tr("d MMM"));
    }
    //: QLocale format of a date with year, "3 May 2024"
    return QLocale().toString(date, TimeWords::tr("d MMM yyyy"));
}

QString dayTitle(const QDateTime &moment, const QDateTime &now)
{
    const qint64 days = daysBetween(moment, now);
    const QDate date = moment.toLocalTime().date();
    if (days == 0) {
        return TimeWords::tr("Today");
    }
    if (days == 1) {
        return TimeWords::tr("Yesterday");
    }
    if (date.year() == now.toLocalTime().date().year()) {
        //: QLocale format of a day, "Monday, 3 May"
        return QLocale().toString(date, TimeWords::tr("dddd, d MMMM"));
    }
    //: QLocale format of a day of another year, "Monday, 3 May 2024"
    return QLocale().toString(date, TimeWords::tr("dddd, d MMMM yyyy"));
}

QString momentWords(const QDateTime &moment, const QDateTime &now)
{
    const qint64 days = daysBetween(moment, now);
    if (days == 0) {
        return clockTime(moment);
    }
    const QString weekday = QLocale().toString(moment.toLocalTime().date(), u"dddd"_s);
    const QString day = days > 0 && days < 7 ? weekday : listTime(moment, now);
    //: A day and a time of it, "Tuesday 14:02"
    return TimeWords::tr("%1 %2").arg(day, clockTime(moment));
}

QString ageWords(milliseconds age)
{
    const qint64 total = duration_cast<seconds>(age).count();
    if (total < 5) {
        return TimeWords::tr("just now");
    }
    if (total < 60) {
        return TimeWords::tr("%1 s ago").arg(total);
    }
    if (total < 3600) {
        return TimeWords::tr("%1 min ago").arg(total / 60);
    }
    return TimeWords::tr("%1 h ago").arg(total / 3600);
}

} // namespace greenline
