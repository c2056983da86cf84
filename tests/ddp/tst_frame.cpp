#include "app/ddp/frame.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class FrameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsKinds_data();
    void readsKinds();
    void readsResult();
    void readsEvent();
    void refusesWhatIsNoFrame_data();
    void refusesWhatIsNoFrame();
    void readsErrors_data();
    void readsErrors();
    void writesFrames();
    void readsEveryRecordedFrame_data();
    void readsEveryRecordedFrame();
};

void FrameTest::readsKinds_data()
{
    using Kind = Frame::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Frame::Kind>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("server id of 3.11") << uR"({"server_id":"0"})"_s << Kind::Other << QString();
    QTest::newRow("server id of the streamer")
        << uR"({"msg":"server_id","server_id":"0"})"_s << Kind::Other << QString();
    QTest::newRow("connected") << uR"({"msg":"connected","session":"x"})"_s << Kind::Connected << QString();
    QTest::newRow("failed") << uR"({"msg":"failed","version":"1"})"_s << Kind::Failed << QString();
    QTest::newRow("ping") << uR"({"msg":"ping"})"_s << Kind::Ping << QString();
    QTest::newRow("ping with id") << uR"({"msg":"ping","id":"p1"})"_s << Kind::Ping << u"p1"_s;
    QTest::newRow("numeric id") << uR"({"msg":"result","id":7})"_s << Kind::Result << u"7"_s;
    QTest::newRow("updated") << uR"({"msg":"updated","methods":["7"]})"_s << Kind::Updated << QString();
    QTest::newRow("nosub") << uR"({"msg":"nosub","id":"s1"})"_s << Kind::NoSub << u"s1"_s;
    QTest::newRow("refused") << uR"({"msg":"error","reason":"Bad request"})"_s << Kind::Refused << QString();
    QTest::newRow("msg is no string") << uR"({"msg":5})"_s << Kind::Other << QString();
}

void FrameTest::readsKinds()
{
    QFETCH(QString, text);
    const Result<Frame> frame = parseFrame(text);
    QVERIFY(frame.isOk());
    QTEST(frame->kind, "kind");
    QTEST(frame->id, "id");
    QCOMPARE(frame->error.has_value(), frame->kind == Frame::Kind::Refused);
}

void FrameTest::readsResult()
{
    QCOMPARE(parseFrame(uR"({"msg":"result","id":"1","result":{"a":[1]}})"_s)->result,
             QJsonValue(QJsonObject{{u"a"_s, QJsonArray{1}}}));
    QVERIFY(parseFrame(uR"({"msg":"result","id":"1"})"_s)->result.isUndefined());
    QCOMPARE(parseFrame(uR"({"msg":"ready","subs":["1","2"]})"_s)->subscriptions, (QStringList{u"1"_s, u"2"_s}));
}

void FrameTest::readsEvent()
{
    const Result<Frame> frame = parseFrame(
        uR"({"msg":"changed","collection":"stream-room-messages","id":"id","fields":{"eventName":"r","args":[{}]}})"_s);
    QCOMPARE(frame->collection, u"stream-room-messages"_s);
    QCOMPARE(frame->fields.value("eventName"_L1).toString(), u"r"_s);
}

void FrameTest::refusesWhatIsNoFrame_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("an array") << u"[1]"_s;
    QTest::newRow("a SockJS frame") << uR"(a["{}"])"_s;
    QTest::newRow("cut") << uR"({"msg":"chan)"_s;
    QTest::newRow("too deep") << QString(2000, u'[');
    QTest::newRow("over 8 MB") << uR"({"msg":")"_s + QString(9 * 1024 * 1024, u'x') + uR"("})"_s;
    QTest::newRow("over 8 MB in UTF-8 only") << uR"({"msg":")"_s + QString(3 * 1024 * 1024, u'€') + uR"("})"_s;
}

void FrameTest::refusesWhatIsNoFrame()
{
    QFETCH(QString, text);
    const Result<Frame> frame = parseFrame(text);
    QVERIFY(!frame);
    QCOMPARE(frame.error().kind, Error::Kind::Protocol);
    QVERIFY(!frame.error().detail.contains(u"xxx"_s)); // no content in what may be logged
}

void FrameTest::readsErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("wait");
    QTest::newRow("logged out, 3.11") << uR"({"error":403,"reason":"You've been logged out"})"_s
                                      << Error::Kind::Unauthorized << u"403"_s << -1;
    QTest::newRow("logged out, 7.7") << uR"({"error":401,"reason":"User not found"})"_s << Error::Kind::Unauthorized
                                     << u"401"_s << -1;
    QTest::newRow("limited") << uR"({"error":"too-many-requests","details":{"timeToReset":9871}})"_s
                             << Error::Kind::RateLimited << u"too-many-requests"_s << 9871;
    QTest::newRow("no method") << uR"({"error":404,"reason":"Method 'x' not found"})"_s << Error::Kind::NotFound
                               << u"404"_s << -1;
    QTest::newRow("forbidden stream") << uR"({"error":"not-allowed","message":"[not-allowed]"})"_s
                                      << Error::Kind::Forbidden << u"not-allowed"_s << -1;
    QTest::newRow("business") << uR"({"error":"room-closed","reason":"Room closed"})"_s << Error::Kind::Rejected
                              << u"room-closed"_s << -1;
    QTest::newRow("empty") << u"{}"_s << Error::Kind::Rejected << QString() << -1;
}

void FrameTest::readsErrors()
{
    QFETCH(QString, text);
    QFETCH(int, wait);
    const Error error = ddpError(QJsonDocument::fromJson(text.toUtf8()).object());
    QTEST(error.kind, "kind");
    QTEST(error.code, "code");
    QCOMPARE(error.retryAfter ? int(error.retryAfter->count()) : -1, wait);
}

void FrameTest::writesFrames()
{
    const auto object = [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); };
    QCOMPARE(object(connectFrame()).value("version"_L1).toString(), u"1"_s);
    QCOMPARE(object(pongFrame({})), (QJsonObject{{u"msg"_s, u"pong"_s}}));
    QCOMPARE(object(pongFrame(u"p1"_s)), (QJsonObject{{u"msg"_s, u"pong"_s}, {u"id"_s, u"p1"_s}}));
    QCOMPARE(object(pingFrame()), (QJsonObject{{u"msg"_s, u"ping"_s}}));
    QCOMPARE(object(methodFrame(u"7"_s, u"logout"_s, {})),
             (QJsonObject{
                 {u"msg"_s, u"method"_s}, {u"method"_s, u"logout"_s}, {u"params"_s, QJsonArray()}, {u"id"_s, u"7"_s}}));
    const QJsonArray params
        = object(subscribeFrame(u"3"_s, u"stream-notify-user"_s, u"u/message"_s)).value("params"_L1).toArray();
    QCOMPARE(params.at(0).toString(), u"u/message"_s);
    QCOMPARE(params.at(1).toObject(), (QJsonObject{{u"useCollection"_s, false}, {u"args"_s, QJsonArray()}}));
    QCOMPARE(object(unsubscribeFrame(u"3"_s)), (QJsonObject{{u"msg"_s, u"unsub"_s}, {u"id"_s, u"3"_s}}));
}

void FrameTest::readsEveryRecordedFrame_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("3.11.6") << u"3.11.6/ddp/20_agent1_manual_selection_full.jsonl"_s;
    QTest::newRow("7.7.1") << u"7.7.1/ddp/20_agent1_manual_selection_full.jsonl"_s;
}

void FrameTest::readsEveryRecordedFrame()
{
    QFETCH(QString, file);
    QFile recording(QStringLiteral(GREENLINE_FIXTURES "/recordings/") + file);
    QVERIFY2(recording.open(QIODevice::ReadOnly), qPrintable(recording.fileName()));
    int events = 0;
    int others = 0;
    while (!recording.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(recording.readLine()).object();
        if (line.value("dir"_L1).toString() != "<"_L1 || !line.value("frame"_L1).isObject()) {
            continue;
        }
        const Result<Frame> frame
            = parseFrame(QString::fromUtf8(QJsonDocument(line.value("frame"_L1).toObject()).toJson()));
        QVERIFY(frame.isOk());
        events += frame->kind == Frame::Kind::Changed ? 1 : 0;
        others += frame->kind == Frame::Kind::Other ? 1 : 0;
    }
    QVERIFY(events > 50);
    QVERIFY(others <= 1); // the server id
}

QTEST_GUILESS_MAIN(FrameTest)
#include "tst_frame.moc"
