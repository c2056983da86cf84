#include "ddpprobe.h"

#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/state.h"

#include <QTcpServer>

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;

/// The workspace as a whole: one conversation from the first text to the close in every release, and its comings and
/// goings.
class PracticeWorkspaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void playsAWholeConversation_data();
    void playsAWholeConversation();
    void keepsItsStateOverAStop();
    void goesOfflineForAWhile();
    void saysWhenItsPortIsTaken();
    void drawsOtherPasswordsEachTime();
    void waitsForAHangingProvider();

private:
    void start(const PracticeOptions &options);
    QString idOf(const QString &username) const { return m_workspace->state().accounts.userIdOf(username); }
    void text(const QString &body);
    QJsonObject room() const { return m_workspace->state().documents.rooms.all().value(0); }
    QString rid() const { return room().value("_id"_L1).toString(); }
    ManualClock m_clock;
    std::unique_ptr<PracticeWorkspace> m_workspace;
    std::unique_ptr<RestProbe> m_ana;
};

void PracticeWorkspaceTest::start(const PracticeOptions &wanted)
{
    PracticeOptions options = wanted;
    options.hasCustomers = false;
    m_workspace = std::make_unique<PracticeWorkspace>(options, m_clock);
    QVERIFY(m_workspace->start().isOk());
    m_ana = std::make_unique<RestProbe>(m_workspace->url());
    m_ana->signIn(m_workspace->users().first());
}

void PracticeWorkspaceTest::text(const QString &body)
{
    const qsizetype before = m_workspace->state().documents.messages.size();
    m_workspace->twilio().deliver({u"+14155550101"_s, m_workspace->number(), body});
    QTRY_VERIFY(m_workspace->state().documents.messages.size() > before);
}

void PracticeWorkspaceTest::playsAWholeConversation_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isManual");
    QTest::addColumn<bool>("isEnterprise");
    for (const QString &version : {u"3.11"_s, u"5.3"_s, u"6.13"_s, u"7.7"_s, u"7.12"_s, u"8.8"_s}) {
        QTest::addRow("%s, manual", qPrintable(version)) << version << true << false;
        QTest::addRow("%s, automatic, licensed", qPrintable(version)) << version << false << true;
    }
}

void PracticeWorkspaceTest::playsAWholeConversation()
{
    QFETCH(QString, version);
    QFETCH(bool, isManual);
    QFETCH(bool, isEnterprise);
    start({.version = version,
           .routing = isManual ? Routing::Manual : Routing::Auto,
           .licence = isEnterprise ? Licence::Enterprise : Licence::None});
    m_workspace->state().presence.setAvailability(idOf(u"tom"_s), false);
    text(u"Where is my parcel?"_s);
    if (isManual) {
        const QString inquiry = m_workspace->state().documents.inquiries.all().value(0).value("_id"_L1).toString();
        QCOMPARE(m_ana->post(u"/api/v1/livechat/inquiries.take"_s, {{u"inquiryId"_s, inquiry}}).status, 200);
    }
    QCOMPARE(room().value("servedBy"_L1).toObject().value("_id"_L1).toString(), idOf(u"ana"_s));
    const QJsonObject message{{u"_id"_s, u"myOwnMessageId123"_s}, {u"rid"_s, rid()}, {u"msg"_s, u"On its way 😀"_s}};
    QCOMPARE(m_ana->post(u"/api/v1/chat.sendMessage"_s, {{u"message"_s, message}}).status, 200);
    QTRY_COMPARE(m_workspace->twilio().sent().size(), 1);
    QCOMPARE(m_ana->post(u"/api/v1/chat.sendMessage"_s, {{u"message"_s, message}}).status, 400);
    QCOMPARE(m_workspace->twilio().sent().size(), 1);
    QCOMPARE(m_workspace->twilio().sent().first().body, u"On its way 😀"_s);
    text(u"Thank you"_s);
    QCOMPARE(m_workspace->state().documents.rooms.size(), 1);
    QVERIFY(!m_workspace->state().closing.close(idOf(u"ana"_s), rid(), {.comment = u"Answered"_s}));
    QVERIFY(!room().contains("open"_L1));
    QCOMPARE(m_workspace->state().documents.subscriptions.size(), 0);
    QCOMPARE(m_workspace->state().documents.inquiries.size(), 0);
}

void PracticeWorkspaceTest::keepsItsStateOverAStop()
{
    start({});
    const QUrl url = m_workspace->url();
    DdpProbe probe(url);
    probe.connectSession();
    QVERIFY(probe.resume(m_ana->token).contains("result"_L1));
    text(u"Hello?"_s);
    m_workspace->stop();
    QTRY_VERIFY(!probe.isOpen());
    QTRY_COMPARE(m_workspace->state().documents.users.find(idOf(u"ana"_s)).value("status"_L1).toString(), u"offline"_s);
    QVERIFY(m_workspace->start().isOk());
    QCOMPARE(m_workspace->url(), url);
    DdpProbe again(url);
    again.connectSession();
    QVERIFY(again.resume(m_ana->token).contains("result"_L1));
    text(u"Still there?"_s);
    QCOMPARE(m_workspace->state().documents.rooms.size(), 1);
}

void PracticeWorkspaceTest::goesOfflineForAWhile()
{
    start({});
    RestProbe driver(m_workspace->twilioUrl());
    QCOMPARE(driver.post(u"/practice/faults"_s, {{u"offlineSeconds"_s, 10}}).status, 200);
    QCOMPARE(m_ana->get(u"/api/info"_s).status, 0);
    m_clock.advance(std::chrono::seconds(10));
    QCOMPARE(m_ana->get(u"/api/info"_s).status, 200);
}

void PracticeWorkspaceTest::saysWhenItsPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    PracticeWorkspace workspace({.port = other.serverPort()}, m_clock);
    const Status started = workspace.start();
    QVERIFY(!started);
    QCOMPARE(started.error().kind, Error::Kind::Network);
}

void PracticeWorkspaceTest::drawsOtherPasswordsEachTime()
{
    const PracticeWorkspace one({}, m_clock);
    const PracticeWorkspace two({}, m_clock);
    QCOMPARE(one.users().size(), 4);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(one.users().at(i).password.size() > 7);
        QVERIFY(one.users().at(i).password != two.users().at(i).password);
    }
}

void PracticeWorkspaceTest::waitsForAHangingProvider()
{
    start({.version = u"7.7"_s, .routing = Routing::Auto});
    m_workspace->state().presence.setAvailability(idOf(u"tom"_s), false);
    text(u"Hello?"_s);
    m_workspace->twilio().setAnswer(PracticeTwilio::Answer::Hang);
    DdpProbe probe(m_workspace->url());
    probe.connectSession();
    probe.resume(m_ana->token);
    probe.subscribe(u"stream-notify-user"_s, idOf(u"ana"_s) + u"/message"_s);
    probe.subscribe(u"stream-room-messages"_s, rid());
    const QJsonObject message{{u"_id"_s, u"hanging"_s}, {u"rid"_s, rid()}, {u"msg"_s, u"Hm"_s}};
    probe.send({{u"msg"_s, u"method"_s},
                {u"id"_s, u"x"_s},
                {u"method"_s, u"sendMessage"_s},
                {u"params"_s, QJsonArray{message}}});
    QTRY_VERIFY(m_workspace->state().documents.messages.contains(u"hanging"_s));
    QVERIFY(probe.events(rid()).isEmpty());
    m_clock.advance(std::chrono::seconds(30));
    QTRY_COMPARE(probe.lastArg(rid()).toObject().value("msg"_L1).toString(), u"Hm"_s);
    QCOMPARE(probe.lastArg(idOf(u"ana"_s) + u"/message"_s).toObject().value("msg"_L1).toString(),
             u"timeout of 30000ms exceeded"_s);
}

QTEST_GUILESS_MAIN(PracticeWorkspaceTest)
#include "tst_practiceworkspace.moc"
