#include "recordings.h"
#include "replay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using recordings::faultOf;
using recordings::Kind;

/// What real servers said decodes, and the stores hold what happened in them.
class RecordingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDocumentDecodes_data();
    void everyDocumentDecodes();
    void everyEventDecodes_data();
    void everyEventDecodes();
    void theListIsRightAfterEachMark_data();
    void theListIsRightAfterEachMark();
    void theTimelineTellsWhatHappened_data();
    void theTimelineTellsWhatHappened();
    void availabilityFollowsTheEvents();
};

void RecordingsTest::everyDocumentDecodes_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("3.11.6") << u"3.11.6/"_s << 500;
    QTest::newRow("7.7.1") << u"7.7.1/"_s << 800;
    QTest::newRow("without a licence") << u"7.7.1/ee_code_no_licence/"_s << 50;
}

void RecordingsTest::everyDocumentDecodes()
{
    QFETCH(QString, folder);
    QFETCH(int, atLeast);
    int decoded = 0;
    for (const QString &file : recordings::files(u".json"_s) + recordings::files(u".jsonl"_s)) {
        if (!file.startsWith(folder)) {
            continue;
        }
        for (const QJsonValue &said : recordings::serverSide(file)) {
            recordings::eachDocument(said, [&](Kind kind, const QJsonObject &object) {
                const QString fault = faultOf(kind, object);
                QVERIFY2(fault.isEmpty(), qPrintable(file + u": "_s + fault));
                ++decoded;
            });
        }
    }
    QVERIFY2(decoded >= atLeast, qPrintable(QString::number(decoded)));
}

void RecordingsTest::everyEventDecodes_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : recordings::files(u".jsonl"_s)) {
        QTest::newRow(qPrintable(file)) << file;
    }
}

void RecordingsTest::everyEventDecodes()
{
    QFETCH(QString, file);
    Replay replay(file);
    replay.playAll();
    QVERIFY2(replay.errors().isEmpty(), qPrintable(replay.errors().value(0).detail));
    const bool isMainFlow = file.contains("manual_selection_full"_L1);
    QVERIFY(!isMainFlow || replay.decoded() > 40);
}

/// One recording and the list as it stands when the next mark begins.
struct Course {
    QString file;
    QList<std::pair<QString, QStringList>> marks;
};

static Course agent1Of3_11()
{
    return {
        u"3.11.6/ddp/20_agent1_manual_selection_full.jsonl"_s,
        {{u"SMS #1"_s, {u"Queue 14155550101 \"Hello, is anybody there? ünïcödé 👋\""_s}},
         {u"SMS #2 arrives while still queued"_s, {u"Queue 14155550101 \"second message while queued\""_s}},
         {u"agent1 takes the inquiry"_s, {u"Mine 14155550101 \"second message while queued\" unread 1"_s}},
         {u"agent2 tries to take the same"_s,
          {u"Mine 14155550101 \"second message while queued\""_s}}, // and agent1 reads
         {u"agent1 replies (sendMessage"_s, {u"Mine 14155550101 \"Hi! This is agent 1. How can I help?\""_s}},
         {u"agent1 sends the SAME _id again"_s, {u"Mine 14155550101 \"Hi! This is agent 1. How can I help?\""_s}},
         {u"SMS #3"_s,
          {u"Mine 14155550101 \"Third: my order #1234 is late\" unread 1"_s}}, // unread stays 0, alert is raised
         {u"agent1 replies by REST"_s, {u"Mine 14155550101 \"Reply whose SMS Twilio refuses\""_s}},
         {u"agent1 forwards to agent2"_s, {}},
         {u"SMS #4 while agent2 serves"_s, {}},
         {u"agent2 returns the chat to the queue"_s, {u"Queue 14155550101 \"fourth, who is there now?\""_s}},
         {u"agent1 takes again"_s, {u"Mine 14155550101 \"fourth, who is there now?\" unread 1"_s}},
         {u"agent1 forwards to department Sales"_s, {}}, // whose entries 3.11.6 shows on the public channel
         {u"SMS #5 after close -> new room"_s, {u"Mine 14155550101 \"hello again\" unread 1"_s}},
         {u"agent1 closes via REST"_s, {}},
         {u"SMS from a 2nd number"_s, {u"Mine 14155550202 \"auto please\" unread 1"_s}}, // Auto_Selection: never queued
         {u"--- Manual_Selection, SMS default"_s,
          {u"Queue 14155550505 \"to Support please\""_s, u"Mine 14155550202 \"auto please\" unread 1"_s}}}};
}

static Course agent2Of3_11()
{
    return {u"3.11.6/ddp/21_agent2_manual_selection_full.jsonl"_s,
            {{u"SMS #1"_s, {u"Queue 14155550101 \"Hello, is anybody there? ünïcödé 👋\""_s}},
             {u"agent1 takes the inquiry"_s, {}},
             {u"agent1 forwards to agent2"_s,
              {u"Mine 14155550101 \"\" unread 1"_s}}, // the last thing agent1 sent had no text
             {u"SMS #4 while agent2 serves"_s, {u"Mine 14155550101 \"fourth, who is there now?\" unread 1"_s}},
             {u"agent2 returns the chat to the queue"_s, {u"Queue 14155550101 \"fourth, who is there now?\""_s}},
             {u"agent1 takes again"_s, {}},
             {u"agent1 forwards to department Sales"_s, {}},
             {u"agent2 takes it from Sales queue"_s, {u"Mine 14155550101 \"fourth, who is there now?\" unread 1"_s}},
             {u"close without comment"_s, {}}, // 3.11.6 closes without one
             {u"--- Manual_Selection, SMS default"_s, {u"Queue 14155550505 \"to Support please\""_s}}}};
}

static Course agent1Of7_7()
{
    return {
        u"7.7.1/ddp/20_agent1_manual_selection_full.jsonl"_s,
        {{u"SMS #1"_s, {u"Queue 14155550101 \"Hello, is anybody there? ünïcödé 👋\""_s}},
         {u"SMS #2 arrives while still queued"_s, {u"Queue 14155550101 \"second message while queued\""_s}},
         {u"agent1 takes the inquiry"_s, {u"Mine 14155550101 \"second message while queued\" unread 1"_s}},
         {u"agent2 tries to take the same"_s, {u"Mine 14155550101 \"second message while queued\""_s}},
         {u"agent1 replies (sendMessage"_s, {u"Mine 14155550101 \"Hi! This is agent 1. How can I help?\""_s}},
         {u"SMS #3"_s, {u"Mine 14155550101 \"Third: my order #1234 is late\" unread 1"_s}},
         {u"reply, Twilio answers 401"_s, {u"Mine 14155550101 \"Reply with bad Twilio credentials\""_s}},
         {u"agent1 forwards to agent2"_s, {}},
         {u"agent2 returns the chat to the queue"_s, {u"Queue 14155550101 \"fourth, who is there now?\""_s}},
         {u"agent1 takes again"_s, {u"Mine 14155550101 \"fourth, who is there now?\" unread 1"_s}},
         {u"agent2 closes with comment"_s, {u"Mine 14155550101 \"fourth, who is there now?\" unread 1"_s}}, // refused
         {u"close again"_s, {}},
         {u"SMS #5 after close -> new room"_s, {u"Mine 14155550101 \"hello again\" unread 1"_s}},
         {u"agent1 closes via REST"_s, {}},
         {u"SMS from a 2nd number"_s, {u"Mine 14155550202 \"auto please\" unread 2"_s}},
         {u"--- Manual_Selection again"_s,
          {u"Queue 14155550505 \"to Support please\""_s, u"Mine 14155550202 \"auto please\" unread 2"_s}}}};
}

static Course agent2Of7_7()
{
    return {u"7.7.1/ddp/21_agent2_manual_selection_full.jsonl"_s,
            {{u"SMS #1"_s, {u"Queue 14155550101 \"Hello, is anybody there? ünïcödé 👋\""_s}},
             {u"agent1 takes the inquiry"_s, {}},
             {u"agent1 forwards to agent2"_s, {u"Mine 14155550101 \"\" unread 2"_s}},
             {u"SMS #4 while agent2 serves"_s, {u"Mine 14155550101 \"fourth, who is there now?\" unread 3"_s}},
             {u"agent2 returns the chat to the queue"_s, {u"Queue 14155550101 \"fourth, who is there now?\""_s}},
             {u"agent1 takes again"_s, {}},
             {u"SMS #5 after close -> new room"_s, {}}, // queued, and taken before the mark ended
             {u"--- Manual_Selection again"_s, {u"Queue 14155550505 \"to Support please\""_s}}}};
}

/// Two agents take at the same moment, both are answered 200, and the later one serves (rocketchat-wire.md 12, 2.4).
static Course raceOf7_7(const QString &agent, const QStringList &own)
{
    QStringList before;
    for (const QString &entry :
         {u"7002 \"proxy\""_s, u"7017 \"dep Support\""_s, u"7014 \"dep 6b04b9e91a7e66d8ee95ef42\""_s,
          u"7019 \"dep nosuchdep\""_s, u"7004 \"encoded\""_s, u"7005 \"vox hello\""_s, u"7006 \"mobex hello\""_s,
          u"7050 \"no default 1\""_s, u"7050 \"no default 2\""_s, u"7050 \"no default 3\""_s}) {
        before.append(u"Queue 1415555"_s + entry);
    }
    return {u"7.7.1/ddp/"_s + agent,
            {{u"upgrade"_s, before + QStringList{u"Queue 14155557100 \"take race\""_s}},
             {u"RACE"_s, before + QStringList{u"Queue 14155557101 \"v77 conversation\""_s} + own}}};
}

void RecordingsTest::theListIsRightAfterEachMark_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QList<std::pair<QString, QStringList>>>("marks");
    const QList<Course> courses{agent1Of3_11(),
                                agent2Of3_11(),
                                agent1Of7_7(),
                                agent2Of7_7(),
                                raceOf7_7(u"42_v77_agent1.jsonl"_s, {}),
                                raceOf7_7(u"43_v77_agent2.jsonl"_s, {u"Mine 14155557100 \"take race\" unread 1"_s})};
    for (const Course &course : courses) {
        QTest::newRow(qPrintable(course.file)) << course.file << course.marks;
    }
}

void RecordingsTest::theListIsRightAfterEachMark()
{
    QFETCH(QString, file);
    using Marks = QList<std::pair<QString, QStringList>>;
    QFETCH(Marks, marks);
    Replay replay(file);
    for (const auto &[mark, rows] : std::as_const(marks)) {
        QVERIFY2(replay.playThrough(mark), qPrintable(mark));
        QVERIFY2(replay.rows() == rows, qPrintable(mark + u":\n"_s + replay.rows().join(u'\n')));
    }
}

void RecordingsTest::theTimelineTellsWhatHappened_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("timeline");
    const QStringList opening{u"Customer: Hello, is anybody there? ünïcödé 👋"_s,
                              u"Customer: second message while queued"_s};
    QTest::newRow("3.11.6") << u"3.11.6/ddp/20_agent1_manual_selection_full.jsonl"_s
                            << opening
            + QStringList{u"Taken by agent1"_s,
                          u"Agent: Hi! This is agent 1. How can I help?"_s,
                          u"Customer: Third: my order #1234 is late"_s,
                          u"Agent: Reply whose SMS Twilio refuses"_s,
                          u"Agent: Reply with bad Twilio credentials"_s,
                          u"Agent: Reply while Twilio hangs"_s,
                          u"Agent: via postMessage"_s,
                          u"Agent: "_s,
                          u"Taken by agent2"_s,
                          u"ForwardedToAgent by Agent 1 to Agent 2: please handle, customer is upset"_s,
                          u"Left by agent1"_s,
                          u"Joined by agent2"_s,
                          u"Customer: fourth, who is there now?"_s,
                          u"ReturnedToQueue by Agent 2"_s,
                          u"Left by agent2"_s,
                          u"Taken by agent1"_s,
                          u"ForwardedToDepartment by Agent 1 to Sales"_s,
                          u"Left by agent1"_s,
                          u"Taken by agent2"_s,
                          u"Closed by Agent 2"_s,
                          u"Hidden by agent2: promptTranscript"_s,
                          u"Agent: after close"_s};
    QTest::newRow("7.7.1") << u"7.7.1/ddp/21_agent2_manual_selection_full.jsonl"_s
                           << QStringList{u"Started by 14155550101"_s} + opening
            + QStringList{u"Taken by Agent 2"_s,
                          u"Joined by Agent 2"_s,
                          u"ForwardedToAgent by Agent 1 to Agent 2: please handle, customer is upset"_s,
                          u"Left by Agent 1"_s,
                          u"Customer: fourth, who is there now?"_s,
                          u"ReturnedToQueue by Agent 2"_s,
                          u"Left by Agent 2"_s};
}

void RecordingsTest::theTimelineTellsWhatHappened()
{
    QFETCH(QString, file);
    Replay replay(file);
    replay.playAll();
    QTEST(replay.timeline(replay.roomNamed(0)), "timeline");
}

void RecordingsTest::availabilityFollowsTheEvents()
{
    Replay replay(u"7.7.1/ddp/21_agent2_manual_selection_full.jsonl"_s);
    QVERIFY(replay.playThrough(u"--- Manual_Selection again"_s));
    QCOMPARE(replay.agent().me().availability, Availability::Available); // went away and came back
    QVERIFY(replay.playThrough(u"logout agent2"_s));
    QCOMPARE(replay.agent().me().availability, Availability::NotAvailable); // logging out does that
}

QTEST_APPLESS_MAIN(RecordingsTest)
#include "tst_recordings.moc"
