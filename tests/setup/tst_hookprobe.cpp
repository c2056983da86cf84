#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/setup/hookprobe.h"
#include "app/setup/twiliofindings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// A workspace of one version, and what it answers to a probe.
struct Probed {
    explicit Probed(const QString &version)
        : workspace({.version = version, .hasCustomers = false}, clock)
        , isStarted(workspace.start())
    {
    }
    QUrl hook() const { return workspaceHook(workspace.url()); }
    void ask(const HttpRequest &request)
    {
        http.send(request, {&workspace, [this](const Result<HttpReply> &reply) { answer = reply; }});
    }

    SystemClock clock;
    practice::PracticeWorkspace workspace;
    bool isStarted;
    HttpClient http;
    std::optional<Result<HttpReply>> answer;
};

} // namespace

/// An unsigned knock at the webhook, and what each answer tells.
class HookProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void otherProvidersSignNothing();
    void anOldWorkspaceIsAskedWithoutLeavingAnything_data();
    void anOldWorkspaceIsAskedWithoutLeavingAnything();
    void aWholeWorkspacePasses_data();
    void aWholeWorkspacePasses();
    void aSignatureTellsWhetherTheTokenIsRight_data();
    void aSignatureTellsWhetherTheTokenIsRight();
};

void HookProbeTest::readsAnswers_data()
{
    using Answer = Result<HttpReply>;
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    const auto said = [](const char *name, int status, const QByteArray &type, const QByteArray &body,
                         CheckVerdict verdict, const QString &cause) {
        QTest::newRow(name) << Answer(HttpReply{.status = status, .contentType = type, .body = body}) << verdict
                            << cause;
    };
    const QByteArray json = "application/json";
    const QByteArray html = "text/html; charset=utf-8";
    using V = CheckVerdict;
    said("well", 400, json, R"({"success":false,"error":"Invalid request"})", V::Passed, {});
    said("another service", 400, json, R"({"success":false,"error":"Invalid service"})", V::Failed,
         u"hook-other-service"_s);
    said("SMS is off, 7.7.1", 400, json, R"({"success":false,"error":"error-sms-service-disabled"})",
         CheckVerdict::Failed, u"sms-off"_s);
    said("SMS is off", 400, json, R"({"success":false,"errorType":"error-sms-service-disabled","error":"x"})",
         V::Failed, u"sms-off"_s);
    said("no signature is checked", 400, json, R"({"success":false,"error":"Invalid data"})", V::Warning,
         u"hook-unsigned"_s);
    said("another refusal", 400, json, R"({"success":false,"error":"boo"})", V::Unknown, u"hook-odd"_s);
    said("not there", 404, json, R"({"success":false})", V::Failed, u"hook-other-path"_s);
    said("not there, by a proxy", 404, html, "<html>", V::Failed, u"hook-proxy"_s);
    said("a web page", 200, html, "<html>", V::Failed, u"hook-web-page"_s);
    said("a proxy asks who", 401, "text/plain", "", V::Failed, u"hook-proxy"_s);
    said("a firewall", 403, html, "<html>", V::Failed, u"hook-proxy"_s);
    said("sent elsewhere", 301, html, "", V::Failed, u"hook-redirected"_s);
    said("an old version, asked by GET", 405, json, R"({"status":"error","message":"API endpoint does not exist"})",
         V::Warning, u"hook-unsigned"_s);
    said("GET alone", 405, "text/plain", "", V::Failed, u"hook-other-path"_s);
    said("too many", 429, json, "{}", V::Warning, u"limiter-may-lose-texts"_s);
    said("behind a proxy without workspace", 502, html, "<html>", V::Failed, u"hook-server-trouble"_s);
    const auto failed = [](const char *name, Error::Kind kind, const QString &cause, V verdict = V::Failed) {
        QTest::newRow(name) << Answer(Error{kind, u"why"_s, {}}) << verdict << cause;
    };
    failed("a certificate", Error::Kind::Tls, u"hook-certificate"_s);
    failed("no answer in Twilio's time", Error::Kind::Timeout, u"hook-too-slow"_s);
    failed("no way there", Error::Kind::Network, u"hook-unreachable"_s);
    failed("no HTTP", Error::Kind::Protocol, u"hook-odd"_s, V::Unknown);
}

void HookProbeTest::readsAnswers()
{
    QFETCH(Result<HttpReply>, answer);
    const CheckOutcome outcome = judgeProbe(answer);
    QTEST(outcome.verdict, "verdict");
    QTEST(outcome.cause, "cause");
    QCOMPARE(outcome.evidence.size(), 1);
}

void HookProbeTest::otherProvidersSignNothing()
{
    const HttpReply missing{
        .status = 400, .contentType = "application/json", .body = R"({"success":false,"error":"Invalid data"})"};
    QCOMPARE(judgeProbe(missing, false).verdict, CheckVerdict::Passed);
    QCOMPARE(judgeProbe(missing, true).verdict, CheckVerdict::Warning);
}

void HookProbeTest::anOldWorkspaceIsAskedWithoutLeavingAnything_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("3.11") << u"3.11"_s;
    QTest::newRow("5.3") << u"5.3"_s;
}

/// It takes texts from everybody, also one without a sender.
void HookProbeTest::anOldWorkspaceIsAskedWithoutLeavingAnything()
{
    QFETCH(QString, version);
    Probed probed(version);
    QVERIFY(probed.isStarted);
    const qsizetype roomsBefore = probed.workspace.state().documents.rooms.all().size();
    probed.ask(hookProbe(probed.hook(), *parseServerVersion(version)));
    QTRY_VERIFY(probed.answer);
    const CheckOutcome outcome = judgeProbe(*probed.answer);
    QVERIFY2(outcome.cause == u"hook-unsigned"_s, qPrintable(outcome.evidence.first().answered));
    QCOMPARE(probed.workspace.state().documents.rooms.all().size(), roomsBefore);
}

void HookProbeTest::aWholeWorkspacePasses_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("signed since 6.11.1") << u"6.13"_s;
    QTest::newRow("newest") << u"8.8"_s;
}

void HookProbeTest::aWholeWorkspacePasses()
{
    QFETCH(QString, version);
    Probed probed(version);
    QVERIFY(probed.isStarted);
    probed.ask(hookProbe(probed.hook(), *parseServerVersion(version)));
    QTRY_VERIFY(probed.answer);
    const CheckOutcome outcome = judgeProbe(*probed.answer);
    QVERIFY2(outcome.verdict == CheckVerdict::Passed, qPrintable(outcome.evidence.first().answered));
}

void HookProbeTest::aSignatureTellsWhetherTheTokenIsRight_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isRight");
    for (const QString &version : {u"6.13"_s, u"7.7"_s, u"8.8"_s}) {
        QTest::addRow("%s, right", qPrintable(version)) << version << true;
        QTest::addRow("%s, another", qPrintable(version)) << version << false;
    }
}

void HookProbeTest::aSignatureTellsWhetherTheTokenIsRight()
{
    QFETCH(QString, version);
    QFETCH(bool, isRight);
    Probed probed(version);
    QVERIFY(probed.isStarted);
    const qsizetype rooms = probed.workspace.state().documents.rooms.all().size();
    probed.ask(signedHookProbe(probed.hook(), isRight ? probed.workspace.authToken() : u"another"_s));
    QTRY_VERIFY(probed.answer);
    const CheckOutcome outcome = judgeSignedProbe(*probed.answer);
    QCOMPARE(outcome.verdict, isRight ? CheckVerdict::Passed : CheckVerdict::Failed);
    QCOMPARE(outcome.cause, isRight ? QString() : u"hook-signature-refused"_s);
    QCOMPARE(probed.workspace.state().documents.rooms.all().size(), rooms); // nothing comes of it
}

QTEST_GUILESS_MAIN(HookProbeTest)
#include "tst_hookprobe.moc"
