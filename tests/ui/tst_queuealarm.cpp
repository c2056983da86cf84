#include "ui/notify/queuealarm.h"

#include "app/storage/settingsfile.h"
#include "tests/ui/madeup.h"
#include "ui/notify/noticehistory.h"
#include "ui/notify/notifier.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

namespace {

struct Waiting {
    Waiting()
        : alarm({conversations, agent, notifier, clock, allChannels})
        , urgent(&notifier, &Notifier::urgent)
    {
        conversations.setMe(madeUpMe);
        agent.setAvailability(Availability::Available);
        notifier.setSoundOn(false);
    }
    void arrive(const QString &id, Source source = Source::Sms)
    {
        putQueued(conversations, {.id = id, .source = source});
    }
    void taken(const QString &id) { conversations.removeInquiry({id + u"-inquiry"_s}); }

    ManualClock clock;
    ConversationStore conversations;
    AgentStore agent;
    Notifier notifier{clock};
    QAction allChannels{nullptr};
    QueueAlarm alarm;
    QSignalSpy urgent;
};

Notice text(const QString &room)
{
    return {Notice::Kind::NewText, {room}, u"Marta"_s, u"Hello"_s};
}

} // namespace

/// The alarm of the queue, and when nothing may disturb.
class QueueAlarmTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void repeatsUntilNobodyWaits();
    void countsOnlyWhatIsShown();
    void isSilentWhereItIsNotWanted();
    void nothingDisturbsForAnHour();
    void theHistoryKeepsTheNewestOnTop();
    void choicesAreKept();
};

void QueueAlarmTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // nobody shows anything
}

void QueueAlarmTest::repeatsUntilNobodyWaits()
{
    Waiting desk;
    desk.clock.advance(120s);
    QCOMPARE(desk.urgent.size(), 0);
    desk.arrive(u"a"_s);
    desk.clock.advance(29s);
    QCOMPARE(desk.urgent.size(), 0); // the notice itself has just been heard
    desk.clock.advance(1s);
    QCOMPARE(desk.urgent.size(), 1);
    desk.arrive(u"b"_s);
    desk.clock.advance(30s);
    QCOMPARE(desk.urgent.size(), 2);
    desk.taken(u"a"_s);
    desk.clock.advance(30s);
    QCOMPARE(desk.urgent.size(), 3);
    desk.taken(u"b"_s);
    desk.clock.advance(300s);
    QCOMPARE(desk.urgent.size(), 3);

    NoticeChoices choices = desk.notifier.choices();
    choices.alarmSeconds = 10;
    desk.notifier.setChoices(choices);
    desk.arrive(u"c"_s);
    desk.clock.advance(60s);
    QCOMPARE(desk.urgent.size(), 9);
}

void QueueAlarmTest::countsOnlyWhatIsShown()
{
    Waiting desk;
    desk.allChannels.setCheckable(true);
    desk.arrive(u"a"_s, Source::Widget);
    desk.clock.advance(60s);
    QCOMPARE(desk.urgent.size(), 0);
    desk.allChannels.setChecked(true);
    desk.clock.advance(60s);
    QCOMPARE(desk.urgent.size(), 2);
}

void QueueAlarmTest::isSilentWhereItIsNotWanted()
{
    Waiting desk;
    desk.arrive(u"a"_s);
    desk.agent.setAvailability(Availability::NotAvailable);
    desk.clock.advance(60s);
    QCOMPARE(desk.urgent.size(), 0);
    desk.agent.setAvailability(Availability::Available);
    NoticeChoices choices = desk.notifier.choices();
    choices.hasQueueAlarm = false;
    desk.notifier.setChoices(choices);
    desk.clock.advance(60s);
    QCOMPARE(desk.urgent.size(), 0);
    choices.hasQueueAlarm = true;
    choices.isQuiet = true;
    desk.notifier.setChoices(choices);
    desk.clock.advance(60s);
    QCOMPARE(desk.urgent.size(), 0);
    desk.notifier.setQuiet(false);
    desk.clock.advance(30s);
    QCOMPARE(desk.urgent.size(), 1);
}

void QueueAlarmTest::nothingDisturbsForAnHour()
{
    Waiting desk;
    QSignalSpy told(&desk.notifier, &Notifier::told);
    desk.notifier.beQuietForAnHour();
    desk.clock.advance(59min);
    desk.notifier.tell(text(u"a"_s));
    QCOMPARE(told.size(), 1);
    QCOMPARE(desk.urgent.size(), 0);
    desk.clock.advance(1min);
    QVERIFY(!desk.notifier.choices().isQuiet);
    desk.notifier.tell(text(u"a"_s));
    QCOMPARE(desk.urgent.size(), 1);

    desk.notifier.beQuietForAnHour();
    desk.clock.jump(2h); // the computer slept, and its alarms with it
    desk.notifier.tell(text(u"a"_s));
    QCOMPARE(desk.urgent.size(), 2);
    QVERIFY(!desk.notifier.choices().isQuiet);
}

void QueueAlarmTest::theHistoryKeepsTheNewestOnTop()
{
    ManualClock clock;
    NoticeHistory history(clock);
    for (int each = 0; each < 105; ++each) {
        history.add(text(u"r%1"_s.arg(each)));
    }
    QCOMPARE(history.rowCount(), 100);
    const QModelIndex first = history.index(0);
    QCOMPARE(first.data(NoticeHistory::RoomRole).toString(), u"r104"_s);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith(u"Marta, Hello, "_s));
}

void QueueAlarmTest::choicesAreKept()
{
    QTemporaryDir folder;
    NoticeChoices choices;
    choices.privacy = Privacy::NameOnly;
    choices.hasPopups = false;
    choices.queueSound = u"bell"_s;
    choices.alarmSeconds = 45;
    choices.isQuiet = true;
    choices.quietUntil = QDateTime(QDate(2026, 11, 24), QTime(10, 30), Qt::UTC);
    {
        SettingsFile settings(folder.filePath(u"settings.ini"_s));
        QCOMPARE(readNoticeChoices(settings), NoticeChoices());
        writeNoticeChoices(settings, choices);
    }
    SettingsFile settings(folder.filePath(u"settings.ini"_s));
    QCOMPARE(readNoticeChoices(settings), choices);
    settings.setText(u"queueAlarmSeconds"_s, u"100000"_s);
    QCOMPARE(readNoticeChoices(settings).alarmSeconds, longestAlarm);
}

QTEST_MAIN(QueueAlarmTest)
#include "tst_queuealarm.moc"
