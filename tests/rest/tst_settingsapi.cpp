#include "app/practice/httpsite.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/rest/authapi.h"
#include "app/rest/settingsapi.h"
#include "tests/http/rawserver.h"

#include <QTest>
#include <QTestEventLoop>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

/// The settings of SMS read and saved over real HTTP, by the way of each version, with and without a code.
class SettingsApiTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void readsTypesAndLeavesOutWhatIsNotThere();
    void readsByPagesWhereNotAllAreGivenAtOnce();
    void seesThatASecretIsMasked();
    void anAgentIsShownNoSecrets();
    void savesAllAtOnce();
    void aPhoneNumberMayBeANumber();
    void isSentOnce();
    void asksForThePassword();
    void asksForTheCodeOfAnAuthenticator();
    void saysWhenTheCodeIsWrong();

private:
    template <typename T, typename Ask>
    Result<T> answerOf(Ask ask);
    void signIn(const QString &user);
    Status save(const QString &answer, const QString &method);

    ManualClock m_clock;
    HttpClient m_http;
    std::unique_ptr<practice::PracticeWorkspace> m_workspace;
    std::unique_ptr<RestClient> m_rest;
    std::optional<SettingsApi> m_settings;
    QString m_password;
};

void SettingsApiTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "7.7", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void SettingsApiTest::init()
{
    QFETCH_GLOBAL(QString, version);
    practice::PracticeOptions options;
    options.version = version;
    options.hasCustomers = false;
    m_workspace = std::make_unique<practice::PracticeWorkspace>(options, m_clock);
    QVERIFY(m_workspace->start().isOk());
    m_rest = std::make_unique<RestClient>(m_http, m_clock);
    m_rest->setWorkspace(m_workspace->url());
    m_settings.emplace(*m_rest, ServerFeatures(*parseServerVersion(version)));
    signIn(u"admin"_s);
}

void SettingsApiTest::cleanup()
{
    m_rest.reset();
    m_workspace.reset();
}

template <typename T, typename Ask>
Result<T> SettingsApiTest::answerOf(Ask ask)
{
    std::optional<Result<T>> answer;
    QTestEventLoop wait;
    ask(Then<T>(this, [&](const Result<T> &told) {
        answer.emplace(told);
        wait.exitLoop();
    }));
    if (!answer) {
        wait.enterLoop(10);
    }
    return answer.value_or(Error{Error::Kind::Timeout, u"no answer in the test"_s});
}

void SettingsApiTest::signIn(const QString &name)
{
    for (const practice::PracticeUser &user : m_workspace->users()) {
        m_password = user.username == name ? user.password : m_password;
    }
    const Result<LoginAnswer> login
        = answerOf<LoginAnswer>([&](const auto &then) { AuthApi(*m_rest).login(name, m_password, {}, then); });
    QVERIFY(login.isOk());
    m_rest->setCredentials(login->credentials);
}

Status SettingsApiTest::save(const QString &answer, const QString &method)
{
    return answerOf<Done>([&](const auto &then) {
        m_settings->save({{u"SMS_Enabled"_s, false}, {u"SMS_Twilio_Account_SID"_s, u"AC1"_s}}, {answer, method}, then);
    });
}

void SettingsApiTest::readsTypesAndLeavesOutWhatIsNotThere()
{
    using Found = QHash<QString, Setting>;
    const Result<Found> found = answerOf<Found>([&](const auto &then) {
        m_settings->read({u"SMS_Enabled"_s, u"SMS_Service"_s, u"FileUpload_MaxFileSize"_s, u"SMS_Nowhere"_s,
                          u"SMS_Twilio_authToken"_s},
                         then);
    });
    QVERIFY(found.isOk());
    QCOMPARE(found->size(), 4);
    QVERIFY(found->value(u"SMS_Enabled"_s).value == SettingValue(true));
    QVERIFY(found->value(u"SMS_Service"_s).value == SettingValue(u"twilio"_s));
    QVERIFY(found->value(u"FileUpload_MaxFileSize"_s).value == SettingValue(104857600));
    QVERIFY(found->value(u"SMS_Twilio_authToken"_s).value == SettingValue(m_workspace->authToken()));
}

/// A workspace that forbids to ask for all at once gives a page instead (API_Allow_Infinite_Count), here of one.
void SettingsApiTest::readsByPagesWhereNotAllAreGivenAtOnce()
{
    QStringList asked;
    practice::HttpSite site(
        [&](const practice::HttpRequest &request, const std::shared_ptr<practice::HttpReply> &reply) {
            asked.append(request.queryValue(u"count"_s) + u" from "_s + request.queryValue(u"offset"_s));
            const QByteArray id = request.queryValue(u"offset"_s).toLatin1();
            reply->answer({200,
                           "application/json",
                           R"({"success":true,"total":3,"settings":[{"_id":"S)" + id + R"(","value":true}]})",
                           {}});
        });
    QVERIFY(site.listen(0).isOk());
    m_rest->setWorkspace(QUrl(u"http://127.0.0.1:%1"_s.arg(site.port())));
    using Found = QHash<QString, Setting>;
    const Result<Found> found = answerOf<Found>([&](const auto &then) {
        m_settings->read({u"S0"_s, u"S2"_s, u"S9"_s}, then);
    });
    QVERIFY(found.isOk());
    QCOMPARE(found->size(), 2);
    QCOMPARE(asked, (QStringList{u"0 from 0"_s, u"100 from 1"_s, u"100 from 2"_s}));
}

void SettingsApiTest::seesThatASecretIsMasked()
{
    practice::HttpSite site([](const practice::HttpRequest &, const std::shared_ptr<practice::HttpReply> &reply) {
        reply->answer({200,
                       "application/json",
                       R"({"success":true,"total":1,"settings":[{"_id":"Secret","value":"","hasValue":true}]})",
                       {}});
    });
    QVERIFY(site.listen(0).isOk());
    m_rest->setWorkspace(QUrl(u"http://127.0.0.1:%1"_s.arg(site.port())));
    using Found = QHash<QString, Setting>;
    const Result<Found> found = answerOf<Found>([&](const auto &then) { m_settings->read({u"Secret"_s}, then); });
    QVERIFY(found.isOk() && found->value(u"Secret"_s).isMasked);
}

void SettingsApiTest::anAgentIsShownNoSecrets()
{
    signIn(u"ana"_s);
    using Found = QHash<QString, Setting>;
    const Result<Found> found = answerOf<Found>([&](const auto &then) {
        m_settings->read({u"SMS_Twilio_authToken"_s, u"Livechat_enabled"_s}, then);
    });
    QVERIFY(found.isOk());
    QCOMPARE(found->keys(), QStringList{u"Livechat_enabled"_s});
    const Status saved = save(m_password, u"password"_s);
    QVERIFY(!saved.isOk() && m_workspace->state().settings.isOn(u"SMS_Enabled"_s));
}

void SettingsApiTest::savesAllAtOnce()
{
    QVERIFY(save(m_password, u"password"_s).isOk());
    QVERIFY(!m_workspace->state().settings.isOn(u"SMS_Enabled"_s));
    QCOMPARE(m_workspace->state().settings.text(u"SMS_Twilio_Account_SID"_s), u"AC1"_s);
}

/// SMS_Mobex_from_number is one, of eleven digits, which an int does not hold.
void SettingsApiTest::aPhoneNumberMayBeANumber()
{
    const QString id = u"FileUpload_MaxFileSize"_s;
    m_workspace->state().settings.set(id, 14155550142LL);
    using Found = QHash<QString, Setting>;
    const Result<Found> found = answerOf<Found>([&](const auto &then) { m_settings->read({id}, then); });
    QVERIFY(found && found->value(id).value == SettingValue(14155550142LL));
    const Status saved = answerOf<Done>([&](const auto &then) {
        m_settings->save({{id, 14155550143LL}}, {m_password, u"password"_s}, then);
    });
    QVERIFY(saved.isOk());
    QCOMPARE(m_workspace->state().settings.value(id), QJsonValue(14155550143LL));
}

/// Qt would repeat by itself what a connection that broke left unanswered.
void SettingsApiTest::isSentOnce()
{
    test::RawServer server([](const test::RawRequest &) { return QByteArray(); });
    server.closesAfterAnswer = true;
    m_rest->setWorkspace(server.url());
    QVERIFY(!save(m_password, u"password"_s).isOk());
    QCOMPARE(server.requests.size(), 1);
}

void SettingsApiTest::asksForThePassword()
{
    m_clock.advance(2h); // past the time for which the sign-in counts as a proof
    const Status asked = save({}, {});
    QVERIFY(!asked.isOk());
    QCOMPARE(asked.error().code, u"totp-required"_s);
    QCOMPARE(asked.error().kind, Error::Kind::Rejected);
    QCOMPARE(asked.error().detail, u"password"_s);
    QVERIFY(m_workspace->state().settings.isOn(u"SMS_Enabled"_s));
    QVERIFY(save(m_password, u"password"_s).isOk());
}

void SettingsApiTest::asksForTheCodeOfAnAuthenticator()
{
    m_clock.advance(2h);
    const QString secret = m_workspace->state().accounts.requireTotp(u"admin"_s);
    QCOMPARE(save({}, {}).error().detail, u"totp"_s);
    QVERIFY(save(practice::totpCode(secret, m_clock.now()), u"totp"_s).isOk());
}

void SettingsApiTest::saysWhenTheCodeIsWrong()
{
    m_clock.advance(2h);
    m_workspace->state().accounts.requireTotp(u"admin"_s);
    const Status refused = save(u"000000"_s, u"totp"_s);
    QVERIFY(!refused.isOk());
    QCOMPARE(refused.error().code, u"totp-invalid"_s);
    QVERIFY(m_workspace->state().settings.isOn(u"SMS_Enabled"_s));
}

QTEST_GUILESS_MAIN(SettingsApiTest)
#include "tst_settingsapi.moc"
