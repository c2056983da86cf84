#include "ui/words/times.h"

#include <QLocale>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class TimesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void waiting_data();
    void waiting();
    void timeInTheList_data();
    void timeInTheList();
    void titleOfADay_data();
    void titleOfADay();
    void ages_data();
    void ages();
    void hoursFollowTheLocale();
};

void TimesTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TimesTest::waiting_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << 0 << u"00:00"_s;
    QTest::newRow("clocks disagree") << -30 << u"00:00"_s;
    QTest::newRow("minutes") << 134 << u"02:14"_s;
    QTest::newRow("under an hour") << 3599 << u"59:59"_s;
    QTest::newRow("an hour") << 3900 << u"1 h 05"_s;
    QTest::newRow("days") << 100'000 << u"27 h 46"_s;
}

void TimesTest::waiting()
{
    QFETCH(int, seconds);
    QTEST(waitingTime(std::chrono::seconds(seconds)), "shown");
}

void TimesTest::timeInTheList_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("shown");
    const auto at = [](int year, int month, int day, int hour, int minute) {
        return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::LocalTime).toUTC();
    };
    QTest::newRow("none") << QDateTime() << QString();
    QTest::newRow("this minute") << at(2026, 11, 24, 15, 30) << u"now"_s;
    QTest::newRow("a skewed clock") << at(2026, 11, 24, 15, 31) << u"15:31"_s;
    QTest::newRow("today") << at(2026, 11, 24, 10, 21) << u"10:21"_s;
    QTest::newRow("this week") << at(2026, 11, 23, 10, 21) << u"Mon"_s;
    QTest::newRow("a week ago") << at(2026, 11, 17, 10, 21) << u"17 Nov"_s;
    QTest::newRow("another year") << at(2024, 5, 3, 10, 21) << u"3 May 2024"_s;
}

void TimesTest::timeInTheList()
{
    QFETCH(QDateTime, moment);
    QTEST(listTime(moment, QDateTime(QDate(2026, 11, 24), QTime(15, 30, 0), Qt::LocalTime)), "shown");
}

void TimesTest::titleOfADay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("shown");
    QTest::newRow("today") << QDate(2026, 11, 24) << u"Today"_s;
    QTest::newRow("yesterday") << QDate(2026, 11, 23) << u"Yesterday"_s;
    QTest::newRow("this year") << QDate(2026, 5, 3) << u"Sunday, 3 May"_s;
    QTest::newRow("another year") << QDate(2024, 5, 3) << u"Friday, 3 May 2024"_s;
}

void TimesTest::titleOfADay()
{
    QFETCH(QDate, day);
    const QDateTime now(QDate(2026, 11, 24), QTime(0, 5), Qt::LocalTime);
    QTEST(dayTitle(QDateTime(day, QTime(23, 55), Qt::LocalTime), now), "shown");
}

void TimesTest::ages_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("now") << 4 << u"just now"_s;
    QTest::newRow("seconds") << 12 << u"12 s ago"_s;
    QTest::newRow("minutes") << 190 << u"3 min ago"_s;
    QTest::newRow("hours") << 7300 << u"2 h ago"_s;
}

void TimesTest::ages()
{
    QFETCH(int, seconds);
    QTEST(ageWords(std::chrono::seconds(seconds)), "shown");
}

void TimesTest::hoursFollowTheLocale()
{
    const QDateTime moment(QDate(2026, 11, 24), QTime(15, 30), Qt::LocalTime);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY2(clockTime(moment).contains(u"3:30"_s) && clockTime(moment).contains(u"PM"_s),
             qPrintable(clockTime(moment)));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(clockTime(moment), u"15:30"_s);
    QLocale::setDefault(QLocale::c());
}

QTEST_GUILESS_MAIN(TimesTest)
#include "tst_times.moc"
