#include "../http/certificates.h"

#include "app/base/clock.h"
#include "app/practice/faults.h"
#include "app/practice/httpsite.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/workspace/workspaceprobe.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

using Subject = ProbeLine::Subject;
using Verdict = ProbeLine::Verdict;

/// The address check of the sign-in page: each wrong address ends in one line that says why.
class WorkspaceProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesAnAddressOfWhatWasTyped_data();
    void makesAnAddressOfWhatWasTyped();
    void passesAWorkspace_data();
    void passesAWorkspace();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void warnsOfAVersionItDoesNotKnow();
    void refusesAWorkspaceWithoutOmnichannel();
    void refusesABadCertificate();
    void saysThatAPortSpeaksHttps();
    void answersOnlyForTheLastAddress();
};

namespace {

/// A probe and what it said.
struct Check {
    SystemClock clock;
    HttpClient http;
    WorkspaceProbe probe{http, clock};
    QList<ProbeLine> lines;
    std::optional<bool> isUsable;

    Check()
    {
        QObject::connect(&probe, &WorkspaceProbe::lineChanged, &probe,
                         [this](const ProbeLine &line) { lines.append(line); });
        QObject::connect(&probe, &WorkspaceProbe::finished, &probe, [this](bool usable) { isUsable = usable; });
    }
    bool run(const QString &typed)
    {
        probe.check(typed);
        return QTest::qWaitFor([this] { return isUsable.has_value(); });
    }
    QList<std::pair<Subject, Verdict>> verdicts() const
    {
        QList<std::pair<Subject, Verdict>> all;
        for (const ProbeLine &line : lines) {
            if (line.verdict != Verdict::Running) {
                all.append({line.subject, line.verdict});
            }
        }
        return all;
    }
};

practice::PracticeOptions quietWorkspace(const QString &version = u"8.8"_s)
{
    practice::PracticeOptions options;
    options.hasCustomers = false;
    options.version = version;
    return options;
}

} // namespace

void WorkspaceProbeTest::makesAnAddressOfWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("host") << u"chat.example.com"_s << u"https://chat.example.com"_s;
    QTest::newRow("spaces") << u"  chat.example.com \n"_s << u"https://chat.example.com"_s;
    QTest::newRow("slash") << u"https://chat.example.com/"_s << u"https://chat.example.com"_s;
    QTest::newRow("capitals") << u"HTTPS://Chat.Example.COM"_s << u"https://chat.example.com"_s;
    QTest::newRow("page of the web client")
        << u"https://chat.example.com/channel/general?msg=x#y"_s << u"https://chat.example.com"_s;
    QTest::newRow("below a path") << u"https://example.com/chat/home"_s << u"https://example.com/chat"_s;
    QTest::newRow("port") << u"chat.example.com:8443"_s << u"https://chat.example.com:8443"_s;
    QTest::newRow("this computer") << u"localhost:3000"_s << u"http://localhost:3000"_s;
    QTest::newRow("this computer, IPv6") << u"http://[::1]:3000/home"_s << u"http://[::1]:3000"_s;
    QTest::newRow("nothing") << u" "_s << QString();
    QTest::newRow("a sentence") << u"our chat server"_s << QString();
    QTest::newRow("password inside") << u"https://ana:pw@chat.example.com"_s << QString();
    QTest::newRow("another scheme") << u"ftp://chat.example.com"_s << QString();
    QTest::newRow("no host") << u"https:///home"_s << QString();
    QTest::newRow("two dots") << u"chat..example.com"_s << QString();
    QTest::newRow("port out of range") << u"chat.example.com:99999"_s << QString();
}

void WorkspaceProbeTest::makesAnAddressOfWhatWasTyped()
{
    QFETCH(QString, typed);
    const std::optional<QUrl> address = workspaceAddress(typed);
    QTEST(address ? address->toString() : QString(), "address");
}

void WorkspaceProbeTest::passesAWorkspace_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"5.3"_s, u"6.13"_s, u"7.7"_s, u"7.12"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void WorkspaceProbeTest::passesAWorkspace()
{
    QFETCH(QString, version);
    SystemClock clock;
    practice::PracticeWorkspace workspace(quietWorkspace(version), clock);
    QVERIFY(workspace.start());
    Check check;
    QVERIFY(check.run(workspace.url().toString() + u"/home"_s));
    QVERIFY(*check.isUsable);
    using Verdicts = QList<std::pair<Subject, Verdict>>;
    QCOMPARE(check.verdicts(),
             (Verdicts{{Subject::Address, Verdict::Passed},
                       {Subject::Reachable, Verdict::Passed},
                       {Subject::RocketChat, Verdict::Passed},
                       {Subject::Omnichannel, Verdict::Passed}}));
    QCOMPARE(check.probe.address(), workspace.url());
    const auto found = std::find_if(check.lines.cbegin(), check.lines.cend(),
                                    [](const ProbeLine &line) { return line.subject == Subject::RocketChat; });
    QCOMPARE(found->version.text(), version);
}

/// What some web server says to every request.
static practice::HttpSite::Handler saying(const practice::HttpAnswer &answer)
{
    return [answer](const practice::HttpRequest &, const std::shared_ptr<practice::HttpReply> &reply) {
        reply->answer(answer);
    };
}

void WorkspaceProbeTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("typed"); // %1 stands for the web server's port
    QTest::addColumn<practice::HttpAnswer>("answer");
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    const practice::HttpAnswer page{200, "text/html; charset=utf-8", "<!DOCTYPE html><html><title>Shop</title></html>"};
    const practice::HttpAnswer none;
    const QString here = u"http://127.0.0.1:%1"_s;
    QTest::newRow("no address") << u"not an address"_s << none << Subject::Address << Error::Kind::Rejected
                                << u"not-an-address"_s;
    QTest::newRow("http to another computer")
        << u"http://chat.example.com"_s << none << Subject::Address << Error::Kind::Tls << u"insecure-address"_s;
    QTest::newRow("nobody listens") << u"http://127.0.0.1:1"_s << none << Subject::Reachable << Error::Kind::Network
                                    << QString();
    QTest::newRow("no such host") << u"https://no-such-host.invalid"_s << none << Subject::Reachable
                                  << Error::Kind::Network << QString();
    QTest::newRow("https where http is spoken")
        << u"https://127.0.0.1:%1"_s << page << Subject::Reachable << Error::Kind::Network << QString();
    QTest::newRow("a web page") << here << page << Subject::RocketChat << Error::Kind::Protocol << u"not-rocketchat"_s;
    QTest::newRow("a web page that is missing") << here << practice::HttpAnswer{404, "text/html", page.body}
                                                << Subject::RocketChat << Error::Kind::Protocol << u"not-rocketchat"_s;
    QTest::newRow("JSON of something else")
        << here << practice::HttpAnswer{200, "application/json", R"({"version":true,"ok":1})"} << Subject::RocketChat
        << Error::Kind::Protocol << u"not-rocketchat"_s;
    QTest::newRow("broken JSON") << here << practice::HttpAnswer{200, "application/json", R"({"version":"8.8")"}
                                 << Subject::RocketChat << Error::Kind::Protocol << u"not-rocketchat"_s;
    QTest::newRow("nothing") << here << practice::HttpAnswer{204, "application/json", {}} << Subject::RocketChat
                             << Error::Kind::Protocol << u"not-rocketchat"_s;
    QTest::newRow("server error") << here << practice::HttpAnswer{502, "text/html", "Bad gateway"}
                                  << Subject::RocketChat << Error::Kind::Protocol << u"not-rocketchat"_s;
    QTest::newRow("endless answer") << here << practice::HttpAnswer{200, "text/html", QByteArray(9 * 1024 * 1024, 'x')}
                                    << Subject::Reachable << Error::Kind::Protocol << u"too-large"_s;
}

void WorkspaceProbeTest::saysWhatIsWrong()
{
    QFETCH(QString, typed);
    QFETCH(practice::HttpAnswer, answer);
    practice::HttpSite site(saying(answer));
    QVERIFY(site.listen(0));
    Check check;
    QVERIFY(check.run(typed.contains(u'%') ? typed.arg(site.port()) : typed));
    QVERIFY(!*check.isUsable);
    const ProbeLine &last = check.lines.constLast();
    QCOMPARE(last.verdict, Verdict::Failed);
    QTEST(last.subject, "subject");
    QVERIFY(last.error);
    QVERIFY2(!last.error->detail.isEmpty(), "the details must say something");
    QTEST(last.error->kind, "kind");
    QTEST(last.error->code, "code");
}

void WorkspaceProbeTest::warnsOfAVersionItDoesNotKnow()
{
    practice::HttpSite site(
        [](const practice::HttpRequest &request, const std::shared_ptr<practice::HttpReply> &reply) {
            const bool isInfo = request.path.endsWith("/api/info"_L1);
            reply->answer({200, "application/json",
                           isInfo ? R"({"success":true,"version":"17.3"})" : R"({"success":true,"settings":[]})"});
        });
    QVERIFY(site.listen(0));
    Check check;
    QVERIFY(check.run(u"http://127.0.0.1:%1/sub/path"_s.arg(site.port())));
    QVERIFY(*check.isUsable);
    QVERIFY(check.verdicts().contains(std::pair(Subject::RocketChat, Verdict::Warned)));
}

void WorkspaceProbeTest::refusesAWorkspaceWithoutOmnichannel()
{
    SystemClock clock;
    practice::PracticeWorkspace workspace(quietWorkspace(), clock);
    QVERIFY(workspace.start());
    workspace.state().settings.set(u"Livechat_enabled"_s, false);
    Check check;
    QVERIFY(check.run(workspace.url().toString()));
    QVERIFY(!*check.isUsable);
    QCOMPARE(check.lines.constLast().subject, Subject::Omnichannel);
    QCOMPARE(check.lines.constLast().error->code, u"omnichannel-off"_s);
}

void WorkspaceProbeTest::refusesABadCertificate()
{
    if (!test::Certificates::canBeMade()) {
        QFAIL("openssl is not installed");
    }
    const test::Certificates certificates;
    const std::unique_ptr<QSslServer> server(
        test::Certificates::server(certificates.make(u"self"_s, u"IP:127.0.0.1"_s, 9)));
    QVERIFY(server->listen(QHostAddress::LocalHost));
    Check check;
    QVERIFY(check.run(u"https://127.0.0.1:%1"_s.arg(server->serverPort())));
    QVERIFY(!*check.isUsable);
    QCOMPARE(check.lines.constLast().subject, Subject::Reachable);
    QCOMPARE(check.lines.constLast().error->kind, Error::Kind::Tls);
    QVERIFY(!check.lines.constLast().error->detail.isEmpty());
}

void WorkspaceProbeTest::saysThatAPortSpeaksHttps()
{
    if (!test::Certificates::canBeMade()) {
        QFAIL("openssl is not installed");
    }
    const test::Certificates certificates;
    const std::unique_ptr<QSslServer> server(
        test::Certificates::server(certificates.make(u"self"_s, u"IP:127.0.0.1"_s, 9)));
    QVERIFY(server->listen(QHostAddress::LocalHost));
    Check check;
    QVERIFY(check.run(u"http://127.0.0.1:%1"_s.arg(server->serverPort())));
    QVERIFY(!*check.isUsable);
    QCOMPARE(check.lines.constLast().subject, Subject::Reachable);
    QCOMPARE(check.lines.constLast().error->code, u"speaks-https"_s);
}

void WorkspaceProbeTest::answersOnlyForTheLastAddress()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    SystemClock clock;
    practice::PracticeWorkspace workspace(quietWorkspace(), clock);
    QVERIFY(workspace.start());
    Check check;
    check.probe.check(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
    QVERIFY(check.run(workspace.url().toString()));
    QVERIFY(*check.isUsable);
    check.isUsable.reset();
    silent.close(); // the first check fails now, and nobody wants to know
    check.probe.check(u"nonsense at all"_s);
    QCOMPARE(check.isUsable, std::optional(false));
    QCOMPARE(check.lines.constLast().subject, Subject::Address);
}

QTEST_GUILESS_MAIN(WorkspaceProbeTest)
#include "tst_workspaceprobe.moc"
