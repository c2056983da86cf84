#include "brokenplace.h"

#include "app/practice/practicetwilio.h"
#include "app/practice/state.h"
#include "app/practice/twilioscene.h"
#include "app/rest/authapi.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline::test {

namespace {

constexpr int testPatience = 20; // seconds

// A number of its own, registered by a service that leaves it its webhook, and another number beside it.
const QByteArray workingScene = R"({
    "numbers": [{"sid": "PN1", "phone_number": "+14155550100", "sms_url": "@hook"},
                {"sid": "PN2", "phone_number": "+14155550101", "sms_url": "https://example.com/other"}],
    "services": [{"sid": "MG1", "friendly_name": "Support", "use_inbound_webhook_on_number": true,
                  "us_app_to_person_registered": true, "campaign": {"campaign_status": "VERIFIED"},
                  "numbers": ["+14155550100"]}]})";

practice::PracticeOptions optionsOf(const QString &version)
{
    practice::PracticeOptions options;
    options.version = version;
    options.hasCustomers = false;
    return options;
}

} // namespace

BrokenPlace::BrokenPlace(const Way &way)
    : m_workspace(std::make_unique<practice::PracticeWorkspace>(optionsOf(way.version), m_clock))
    , m_rest(m_http, m_clock)
{
    m_tick.callOnTimeout([this] { m_clock.advance(50ms); });
    m_tick.start(5ms);
    m_isReady = m_workspace->start().isOk() && signIn(way.user);
    m_workspace->twilio().setScene(practice::TwilioScene::fromJson(QJsonDocument::fromJson(sceneOf(way)).object()));
    for (const auto &[id, value] : way.settings) {
        m_workspace->state().settings.set(id, value);
    }
    if (way.spoil) {
        way.spoil(m_workspace->state());
    }
    TwilioHosts hosts;
    hosts.api = hosts.messaging = hosts.monitor = hosts.pricing = hosts.lookups = m_workspace->twilioUrl();
    m_checkup
        = std::make_unique<Checkup>(Checkup::Needs{m_rest, *parseServerVersion(way.version), m_http, m_clock, hosts});
    SetupPlan plan{.twilio = {m_workspace->accountSid(), {}, m_workspace->authToken()},
                   .number = m_workspace->number()};
    if (way.replan) {
        way.replan(plan);
    }
    m_checkup->setPlan(plan);
}

BrokenPlace::~BrokenPlace() = default;

QByteArray BrokenPlace::sceneOf(const Way &way) const
{
    QJsonObject scene = QJsonDocument::fromJson(workingScene).object();
    const QJsonDocument other = QJsonDocument::fromJson(way.scene.isEmpty() ? QByteArray("{}") : way.scene);
    Q_ASSERT(other.isObject());
    const QJsonObject wanted = other.object();
    for (auto member = wanted.begin(); member != wanted.end(); ++member) {
        scene.insert(member.key(), member.value());
    }
    QByteArray text = QJsonDocument(scene).toJson(QJsonDocument::Compact);
    text.replace("@hook", m_workspace->webhook().toString().toUtf8());
    return text.replace("@site", m_workspace->url().toString().toUtf8());
}

bool BrokenPlace::signIn(const QString &user)
{
    m_rest.setWorkspace(m_workspace->url());
    const QList<practice::PracticeUser> users = m_workspace->users();
    for (const practice::PracticeUser &one : users) {
        m_password = one.username == user ? one.password : m_password;
    }
    std::optional<Result<LoginAnswer>> login;
    QTestEventLoop loop;
    AuthApi(m_rest).login(user, m_password, {}, {&m_life, [&login, &loop](const auto &answer) {
                                                     login.emplace(answer);
                                                     loop.exitLoop();
                                                 }});
    loop.enterLoop(testPatience);
    if (!login || !*login) {
        return false;
    }
    m_rest.setCredentials((*login)->credentials);
    return true;
}

bool BrokenPlace::waitForRunner()
{
    QTestEventLoop loop;
    QObject::connect(&m_checkup->runner(), &CheckRunner::finished, &loop, &QTestEventLoop::exitLoop);
    if (m_checkup->runner().isRunning()) {
        loop.enterLoop(testPatience);
    }
    return !m_checkup->runner().isRunning();
}

bool BrokenPlace::run(const QString &id)
{
    m_checkup->runner().run(id);
    return waitForRunner();
}

bool BrokenPlace::runAll()
{
    m_checkup->runner().runAll();
    return waitForRunner();
}

CheckOutcome BrokenPlace::of(const QString &id) const
{
    const CheckOutcome *outcome = m_checkup->runner().outcome(id);
    return outcome ? *outcome : CheckOutcome{.cause = u"not run"_s};
}

Status BrokenPlace::repair(const RepairPlan &plan)
{
    const Status first = carryOut(plan, {});
    return !first && first.error().code == "totp-required"_L1 ? carryOut(plan, m_password) : first;
}

Status BrokenPlace::carryOut(const RepairPlan &plan, const QString &code)
{
    std::optional<Status> done;
    QTestEventLoop loop;
    m_checkup->repairs().carryOut(plan, code, {&m_life, [&done, &loop](const Status &status) {
                                                   done.emplace(status);
                                                   loop.exitLoop();
                                               }});
    if (!done) {
        loop.enterLoop(testPatience);
    }
    return done.value_or(Error{Error::Kind::Timeout, u"no answer in the test"_s});
}

bool blamesTheToken(const QString &cause)
{
    static const QSet<QString> causes{u"wrong-token"_s,      u"no-token"_s,        u"token-malformed"_s,
                                      u"unknown-account"_s,  u"sms-token-other"_s, u"sms-token-missing"_s,
                                      u"account-not-found"_s};
    return causes.contains(cause);
}

} // namespace greenline::test
