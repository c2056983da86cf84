#include "ddpprobe.h"

#include "app/practice/form.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/state.h"

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;

namespace {

constexpr auto hook = "/api/v1/livechat/sms-incoming/twilio"_L1;

Fields smsFields(const QString &from, const QString &body)
{
    return {{u"From"_s, from}, {u"To"_s, u"+14155550100"_s}, {u"Body"_s, body}, {u"NumMedia"_s, u"0"_s}};
}

} // namespace

class WebhookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksTheSignature_data();
    void checksTheSignature();
    void needsASiteAddressAndAToken();
    void answersAsItsReleaseDoes_data();
    void answersAsItsReleaseDoes();
    void refusesWhatIsNoSms();
    void choosesTheDepartment_data();
    void choosesTheDepartment();
    void keepsOneConversationOpen();
    void opensAnotherOneForEveryTextWithoutADefaultDepartment();
    void losesTextsWhenNobodyIsThere_data();
    void losesTextsWhenNobodyIsThere();
    void keepsAPicture_data();
    void keepsAPicture();
    void saysWhenAPictureDoesNotCome();
    void keepsALocation();
    void knowsSavedCustomersByName();
    void wakesAConversationOnHold();
    void speaksToOtherProviders();

private:
    void start(const QString &version, const PracticeOptions &options = {});
    RestAnswer deliver(const QString &path, const Fields &fields);
    State &state() { return m_workspace->state(); }
    QString addDepartment(const QString &name);
    ManualClock m_clock;
    std::unique_ptr<PracticeWorkspace> m_workspace;
    std::unique_ptr<RestProbe> m_rest;
};

void WebhookTest::start(const QString &version, const PracticeOptions &given)
{
    PracticeOptions options = given;
    options.version = version;
    options.hasCustomers = false;
    m_workspace = std::make_unique<PracticeWorkspace>(options, m_clock);
    QVERIFY(m_workspace->start().isOk());
    m_rest = std::make_unique<RestProbe>(m_workspace->url());
}

RestAnswer WebhookTest::deliver(const QString &path, const Fields &fields)
{
    const QByteArray signature
        = twilioSignature(m_workspace->authToken().toUtf8(), m_workspace->url().toString() + path, fields);
    return m_rest->postForm(path, formEncoded(fields), signature);
}

QString WebhookTest::addDepartment(const QString &name)
{
    return state().documents.departments.insert({{u"name"_s, name}, {u"enabled"_s, true}}).value("_id"_L1).toString();
}

void WebhookTest::checksTheSignature_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<int>("status");
    QTest::newRow("before 6.11.1 nobody looked") << u"5.3"_s << QByteArray() << 200;
    QTest::newRow("none") << u"6.13"_s << QByteArray() << 400;
    QTest::newRow("wrong") << u"7.7"_s << QByteArray("bm90IHRoZSBzaWduYXR1cmU=") << 400;
}

void WebhookTest::checksTheSignature()
{
    QFETCH(QString, version);
    QFETCH(QByteArray, signature);
    start(version);
    const Fields fields = smsFields(u"+14155550101"_s, u"50% & ü 😀"_s);
    const RestAnswer answer = m_rest->postForm(hook, formEncoded(fields), signature);
    QTEST(answer.status, "status");
    QCOMPARE(state().documents.rooms.size(), answer.status == 200 ? 1 : 0);
    if (answer.status == 400) {
        QCOMPARE(answer.body.value("error"_L1).toString(), u"Invalid request"_s);
        QCOMPARE(deliver(hook, fields).status, 200);
        // The query is part of what is signed, as it was sent.
        QCOMPARE(deliver(hook + u"?department=Sup%20port"_s, fields).status, 200);
        const QByteArray withoutQuery
            = twilioSignature(m_workspace->authToken().toUtf8(), m_workspace->url().toString() + hook, fields);
        QCOMPARE(m_rest->postForm(hook + u"?department=Support"_s, formEncoded(fields), withoutQuery).status, 400);
    }
}

void WebhookTest::needsASiteAddressAndAToken()
{
    start(u"7.7"_s);
    const Fields fields = smsFields(u"+14155550101"_s, u"Hi"_s);
    state().settings.set(u"Site_Url"_s, m_workspace->url().toString() + u'/');
    QCOMPARE(deliver(hook, fields).status, 200);
    state().settings.set(u"SMS_Twilio_authToken"_s, QString());
    QCOMPARE(deliver(hook, fields).status, 400);
}

void WebhookTest::answersAsItsReleaseDoes_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"5.3"_s, u"6.13"_s, u"7.7"_s, u"7.12"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void WebhookTest::answersAsItsReleaseDoes()
{
    QFETCH(QString, version);
    start(version);
    const RestAnswer answer = deliver(hook, smsFields(u"+14155550101"_s, u"Hi"_s));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.type, QByteArray("text/xml"));
    QCOMPARE(answer.bytes, QByteArray("<Response></Response>"));
    const QJsonObject room = state().documents.rooms.all().first();
    QCOMPARE(room.contains("source"_L1), version != "3.11"_L1);
    QCOMPARE(room.value("sms"_L1).toObject().value("from"_L1).toString(), m_workspace->number());
    const QJsonObject visitor
        = state().documents.visitors.find(room.value("v"_L1).toObject().value("_id"_L1).toString());
    QCOMPARE(visitor.value("username"_L1).toString(), u"14155550101"_s);
    QCOMPARE(room.contains("contactId"_L1), version.startsWith(u'7') || version.startsWith(u'8'));
    QCOMPARE(state().documents.inquiries.all().first().value("status"_L1).toString(), u"queued"_s);
}

void WebhookTest::refusesWhatIsNoSms()
{
    start(u"7.7"_s);
    QCOMPARE(deliver(u"/api/v1/livechat/sms-incoming/nosuch"_s, {}).body.value("error"_L1).toString(),
             u"Invalid service"_s);
    const RestAnswer empty = deliver(hook, {{u"From"_s, u"+14155550101"_s}, {u"To"_s, u"+14155550100"_s}});
    QCOMPARE(empty.status, 400);
    QCOMPARE(empty.body.value("error"_L1).toString(), u"Invalid data"_s);
    state().settings.set(u"Livechat_enabled"_s, false);
    const RestAnswer disabled = deliver(hook, smsFields(u"+14155550101"_s, u"Hi"_s));
    QCOMPARE(disabled.body.value("errorType"_L1).toString(), u"error-omnichannel-is-disabled"_s);
    state().settings.set(u"SMS_Enabled"_s, false);
    QCOMPARE(deliver(hook, smsFields(u"+1"_s, u"Hi"_s)).body.value("error"_L1).toString(),
             u"error-sms-service-disabled"_s);
}

void WebhookTest::choosesTheDepartment_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("department");
    QTest::newRow("none: the default") << QString() << u"Support"_s;
    QTest::newRow("by name") << u"?department=Sales"_s << u"Sales"_s;
    QTest::newRow("unknown: the default") << u"?department=nosuch"_s << u"Support"_s;
}

void WebhookTest::choosesTheDepartment()
{
    QFETCH(QString, query);
    QFETCH(QString, department);
    start(u"7.7"_s);
    addDepartment(u"Sales"_s);
    QCOMPARE(deliver(hook + query, smsFields(u"+14155550101"_s, u"Hi"_s)).status, 200);
    const QString chosen = state().documents.inquiries.all().first().value("department"_L1).toString();
    QCOMPARE(state().documents.departments.find(chosen).value("name"_L1).toString(), department);
}

void WebhookTest::keepsOneConversationOpen()
{
    start(u"7.7"_s, {.hasDepartment = false});
    deliver(hook, smsFields(u"+14155550101"_s, u"One"_s));
    deliver(hook, smsFields(u"+14155550101"_s, u"Two"_s));
    QCOMPARE(state().documents.rooms.size(), 1);
    QVERIFY(!state().documents.rooms.all().first().contains("departmentId"_L1));
    QCOMPARE(state().documents.inquiries.all().first().value("lastMessage"_L1).toObject().value("msg"_L1).toString(),
             u"Two"_s);
    deliver(hook, smsFields(u"14155550101"_s, u"Without a plus I am somebody else"_s));
    QCOMPARE(state().documents.rooms.size(), 2);
    const QString rid = state().documents.rooms.all().first().value("_id"_L1).toString();
    QVERIFY(!state().closing.close({}, rid, {.byVisitor = true}));
    deliver(hook, smsFields(u"+14155550101"_s, u"Three"_s));
    QCOMPARE(state().documents.rooms.size(), 3);
    QCOMPARE(state().documents.visitors.where(u"username"_s, u"14155550101"_s).size(), 2);
}

void WebhookTest::opensAnotherOneForEveryTextWithoutADefaultDepartment()
{
    start(u"7.7"_s);
    state().settings.set(u"SMS_Default_Omnichannel_Department"_s, QString());
    deliver(hook, smsFields(u"+14155550101"_s, u"One"_s));
    deliver(hook, smsFields(u"+14155550101"_s, u"Two"_s));
    QCOMPARE(state().documents.rooms.size(), 2);
}

void WebhookTest::losesTextsWhenNobodyIsThere_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("status");
    QTest::newRow("3.11 texts the reason to the customer") << u"3.11"_s << 200;
    QTest::newRow("7.7") << u"7.7"_s << 400;
}

void WebhookTest::losesTextsWhenNobodyIsThere()
{
    QFETCH(QString, version);
    start(version);
    state().settings.set(u"Livechat_accept_chats_with_no_agents"_s, false);
    for (const QString &agent : {u"ana"_s, u"tom"_s}) {
        state().presence.setAvailability(state().accounts.userIdOf(agent), false);
    }
    const RestAnswer answer = deliver(hook, smsFields(u"+14155550101"_s, u"Anybody?"_s));
    QTEST(answer.status, "status");
    QVERIFY(answer.bytes.contains("Sorry, no online agents"));
    QCOMPARE(state().documents.rooms.size(), 0);
}

void WebhookTest::keepsAPicture_data()
{
    answersAsItsReleaseDoes_data();
}

void WebhookTest::keepsAPicture()
{
    QFETCH(QString, version);
    start(version);
    Fields fields = smsFields(u"+14155550101"_s, u"Look"_s);
    fields[3].second = u"1"_s;
    fields.append({u"MediaUrl0"_s, m_workspace->twilio().pictureUrl().toString()});
    fields.append({u"MediaContentType0"_s, u"image/png"_s});
    if (version == "3.11"_L1) {
        QCOMPARE(deliver(hook, fields).body.value("errorType"_L1).toString(), u"invalid-file"_s);
        QCOMPARE(state().documents.rooms.size(), 0);
    }
    deliver(hook, smsFields(u"+14155550101"_s, u"May I send a picture?"_s));
    QCOMPARE(deliver(hook, fields).status, 200);
    const QJsonObject message = state().documents.messages.all().last();
    QCOMPARE(message.value("msg"_L1).toString(), u"Look"_s);
    const QJsonObject attachment = message.value("attachments"_L1).toArray().at(0).toObject();
    const QString link = attachment.value("image_url"_L1).toString();
    QVERIFY(link.startsWith("/file-upload/"_L1));
    if (!state().isBefore(5, 0)) { // a bare link before (3.11.6, ddp/30)
        QVERIFY(attachment.value("image_dimensions"_L1).toObject().value("width"_L1).toInt() > 0);
    }
    QCOMPARE(m_rest->get(link).status, 403);
    m_rest->signIn(m_workspace->users().first());
    const RestAnswer picture = m_rest->get(link);
    QCOMPARE(picture.status, 200);
    QVERIFY(picture.bytes.startsWith("\x89PNG"));
}

void WebhookTest::saysWhenAPictureDoesNotCome()
{
    start(u"7.7"_s);
    Fields fields = smsFields(u"+14155550101"_s, u"Look"_s);
    fields[3].second = u"1"_s;
    fields.append({u"MediaUrl0"_s, m_workspace->twilioUrl().toString() + u"/nothing"_s});
    QCOMPARE(deliver(hook, fields).status, 200);
    const QJsonObject message = state().documents.messages.all().last();
    QCOMPARE(message.value("attachments"_L1).toArray().at(0).toObject().value("color"_L1).toString(), u"yellow"_s);
    QCOMPARE(message.value("msg"_L1).toString(), u"Look"_s);
}

void WebhookTest::keepsALocation()
{
    start(u"7.7"_s);
    Fields fields = smsFields(u"+14155550101"_s, u"Here"_s);
    fields.append({u"Latitude"_s, u"40.5"_s});
    fields.append({u"Longitude"_s, u"-73.25"_s});
    QCOMPARE(deliver(hook, fields).status, 200);
    const QJsonValue point
        = state().documents.messages.all().last().value("location"_L1).toObject().value("coordinates"_L1);
    QCOMPARE(point.toArray(), (QJsonArray{-73.25, 40.5}));
}

void WebhookTest::knowsSavedCustomersByName()
{
    start(u"7.7"_s);
    const QJsonObject known
        = state().documents.visitors.first([](const QJsonObject &visitor) { return visitor.contains("name"_L1); });
    const QString number = known.value("phone"_L1).toArray().at(0).toObject().value("phoneNumber"_L1).toString();
    QVERIFY(!number.isEmpty());
    deliver(hook, smsFields(number, u"Me again"_s));
    QCOMPARE(state().documents.rooms.all().first().value("fname"_L1), known.value("name"_L1));
    QCOMPARE(state().documents.messages.all().last().value("alias"_L1), known.value("name"_L1));
    const QString contact = state().documents.rooms.all().first().value("contactId"_L1).toString();
    QCOMPARE(state().documents.contacts.find(contact).value("name"_L1), known.value("name"_L1));
}

void WebhookTest::wakesAConversationOnHold()
{
    start(u"8.8"_s, {.licence = Licence::Enterprise});
    const QString ana = state().accounts.userIdOf(u"ana"_s);
    deliver(hook, smsFields(u"+14155550101"_s, u"One"_s));
    const QString rid = state().documents.rooms.all().first().value("_id"_L1).toString();
    QVERIFY(!state().desk.take(ana, state().documents.inquiries.all().first().value("_id"_L1).toString()));
    QCOMPARE(state().desk.placeOnHold(ana, rid)->code, u"error-contact-sent-last-message-so-cannot-place-on-hold"_s);
    state().settings.set(u"Livechat_allow_manual_on_hold_upon_agent_engagement_only"_s, false);
    QVERIFY(!state().desk.placeOnHold(ana, rid));
    QVERIFY(state().documents.rooms.find(rid).value("onHold"_L1).toBool());
    deliver(hook, smsFields(u"+14155550101"_s, u"Two"_s));
    QVERIFY(!state().documents.rooms.find(rid).contains("onHold"_L1));
    QVERIFY(!state().documents.subscriptions.all().first().contains("onHold"_L1));
}

void WebhookTest::speaksToOtherProviders()
{
    start(u"7.7"_s);
    state().settings.set(u"SMS_Service"_s, u"voxtelesys"_s);
    const QJsonObject sms{{u"from"_s, u"+14155550101"_s},
                          {u"to"_s, m_workspace->number()},
                          {u"body"_s, u"Hi"_s},
                          {u"media"_s, QJsonArray{}}};
    const RestAnswer answer = m_rest->post(u"/api/v1/livechat/sms-incoming/voxtelesys"_s, sms);
    QCOMPARE(answer.body, (QJsonObject{{u"success"_s, true}}));
    QCOMPARE(state().documents.messages.all().last().value("msg"_L1).toString(), u"Hi"_s);
}

QTEST_GUILESS_MAIN(WebhookTest)
#include "tst_webhook.moc"
