#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/rest/authapi.h"
#include "app/rest/contactsapi.h"
#include "app/rest/outboundapi.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace greenline;
using practice::Licence;

/// Starting conversations, over real HTTP: what a workspace offers, what it refuses, and that a text leaves once.
class OutboundApiTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersByVersionLicenceAndPermission_data();
    void offersByVersionLicenceAndPermission();
    void tellsNumbersAndTemplates();
    void textsOnceFromTheProvidersNumber();
    void theAnswerGoesWhereItWasMeantTo_data();
    void theAnswerGoesWhereItWasMeantTo();
    void refusesWhoMayNotHaveTheAnswer_data();
    void refusesWhoMayNotHaveTheAnswer();
    void passesOnTwiliosWords();
    void aLostAnswerIsNoSecondText();
    void findsContacts_data();
    void findsContacts();
    void cleanup();

private:
    void open(const QString &version, Licence licence, const QString &user = u"ana"_s);
    template <typename T, typename Ask>
    Result<T> answerOf(Ask ask);
    void take(const QString &permission);
    QString departmentNamed(const QString &name);
    FirstMessage orderUpdate();
    Status send(const FirstMessage &message);

    SystemClock m_clock;
    HttpClient m_http;
    std::unique_ptr<practice::PracticeWorkspace> m_workspace;
    std::unique_ptr<RestClient> m_rest;
    std::optional<OutboundApi> m_api;
    QString m_me;
};

void OutboundApiTest::open(const QString &version, Licence licence, const QString &user)
{
    practice::PracticeOptions options;
    options.version = version;
    options.licence = licence;
    options.hasCustomers = false;
    options.moreDepartments = {u"Billing"_s}; // tom alone serves it
    m_workspace = std::make_unique<practice::PracticeWorkspace>(options, m_clock);
    QVERIFY(m_workspace->start());
    m_rest = std::make_unique<RestClient>(m_http, m_clock);
    m_rest->setWorkspace(m_workspace->url());
    m_api.emplace(*m_rest, ServerFeatures(*parseServerVersion(version)));
    const QList<practice::PracticeUser> users = m_workspace->users();
    const auto who = std::find_if(users.begin(), users.end(), [&](const auto &one) { return one.username == user; });
    AuthApi auth(*m_rest);
    const Result<LoginAnswer> login
        = answerOf<LoginAnswer>([&](const auto &then) { auth.login(user, who->password, {}, then); });
    QVERIFY(login);
    m_rest->setCredentials(login->credentials);
    m_me = login->credentials.userId;
}

void OutboundApiTest::cleanup()
{
    m_api.reset();
    m_rest.reset();
    m_workspace.reset();
}

template <typename T, typename Ask>
Result<T> OutboundApiTest::answerOf(Ask ask)
{
    std::optional<Result<T>> answer;
    ask(Then<T>(this, [&answer](const Result<T> &told) { answer.emplace(told); }));
    const bool isHere = QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000);
    return isHere ? *answer : Error{Error::Kind::Timeout, u"no answer in the test"_s};
}

void OutboundApiTest::take(const QString &permission)
{
    m_workspace->state().documents.permissions.change(permission, {{u"roles"_s, QJsonArray{u"admin"_s}}});
}

QString OutboundApiTest::departmentNamed(const QString &name)
{
    return m_workspace->state().documents.departments.first(u"name"_s, name).value("_id"_L1).toString();
}

FirstMessage OutboundApiTest::orderUpdate()
{
    const Result<QList<OutboundProvider>> providers
        = answerOf<QList<OutboundProvider>>([&](const auto &then) { m_api->providers(then); });
    if (!providers || providers->isEmpty()) {
        return {};
    }
    const Result<OutboundProvider> whole
        = answerOf<OutboundProvider>([&](const auto &then) { m_api->senders(providers->first(), then); });
    if (!whole || whole->senders.isEmpty()) {
        return {};
    }
    FirstMessage message;
    message.provider = whole->id;
    message.from = whole->senders.first().number;
    message.to = u"+351912345678"_s;
    message.form = whole->senders.first().templates.value(0);
    message.values = {u"Marta"_s, u"8841"_s};
    return message;
}

Status OutboundApiTest::send(const FirstMessage &message)
{
    return answerOf<Done>([&](const auto &then) { m_api->send(message, then); });
}

void OutboundApiTest::offersByVersionLicenceAndPermission_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isLicensed");
    QTest::addColumn<bool>("isPermitted");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *version, bool isLicensed, bool isPermitted, const char *kind) {
        QTest::addRow("%s, licence %d, permission %d", version, isLicensed, isPermitted)
            << QString::fromLatin1(version) << isLicensed << isPermitted << QString::fromLatin1(kind);
    };
    row("7.7", true, true, "NotFound");
    for (const char *version : {"7.12", "8.8"}) {
        row(version, true, true, "");
        row(version, true, false, "Forbidden");
        row(version, false, true, "error-action-not-allowed");
        row(version, false, false, "error-action-not-allowed");
    }
}

void OutboundApiTest::offersByVersionLicenceAndPermission()
{
    QFETCH(QString, version);
    QFETCH(bool, isLicensed);
    QFETCH(bool, isPermitted);
    open(version, isLicensed ? Licence::Enterprise : Licence::None);
    if (!isPermitted) {
        take(u"outbound.send-messages"_s);
    }
    const auto verdict = [](const auto &answer) {
        if (answer) {
            return QString();
        }
        const Error &error = answer.error();
        return error.kind == Error::Kind::NotFound ? u"NotFound"_s
            : error.kind == Error::Kind::Forbidden ? u"Forbidden"_s
                                                   : error.code;
    };
    QTEST(verdict(answerOf<QList<OutboundProvider>>([&](const auto &then) { m_api->providers(then); })), "kind");
    FirstMessage message;
    message.provider = m_workspace->state().outreach.provider().value("providerId"_L1).toString();
    message.from = m_workspace->number();
    message.to = u"+351912345678"_s;
    message.form = {u"delivery_missed"_s, u"en"_s};
    QTEST(verdict(send(message)), "kind");
    QCOMPARE(m_workspace->twilio().sent().size(), isPermitted && isLicensed && version != u"7.7"_s ? 1 : 0);
}

void OutboundApiTest::tellsNumbersAndTemplates()
{
    open(u"8.8"_s, Licence::Enterprise);
    const FirstMessage message = orderUpdate();
    QCOMPARE(message.from, m_workspace->number());
    QCOMPARE(message.form.name, u"order_update"_s);
    QCOMPARE(gapsOf(message.form).size(), 2);
    const OutboundProvider asked{message.provider, {}};
    const Result<OutboundProvider> provider
        = answerOf<OutboundProvider>([&](const auto &then) { m_api->senders(asked, then); });
    QVERIFY(provider);
    const QList<OutboundTemplate> all = provider->senders.first().templates;
    QCOMPARE(all.size(), 4);
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const auto &one) { return one.isApproved; }), 3);
    const Result<OutboundProvider> nobody = answerOf<OutboundProvider>([&](const auto &then) {
        m_api->senders({u"no/body"_s, {}}, then);
    });
    QVERIFY(!nobody);
}

void OutboundApiTest::textsOnceFromTheProvidersNumber()
{
    open(u"8.8"_s, Licence::Enterprise);
    const FirstMessage message = orderUpdate();
    QVERIFY(send(message));
    const QList<practice::SentSms> sent = m_workspace->twilio().sent();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().from, m_workspace->number());
    QCOMPARE(sent.first().to, message.to);
    QCOMPARE(sent.first().body, textOf(message.form, message.values));
    QVERIFY(m_workspace->state().documents.rooms.all().isEmpty()); // the answer begins it
}

void OutboundApiTest::theAnswerGoesWhereItWasMeantTo_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("department");
    QTest::addColumn<QString>("arrivesIn");
    QTest::addColumn<bool>("isForMe");
    QTest::newRow("to nobody in particular") << u"ana"_s << QString() << u"Support"_s << false;
    QTest::newRow("to a department") << u"maria"_s << u"Billing"_s << u"Billing"_s << false;
    QTest::newRow("to oneself") << u"ana"_s << u"Support"_s << u"Support"_s << true;
}

void OutboundApiTest::theAnswerGoesWhereItWasMeantTo()
{
    QFETCH(QString, user);
    QFETCH(QString, department);
    QFETCH(QString, arrivesIn);
    QFETCH(bool, isForMe);
    open(u"8.8"_s, Licence::Enterprise, user);
    FirstMessage message = orderUpdate();
    message.department = {departmentNamed(department)};
    message.agent = {isForMe ? m_me : QString()};
    QVERIFY(send(message));
    m_workspace->twilio().deliver({message.to, message.from, u"Thank you!"_s});
    practice::Documents &documents = m_workspace->state().documents;
    QTRY_COMPARE(documents.inquiries.all().size(), 1);
    const QJsonObject inquiry = documents.inquiries.all().first();
    QCOMPARE(inquiry.value("department"_L1).toString(), departmentNamed(arrivesIn));
    QCOMPARE(inquiry.value("defaultAgent"_L1).toObject().value("agentId"_L1).toString(), message.agent.value);
    QTRY_COMPARE(documents.inquiries.all().first().value("status"_L1).toString(), u"queued"_s);
}

void OutboundApiTest::refusesWhoMayNotHaveTheAnswer_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("department");
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *user, const char *department, const char *agent,
                        const char *without, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(user) << QString::fromLatin1(department)
                            << QString::fromLatin1(agent) << QString::fromLatin1(without) << QString::fromLatin1(code);
    };
    row("an agent and a department of others", "ana", "Billing", "", "", "error-invalid-department");
    row("an agent and a colleague", "ana", "Support", "tom", "", "error-invalid-agent");
    row("an agent and herself", "ana", "Support", "ana", "", "");
    row("an agent and herself, not allowed", "ana", "Support", "ana", "outbound.can-assign-self-only",
        "error-invalid-agent");
    row("a manager and anybody", "maria", "Billing", "tom", "", "");
    row("a manager and who is not in it", "maria", "Billing", "ana", "", "error-agent-not-in-department");
    row("a manager, not allowed", "maria", "Billing", "tom", "outbound.can-assign-any-agent", "error-invalid-agent");
    row("a manager without queues", "maria", "Billing", "", "outbound.can-assign-queues", "error-invalid-department");
}

void OutboundApiTest::refusesWhoMayNotHaveTheAnswer()
{
    QFETCH(QString, user);
    QFETCH(QString, department);
    QFETCH(QString, agent);
    QFETCH(QString, without);
    QFETCH(QString, code);
    open(u"8.8"_s, Licence::Enterprise, user);
    FirstMessage message = orderUpdate();
    if (!without.isEmpty()) {
        take(without);
    }
    message.department = {departmentNamed(department)};
    message.agent = {agent.isEmpty() ? QString() : m_workspace->state().accounts.userIdOf(agent)};
    const Status sent = send(message);
    QCOMPARE(sent ? QString() : sent.error().code, code);
    QCOMPARE(m_workspace->twilio().sent().size(), code.isEmpty() ? 1 : 0);
}

void OutboundApiTest::passesOnTwiliosWords()
{
    open(u"8.8"_s, Licence::Enterprise);
    const FirstMessage message = orderUpdate();
    m_workspace->twilio().setAnswer(practice::PracticeTwilio::Answer::OptedOut);
    const Status sent = send(message);
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Error::Kind::Rejected);
    QVERIFY2(sent.error().detail.contains(u"unsubscribed"_s), qPrintable(sent.error().detail));
    QVERIFY(m_workspace->twilio().sent().isEmpty());
}

void OutboundApiTest::aLostAnswerIsNoSecondText()
{
    open(u"8.8"_s, Licence::Enterprise);
    const FirstMessage message = orderUpdate();
    m_workspace->faults().loseAnswers = 1;
    const Status sent = send(message);
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Error::Kind::Network);
    QCOMPARE(m_workspace->twilio().asked(), 1);
}

void OutboundApiTest::findsContacts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("part of a name") << u"marta"_s << true;
    QTest::newRow("part of a number") << u"912345"_s << true;
    QTest::newRow("a number with its plus") << u"+351912"_s << true;
    QTest::newRow("nobody") << u"zebra"_s << false;
}

void OutboundApiTest::findsContacts()
{
    QFETCH(QString, typed);
    open(u"8.8"_s, Licence::Enterprise);
    m_workspace->state().documents.contacts.insert(
        {{u"name"_s, u"Marta Silva"_s},
         {u"phones"_s, QJsonArray{QJsonObject{{u"phoneNumber"_s, u"+351912345678"_s}}}}});
    ContactsApi contacts(*m_rest, ServerFeatures({8, 8}));
    const Result<QList<Contact>> found
        = answerOf<QList<Contact>>([&](const auto &then) { contacts.find(typed, 10, then); });
    QVERIFY(found);
    QTEST(std::any_of(found->begin(), found->end(),
                      [](const Contact &one) { return one.phones == QStringList{u"+351912345678"_s}; }),
          "isFound");
}

QTEST_GUILESS_MAIN(OutboundApiTest)
#include "tst_outboundapi.moc"
