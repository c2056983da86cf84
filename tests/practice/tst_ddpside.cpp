#include "ddpprobe.h"

#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/state.h"

#include <QCryptographicHash>

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;

namespace {

constexpr auto queueStream = "stream-livechat-inquiry-queue-observer"_L1;
constexpr auto userStream = "stream-notify-user"_L1;

QJsonObject passwordLogin(const PracticeUser &user)
{
    const QByteArray digest = QCryptographicHash::hash(user.password.toUtf8(), QCryptographicHash::Sha256).toHex();
    return {{u"user"_s, QJsonObject{{u"username"_s, user.username}}},
            {u"password"_s, QJsonObject{{u"digest"_s, QString::fromLatin1(digest)}, {u"algorithm"_s, u"sha-256"_s}}}};
}

QJsonValue errorCode(const QJsonObject &answer)
{
    return answer.value("error"_L1).toObject().value("error"_L1);
}

} // namespace

class DdpSideTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensWithTheGreetingOfItsRelease_data();
    void opensWithTheGreetingOfItsRelease();
    void refusesAnotherVersionOfTheProtocol();
    void signsInByPasswordAndByToken();
    void asksForTheSecondFactor();
    void slowsDownLogins();
    void refusesForeignStreams_data();
    void refusesForeignStreams();
    void tellsOfATextAndOfItsTaking_data();
    void tellsOfATextAndOfItsTaking();
    void letsOnlyOneTakeUnlessTheyRace();
    void sendsAnAnswerAndTellsIt();
    void tellsARefusedSmsBeforeTheAnswer();
    void makesUnavailableAtLogout();
    void closesARevokedToken();
    void pingsAndGivesUp();
    void cutsAndFreezesOnPurpose();
    void assignsByItself();
    void speaksAsStreamer();

private:
    void start(const QString &version, PracticeOptions options = {});
    PracticeUser user(const QString &username) const;
    QString idOf(const QString &username) const { return m_workspace->state().accounts.userIdOf(username); }
    std::unique_ptr<DdpProbe> signedIn(const QString &username);
    void text(const QString &from, const QString &body);
    QString department() const
    {
        return m_workspace->state().documents.departments.all().first().value("_id"_L1).toString();
    }
    QString inquiryId() const
    {
        return m_workspace->state().documents.inquiries.all().first().value("_id"_L1).toString();
    }
    QString roomId() const { return m_workspace->state().documents.rooms.all().first().value("_id"_L1).toString(); }
    ManualClock m_clock;
    std::unique_ptr<PracticeWorkspace> m_workspace;
};

void DdpSideTest::start(const QString &version, PracticeOptions options)
{
    options.version = version;
    options.hasCustomers = false;
    m_workspace = std::make_unique<PracticeWorkspace>(options, m_clock);
    QVERIFY(m_workspace->start().isOk());
}

PracticeUser DdpSideTest::user(const QString &username) const
{
    const QList<PracticeUser> users = m_workspace->users();
    return *std::find_if(users.begin(), users.end(),
                         [&](const PracticeUser &candidate) { return candidate.username == username; });
}

std::unique_ptr<DdpProbe> DdpSideTest::signedIn(const QString &username)
{
    RestProbe rest(m_workspace->url());
    rest.signIn(user(username));
    auto probe = std::make_unique<DdpProbe>(m_workspace->url());
    probe->connectSession();
    const QJsonObject answer = probe->resume(rest.token);
    [&] { QVERIFY(answer.contains("result"_L1)); }();
    return probe;
}

void DdpSideTest::text(const QString &from, const QString &body)
{
    const qsizetype before = m_workspace->state().documents.messages.size();
    m_workspace->twilio().deliver({from, m_workspace->number(), body});
    QTRY_VERIFY(m_workspace->state().documents.messages.size() > before);
}

void DdpSideTest::opensWithTheGreetingOfItsRelease_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("hasGreeting");
    QTest::newRow("3.11") << u"3.11"_s << true;
    QTest::newRow("7.7") << u"7.7"_s << false;
}

void DdpSideTest::opensWithTheGreetingOfItsRelease()
{
    QFETCH(QString, version);
    QFETCH(bool, hasGreeting);
    start(version);
    DdpProbe probe(m_workspace->url());
    probe.sendText(u"{not json"_s);
    QTRY_COMPARE(probe.first(u"error"_s).value("reason"_L1).toString(), u"Bad request"_s);
    probe.send({{u"msg"_s, u"method"_s}, {u"id"_s, u"1"_s}, {u"method"_s, u"rooms/get"_s}});
    QTRY_COMPARE(probe.frames.last().value("reason"_L1).toString(), u"Must connect first"_s);
    QCOMPARE(probe.frames.first().contains("server_id"_L1), hasGreeting);
}

void DdpSideTest::refusesAnotherVersionOfTheProtocol()
{
    start(u"7.7"_s);
    DdpProbe probe(m_workspace->url());
    probe.send({{u"msg"_s, u"connect"_s}, {u"version"_s, u"99"_s}});
    QTRY_VERIFY(!probe.first(u"failed"_s).isEmpty());
    QTRY_VERIFY(!probe.isOpen());
}

void DdpSideTest::signsInByPasswordAndByToken()
{
    start(u"7.7"_s);
    DdpProbe probe(m_workspace->url());
    probe.connectSession();
    QCOMPARE(errorCode(probe.call(u"sendMessage"_s, {QJsonObject{{u"rid"_s, u"x"_s}}})).toString(),
             u"error-invalid-user"_s);
    QCOMPARE(errorCode(probe.resume(u"wrong"_s)).toInt(), 401);
    const QJsonObject result = probe.call(u"login"_s, {passwordLogin(user(u"ana"_s))}).value("result"_L1).toObject();
    QCOMPARE(result.value("id"_L1).toString(), idOf(u"ana"_s));
    QCOMPARE(result.value("type"_L1).toString(), u"password"_s);
    QTRY_COMPARE(probe.first(u"added"_s).value("fields"_L1).toObject().value("username"_L1).toString(), u"ana"_s);
    DdpProbe second(m_workspace->url());
    second.connectSession();
    QCOMPARE(
        second.resume(result.value("token"_L1).toString()).value("result"_L1).toObject().value("type"_L1).toString(),
        u"resume"_s);
    QCOMPARE(m_workspace->state().documents.users.find(idOf(u"ana"_s)).value("status"_L1).toString(), u"online"_s);
    QCOMPARE(errorCode(second.call(u"no:such:method"_s)).toInt(), 404);
}

void DdpSideTest::asksForTheSecondFactor()
{
    start(u"7.7"_s);
    const QString secret = m_workspace->state().accounts.requireTotp(u"ana"_s);
    DdpProbe probe(m_workspace->url());
    probe.connectSession();
    QCOMPARE(errorCode(probe.call(u"login"_s, {passwordLogin(user(u"ana"_s))})).toString(), u"totp-required"_s);
    const auto withCode = [&](const QString &code) {
        return QJsonArray{
            QJsonObject{{u"totp"_s, QJsonObject{{u"code"_s, code}, {u"login"_s, passwordLogin(user(u"ana"_s))}}}}};
    };
    QCOMPARE(errorCode(probe.call(u"login"_s, withCode(u"12"_s))).toString(), u"totp-invalid"_s);
    QVERIFY(probe.call(u"login"_s, withCode(totpCode(secret, m_clock.now()))).contains("result"_L1));
}

void DdpSideTest::slowsDownLogins()
{
    start(u"3.11"_s);
    DdpProbe probe(m_workspace->url());
    probe.connectSession();
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(errorCode(probe.resume(u"wrong"_s)).toInt(), 403);
    }
    const QJsonObject error = probe.resume(u"wrong"_s).value("error"_L1).toObject();
    QCOMPARE(error.value("error"_L1).toString(), u"too-many-requests"_s);
    QCOMPARE(error.value("details"_L1).toObject().value("timeToReset"_L1).toInt(), 10000);
    m_clock.advance(std::chrono::seconds(10));
    QCOMPARE(errorCode(probe.resume(u"wrong"_s)).toInt(), 403);
}

void DdpSideTest::refusesForeignStreams_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("hasError");
    QTest::newRow("3.11 says no word") << u"3.11"_s << false;
    QTest::newRow("7.7") << u"7.7"_s << true;
}

void DdpSideTest::refusesForeignStreams()
{
    QFETCH(QString, version);
    QFETCH(bool, hasError);
    start(version);
    const auto ana = signedIn(u"ana"_s);
    const QJsonObject refused = ana->subscribe(userStream, idOf(u"tom"_s) + u"/notification"_s);
    QCOMPARE(refused.value("msg"_L1).toString(), u"nosub"_s);
    QCOMPARE(refused.contains("error"_L1), hasError);
    QCOMPARE(ana->subscribe(u"stream-room-messages"_s, u"notMyRoom"_s).value("msg"_L1).toString(), u"nosub"_s);
    QCOMPARE(errorCode(ana->subscribe(u"no-such-publication"_s, u"x"_s)).toInt(), 404);
    QCOMPARE(ana->subscribe(userStream, idOf(u"ana"_s) + u"/notification"_s).value("msg"_L1).toString(), u"ready"_s);
    m_workspace->faults().forbiddenStreams = {QString(queueStream)};
    QCOMPARE(ana->subscribe(queueStream, u"public"_s).value("msg"_L1).toString(), u"nosub"_s);
}

void DdpSideTest::tellsOfATextAndOfItsTaking_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("firstType");
    QTest::newRow("3.11 adds it while it is not queued yet") << u"3.11"_s << u"added"_s;
    QTest::newRow("7.7 only ever changes it") << u"7.7"_s << u"changed"_s;
    QTest::newRow("8.8") << u"8.8"_s << u"added"_s;
}

void DdpSideTest::tellsOfATextAndOfItsTaking()
{
    QFETCH(QString, version);
    QFETCH(QString, firstType);
    start(version);
    const auto ana = signedIn(u"ana"_s);
    const QString channel = u"department/"_s + department();
    QCOMPARE(ana->subscribe(queueStream, channel).value("msg"_L1).toString(), u"ready"_s);
    ana->subscribe(userStream, idOf(u"ana"_s) + u"/subscriptions-changed"_s);
    ana->subscribe(userStream, idOf(u"ana"_s) + u"/rooms-changed"_s);
    ana->subscribe(userStream, idOf(u"ana"_s) + u"/notification"_s);
    ana->subscribe(u"stream-room-messages"_s, u"__my_messages__"_s);
    text(u"+14155550199"_s, u"Where is my parcel?"_s);
    const auto statusOf
        = [&](qsizetype i) { return ana->events(channel).value(i).at(0).toObject().value("status"_L1).toString(); };
    QTRY_COMPARE(ana->lastArg(channel, 0).toObject().value("status"_L1).toString(), u"queued"_s);
    QCOMPARE(ana->firstArg(channel, 0).toObject().value("type"_L1).toString(), firstType);
    QCOMPARE(statusOf(0), firstType == "added"_L1 ? u"ready"_s : u"queued"_s);
    QTRY_COMPARE(ana->events(idOf(u"ana"_s) + u"/notification"_s).size(), 1);
    QTRY_VERIFY(!ana->events(u"__my_messages__"_s).isEmpty());
    QCOMPARE(ana->lastArg(u"__my_messages__"_s, 0).isArray(), version == "3.11"_L1);
    RestProbe rest(m_workspace->url());
    rest.signIn(user(u"ana"_s));
    QCOMPARE(rest.post(u"/api/v1/livechat/inquiries.take"_s, {{u"inquiryId"_s, inquiryId()}}).status, 200);
    QTRY_COMPARE(ana->lastArg(channel, 0).toObject().value("status"_L1).toString(), u"taken"_s);
    QTRY_COMPARE(ana->firstArg(idOf(u"ana"_s) + u"/subscriptions-changed"_s, 0).toString(), u"inserted"_s);
    QTRY_VERIFY(!ana->events(idOf(u"ana"_s) + u"/rooms-changed"_s).isEmpty());
    m_workspace->faults().suppressQueueEvents = true;
    text(u"+14155550198"_s, u"And mine?"_s);
    QTRY_COMPARE(ana->events(idOf(u"ana"_s) + u"/notification"_s).size(), 2);
    QCOMPARE(ana->lastArg(channel, 0).toObject().value("status"_L1).toString(), u"taken"_s);
}

void DdpSideTest::letsOnlyOneTakeUnlessTheyRace()
{
    start(u"7.7"_s);
    const auto ana = signedIn(u"ana"_s);
    const auto tom = signedIn(u"tom"_s);
    text(u"+14155550199"_s, u"Hello?"_s);
    QVERIFY(!ana->call(u"livechat:takeInquiry"_s, {inquiryId()}).contains("error"_L1));
    QCOMPARE(errorCode(tom->call(u"livechat:takeInquiry"_s, {inquiryId()})).toString(), u"error-inquiry-taken"_s);
    m_workspace->faults().racingTakes = 1;
    QVERIFY(!tom->call(u"livechat:takeInquiry"_s, {inquiryId()}).contains("error"_L1));
    const QJsonObject room = m_workspace->state().documents.rooms.find(roomId());
    QCOMPARE(room.value("servedBy"_L1).toObject().value("username"_L1).toString(), u"tom"_s);
    QCOMPARE(m_workspace->state().documents.subscriptions.size(), 2);
}

void DdpSideTest::sendsAnAnswerAndTellsIt()
{
    start(u"7.7"_s);
    const auto ana = signedIn(u"ana"_s);
    text(u"+14155550199"_s, u"Hello?"_s);
    ana->call(u"livechat:takeInquiry"_s, {inquiryId()});
    ana->subscribe(u"stream-room-messages"_s, roomId());
    const QJsonObject message{{u"_id"_s, u"myOwnMessageId123"_s}, {u"rid"_s, roomId()}, {u"msg"_s, u"On its way."_s}};
    QCOMPARE(ana->call(u"sendMessage"_s, {message}).value("result"_L1).toObject().value("_id"_L1).toString(),
             u"myOwnMessageId123"_s);
    QTRY_COMPARE(ana->lastArg(roomId(), 0).toObject().value("msg"_L1).toString(), u"On its way."_s);
    QCOMPARE(m_workspace->twilio().sent().size(), 1);
    QCOMPARE(m_workspace->twilio().sent().first().to, u"+14155550199"_s);
    QCOMPARE(m_workspace->twilio().sent().first().from, m_workspace->number());
    QVERIFY(!ana->call(u"sendMessage"_s, {message}).contains("result"_L1));
    QCOMPARE(m_workspace->twilio().sent().size(), 1);
}

void DdpSideTest::tellsARefusedSmsBeforeTheAnswer()
{
    start(u"7.7"_s);
    const auto ana = signedIn(u"ana"_s);
    text(u"+14155550199"_s, u"Hello?"_s);
    ana->call(u"livechat:takeInquiry"_s, {inquiryId()});
    ana->subscribe(userStream, idOf(u"ana"_s) + u"/message"_s);
    ana->subscribe(u"stream-room-messages"_s, roomId());
    m_workspace->twilio().setAnswer(PracticeTwilio::Answer::InvalidTo);
    ana->call(u"sendMessage"_s, {QJsonObject{{u"rid"_s, roomId()}, {u"msg"_s, u"No way."_s}}});
    const QList<QJsonArray> notices = ana->events(idOf(u"ana"_s) + u"/message"_s);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().at(0).toObject().value("msg"_L1).toString(),
             u"The 'To' number is not a valid phone number."_s);
    QCOMPARE(notices.first().at(0).toObject().value("rid"_L1).toString(), roomId());
}

void DdpSideTest::makesUnavailableAtLogout()
{
    start(u"7.7"_s);
    const auto ana = signedIn(u"ana"_s);
    ana->subscribe(userStream, idOf(u"ana"_s) + u"/userData"_s);
    ana->call(u"logout"_s);
    QTRY_COMPARE(ana->events(idOf(u"ana"_s) + u"/userData"_s).size(), 1);
    QCOMPARE(ana->first(u"nosub"_s).value("error"_L1).toObject().value("error"_L1).toString(), u"not-allowed"_s);
    QVERIFY(!m_workspace->state().presence.isAvailable(idOf(u"ana"_s)));
    QCOMPARE(m_workspace->state().documents.users.find(idOf(u"ana"_s)).value("status"_L1).toString(), u"offline"_s);
    const auto again = signedIn(u"ana"_s);
    QVERIFY(m_workspace->state().presence.isAvailable(idOf(u"ana"_s)));
}

void DdpSideTest::closesARevokedToken()
{
    start(u"7.7"_s);
    const auto ana = signedIn(u"ana"_s);
    m_workspace->state().accounts.revokeAll(idOf(u"ana"_s));
    QTRY_VERIFY(!ana->isOpen());
    QCOMPARE(ana->closeCode(), 1000);
}

void DdpSideTest::pingsAndGivesUp()
{
    start(u"7.7"_s);
    DdpProbe probe(m_workspace->url());
    probe.connectSession();
    m_clock.advance(std::chrono::seconds(15));
    QTRY_VERIFY(!probe.first(u"ping"_s).isEmpty());
    probe.send({{u"msg"_s, u"pong"_s}});
    probe.call(u"rooms/get"_s); // the pong has come when this is answered
    m_clock.advance(std::chrono::seconds(15));
    QVERIFY(probe.isOpen());
    m_clock.advance(std::chrono::seconds(15));
    QTRY_VERIFY(!probe.isOpen());
}

void DdpSideTest::cutsAndFreezesOnPurpose()
{
    start(u"8.8"_s);
    const auto ana = signedIn(u"ana"_s);
    ana->subscribe(userStream, idOf(u"ana"_s) + u"/notification"_s);
    m_workspace->faults().malformedFrames = 2;
    text(u"+14155550199"_s, u"Hello?"_s);
    QTRY_COMPARE(ana->events(idOf(u"ana"_s) + u"/notification"_s).size(), 1);
    QCOMPARE(ana->frames.count(QJsonObject()), 2);
    m_workspace->faults().freezeSockets = true;
    const qsizetype before = ana->frames.size();
    ana->send({{u"msg"_s, u"ping"_s}});
    m_clock.advance(std::chrono::seconds(60));
    Q_EMIT m_workspace->faults().dropSockets();
    QTRY_VERIFY(!ana->isOpen());
    QCOMPARE(ana->frames.size(), before);
}

void DdpSideTest::assignsByItself()
{
    PracticeOptions options;
    options.routing = Routing::Auto;
    start(u"7.7"_s, options);
    const auto tom = signedIn(u"tom"_s);
    m_workspace->state().presence.setAvailability(idOf(u"ana"_s), false);
    tom->subscribe(userStream, idOf(u"tom"_s) + u"/subscriptions-changed"_s);
    text(u"+14155550199"_s, u"Hello?"_s);
    QTRY_COMPARE(tom->firstArg(idOf(u"tom"_s) + u"/subscriptions-changed"_s, 0).toString(), u"inserted"_s);
    QCOMPARE(m_workspace->state().documents.inquiries.all().first().value("status"_L1).toString(), u"taken"_s);
}

void DdpSideTest::speaksAsStreamer()
{
    PracticeOptions options;
    options.isStreamer = true;
    start(u"8.8"_s, options);
    const auto ana = signedIn(u"ana"_s);
    QCOMPARE(ana->frames.first().value("msg"_L1).toString(), u"server_id"_s);
    DdpProbe other(m_workspace->url());
    other.connectSession();
    QVERIFY(other.call(u"login"_s, {passwordLogin(user(u"ana"_s))}).contains("error"_L1));
}

QTEST_GUILESS_MAIN(DdpSideTest)
#include "tst_ddpside.moc"
