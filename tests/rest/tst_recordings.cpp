#include "app/rest/authapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/queueapi.h"
#include "app/rest/rightsapi.h"
#include "recordedserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using greenline::test::rawAnswer;

/// The interfaces of accounts and the directory against what real servers answered.
class RecordingsTest : public RecordedServer
{
    Q_OBJECT
private Q_SLOTS:
    void readsInfo();
    void logsIn();
    void readsMe();
    void logsOut();
    void readsVisitors();
    void readsDirectory();
    void setsAvailability();
};

void RecordingsTest::readsInfo()
{
    AuthApi auth(*m_rest);
    play(u"11_login_variants"_s, u"/api/info"_s);
    QCOMPARE(answerOf<ServerInfo>([&](const auto &then) { auth.info(then); })->version, m_features->version());
    QCOMPARE(target(), "/api/info");
    m_reply = rawAnswer(200, R"({"info":{"version":"3.16.2"},"success":true})");
    QCOMPARE(answerOf<ServerInfo>([&](const auto &then) { auth.info(then); })->version, (ServerVersion{3, 16}));
    m_reply = rawAnswer(200, "<html>", "Content-Type: text/html\r\n");
    const Result<ServerInfo> other = answerOf<ServerInfo>([&](const auto &then) { auth.info(then); });
    QCOMPARE(other.error().kind, Error::Kind::Protocol);
}

void RecordingsTest::logsIn()
{
    AuthApi auth(*m_rest);
    const auto login = [&](const QString &code) {
        return answerOf<LoginAnswer>(
            [&](const auto &then) { auth.login(u"agent1"_s, u"<PASS_AGENT1>"_s, code, then); });
    };
    const QJsonObject recorded = play(u"10_agent_login"_s, u"/api/v1/login"_s);
    const Result<LoginAnswer> good = login({});
    QVERIFY(good.isOk());
    QCOMPARE(good->credentials.authToken, u"<TOKEN_AGENT1_REST>"_s);
    QCOMPARE(good->credentials.userId, good->me.id.value);
    QVERIFY(good->me.isAgent());
    QCOMPARE(sent(), recorded.value("request"_L1).toObject().value("body"_L1).toObject());

    play(u"11_login_variants"_s, u"/api/v1/login"_s, 401);
    QCOMPARE(login({}).error().kind, Error::Kind::Unauthorized);
    play(u"12_login_totp"_s, u"/api/v1/login"_s, 401);
    const Error needed = login({}).error();
    QCOMPARE(needed.kind, Error::Kind::Rejected);
    QCOMPARE(needed.code, u"totp-required"_s);
    QCOMPARE(needed.detail, u"totp"_s);
    play(u"12_login_totp"_s, u"/api/v1/login"_s);
    QVERIFY(login(u"123456"_s).isOk());
    QCOMPARE(sent().value("code"_L1).toString(), u"123456"_s);
}

void RecordingsTest::readsMe()
{
    AuthApi auth(*m_rest);
    play(u"63_misc"_s, u"/api/v1/me"_s);
    const Result<Agent> me = answerOf<Agent>([&](const auto &then) { auth.me(then); });
    QCOMPARE(me->username, u"agent1"_s);
    QVERIFY(me->availability != Availability::Unknown);
    play(u"10_agent_login"_s, u"/api/v1/me"_s, 401);
    QCOMPARE(answerOf<Agent>([&](const auto &then) { auth.me(then); }).error().kind, Error::Kind::Unauthorized);
}

void RecordingsTest::logsOut()
{
    AuthApi auth(*m_rest);
    play(u"10_agent_login"_s, u"/api/v1/logout"_s); // on 7.7.1 an answer of no bytes
    QVERIFY(answerOf<Done>([&](const auto &then) { auth.logout(then); }).isOk());
}

void RecordingsTest::readsVisitors()
{
    DirectoryApi directory(*m_rest, *m_features);
    play(u"62_visitor"_s, u"/api/v1/livechat/visitors.info"_s);
    QCOMPARE(answerOf<Contact>([&](const auto &then) { directory.visitor({u"v1"_s}, then); })->phones,
             QStringList{u"+14155550101"_s});
    m_rest->forgetRecent();
    play(u"62_visitor"_s, u"/api/v1/livechat/visitors.info"_s, 400);
    QCOMPARE(answerOf<Contact>([&](const auto &then) { directory.visitor({u"v1"_s}, then); }).error().code,
             u"visitor-not-found"_s);
}

void RecordingsTest::readsDirectory()
{
    DirectoryApi directory(*m_rest, *m_features);
    play(u"63_misc"_s, u"/api/v1/livechat/department"_s);
    QVERIFY(!answerOf<QList<Department>>([&](const auto &then) { directory.departments(then); })->isEmpty());
    play(u"63_misc"_s, u"/api/v1/livechat/agents/"_s);
    QCOMPARE(answerOf<QSet<DepartmentId>>([&](const auto &then) { directory.myDepartments({u"me"_s}, then); })->size(),
             1);
    QCOMPARE(target(), "/api/v1/livechat/agents/me/departments");
    play(u"63_misc"_s, u"/api/v1/livechat/tags.list"_s, isOld() ? 200 : 404); // no such route without Enterprise code
    const Result<QStringList> none = answerOf<QStringList>([&](const auto &then) { directory.tags({}, then); });
    QVERIFY(none.isOk());
    QVERIFY(none->isEmpty());

    m_reply = rawAnswer(
        200,
        R"({"update":[{"_id":"close","roles":["admin","livechat-agent"]},{"_id":"other","roles":["admin"]}],"remove":[]})");
    const Result<QSet<QString>> granted = answerOf<QSet<QString>>([&](const auto &then) {
        RightsApi(*m_rest, *m_features).permissions({u"user"_s, u"livechat-agent"_s}, then);
    });
    QCOMPARE(*granted, QSet<QString>{u"close"_s});
    m_reply = rawAnswer(
        200,
        R"({"settings":[{"_id":"Livechat_enabled","value":false},{"_id":"Site_Name","value":"Acme"}],"success":true})");
    const Result<WorkspaceRules> rules = answerOf<WorkspaceRules>([&](const auto &then) { directory.rules(then); });
    QVERIFY(!rules->omnichannelEnabled);
    QVERIFY(rules->closingNeedsComment);
    QCOMPARE(rules->siteName, u"Acme"_s);
    QVERIFY(target().startsWith(isOld() ? "/api/v1/settings.public?query=%7B"
                                        : "/api/v1/settings.public?_id=Livechat_enabled%2C"));
    if (!isOld()) {
        QueueApi queue(*m_rest, *m_features);
        play(u"42_take_variants"_s, u"/api/v1/method.call/livechat:getRoutingConfig"_s);
        const Result<Routing> routing = answerOf<Routing>([&](const auto &then) { queue.routing(then); });
        QVERIFY(routing->showsQueue && routing->allowsPreview && !routing->assignsAgents);
    }
}

void RecordingsTest::setsAvailability()
{
    if (isOld()) {
        const Route toggled = m_features->route(Action::SetAvailability); // no REST route was recorded there
        QCOMPARE(toggled.kind, Route::Kind::MethodCall);
        return;
    }
    DirectoryApi directory(*m_rest, *m_features);
    play(u"13_presence_and_agent_status"_s, u"/api/v1/livechat/agent.status"_s);
    const Result<Availability> now = answerOf<Availability>(
        [&](const auto &then) { directory.setAvailability(Availability::NotAvailable, then); });
    QCOMPARE(*now, Availability::NotAvailable);
    QCOMPARE(sent(), (QJsonObject{{u"status"_s, u"not-available"_s}}));
    play(u"13_presence_and_agent_status"_s, u"/api/v1/livechat/agent.status"_s, 404);
    const Error unknown = answerOf<Availability>([&](const auto &then) {
                              directory.setAvailability(Availability::Available, then);
                          }).error();
    QCOMPARE(unknown.kind, Error::Kind::NotFound);
    QCOMPARE(m_server->requests.size(), 2); // that an agent is unknown does not mean that the route is
}

QTEST_GUILESS_MAIN(RecordingsTest)
#include "tst_recordings.moc"
