#include "app/practice/smswebhook.h"

#include "app/practice/form.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/shapes.h"
#include "app/practice/state.h"

#include <QNetworkReply>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// How a provider names its fields, and what it wants to hear.
struct Provider {
    QLatin1StringView name;
    QLatin1StringView from;
    QLatin1StringView to;
    QLatin1StringView body;
    QLatin1StringView type;
    QLatin1StringView thanks;
};

constexpr std::array providers{
    Provider{"twilio"_L1, "From"_L1, "To"_L1, "Body"_L1, "text/xml"_L1, "<Response></Response>"_L1},
    Provider{"voxtelesys"_L1, "from"_L1, "to"_L1, "body"_L1, "application/json"_L1, "{\"success\":true}"_L1},
    Provider{"mobex"_L1, "from"_L1, "to"_L1, "content"_L1, "text/xml"_L1, "ACK/Jasmin"_L1},
};

const Provider *providerNamed(const QString &name)
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [&](const Provider &provider) { return provider.name == name; });
    return found == providers.end() ? nullptr : &*found;
}

constexpr auto pngMagic = "\x89PNG";

// Width and height stand right behind a PNG's header chunk.
QJsonValue dimensionsOf(const QByteArray &bytes)
{
    if (!bytes.startsWith(pngMagic) || bytes.size() < 24) {
        return {};
    }
    return QJsonObject{{u"width"_s, static_cast<qint64>(qFromBigEndian<quint32>(bytes.constData() + 16))},
                       {u"height"_s, static_cast<qint64>(qFromBigEndian<quint32>(bytes.constData() + 20))}};
}

// Recordings 7.7.1, ddp/30.
QJsonObject failedUpload()
{
    const auto words = u"An attachment was received, but upload to server failed"_s;
    const QJsonObject field{{u"title"_s, u"User upload failed"_s}, {u"value"_s, words}, {u"short"_s, true}};
    const QJsonObject attachment{{u"title"_s, u"Attachment upload failed"_s},
                                 {u"type"_s, u"file"_s},
                                 {u"description"_s, words},
                                 {u"fields"_s, QJsonArray{field}},
                                 {u"color"_s, u"yellow"_s},
                                 {u"descriptionMd"_s, parsedText(words)}};
    return {{u"attachments"_s, QJsonArray{attachment}}};
}

} // namespace

SmsWebhook::SmsWebhook(State &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RestRoutes SmsWebhook::routes()
{
    return {{.verb = "POST",
             .path = "livechat/sms-incoming/:service"_L1,
             .handle = [this](State &, const CallPtr &call) { serve(call); },
             .caller = RestRoute::Caller::Anyone}};
}

void SmsWebhook::serve(const CallPtr &call)
{
    const QString service = call->capture();
    const bool isConfigured
        = providerNamed(service) && (m_state.isBefore(5, 0) || service == m_state.settings.text(u"SMS_Service"_s));
    if (!isConfigured) {
        if (m_state.isBefore(5, 0)) {
            call->refuse(u"error-sms-service-not-configured"_s);
        } else {
            call->fail(400, u"Invalid service"_s);
        }
        return;
    }
    if (!m_state.isBefore(7, 0) && !m_state.settings.isOn(u"SMS_Enabled"_s)) {
        call->fail(400, u"error-sms-service-disabled"_s);
        return;
    }
    if (service == "twilio"_L1 && !m_state.isBefore(6, 11) && !isSigned(call)) {
        call->fail(400, u"Invalid request"_s);
        return;
    }
    const Delivery delivery = read(call);
    if (!delivery.isComplete && !m_state.isBefore(5, 0)) {
        call->fail(400, u"Invalid data"_s);
        return;
    }
    accept(call, delivery);
}

bool SmsWebhook::isSigned(const CallPtr &call) const
{
    const QString token = m_state.settings.text(u"SMS_Twilio_authToken"_s);
    const QUrl site(m_state.settings.text(u"Site_Url"_s));
    if (token.isEmpty() || site.isEmpty()) {
        return false;
    }
    // Only scheme and host of Site_Url count, so that one with a path never fits (7.7.1, rest/34).
    const QString origin = site.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QString url = origin + QString::fromLatin1(call->request.target);
    const QByteArray expected = twilioSignature(token.toUtf8(), url, formDecoded(call->request.body));
    return call->request.header("x-twilio-signature") == expected;
}

SmsWebhook::Delivery SmsWebhook::read(const CallPtr &call) const
{
    const Provider &provider = *providerNamed(call->capture());
    const bool isJson = !call->body.isEmpty();
    const Fields fields = isJson ? Fields() : formDecoded(call->request.body);
    const auto value = [&](const QString &name) { return isJson ? call->text(name) : formValue(fields, name); };
    const auto has
        = [&](const QString &name) { return isJson ? call->body.value(name).isString() : formHas(fields, name); };
    const Answerer answerer = m_state.outreach.answererOf(value(provider.from));
    const QString department = call->query(u"department"_s);
    Delivery delivery{{provider.name, value(provider.from), value(provider.to), value(provider.body),
                       department.isEmpty() ? answerer.department : department, answerer.agent}};
    delivery.isComplete = has(provider.from) && has(provider.to) && has(provider.body);
    if (isJson) {
        delivery.media = QUrl(call->body.value("media"_L1).toArray().at(0).toString());
    } else if (value(u"NumMedia"_s).toInt() > 0) {
        delivery.media = QUrl(value(u"MediaUrl0"_s));
        delivery.mediaType = value(u"MediaContentType0"_s);
    }
    if (has(u"Latitude"_s) && has(u"Longitude"_s)) {
        const QJsonArray point{value(u"Longitude"_s).toDouble(), value(u"Latitude"_s).toDouble()};
        delivery.location = {{u"type"_s, u"Point"_s}, {u"coordinates"_s, point}};
    }
    return delivery;
}

void SmsWebhook::accept(const CallPtr &call, const Delivery &delivery)
{
    if (m_state.isBefore(5, 0) && !delivery.media.isEmpty() && !m_state.intake.hasConversation(delivery.text)) {
        fetchMedia(call, delivery, {});
        return;
    }
    const Outcome<Reception> reception = m_state.intake.receive(delivery.text);
    if (!reception) {
        if (m_state.isBefore(5, 0)) {
            // In 3.11.6 the customer is texted the reason.
            call->answerText(200, "text/xml",
                             "<Response><Message>" + reception.refusal().reason.toUtf8() + "</Message></Response>");
        } else {
            call->refuse(reception.refusal());
        }
        return;
    }
    if (m_state.posting.isRestricted()) { // the conversation is there, the text is not (7.7.1, ee_code_no_licence)
        call->fail(400, u"restricted-workspace"_s);
        return;
    }
    if (delivery.media.isEmpty()) {
        finish(call, delivery, *reception, {});
    } else {
        fetchMedia(call, delivery, *reception);
    }
}

void SmsWebhook::fetchMedia(const CallPtr &call, const Delivery &delivery, const Reception &reception)
{
    QNetworkReply *download = m_network.get(QNetworkRequest(delivery.media));
    connect(download, &QNetworkReply::finished, this, [this, download, call, delivery, reception] {
        download->deleteLater();
        keepMedia(*download, call, delivery, reception);
    });
}

void SmsWebhook::keepMedia(QNetworkReply &download, const CallPtr &call, const Delivery &delivery,
                           const Reception &reception)
{
    const int status = download.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (download.error() != QNetworkReply::NoError || status != 200) {
        if (m_state.isBefore(5, 0)) {
            call->fail(400, download.errorString());
            return;
        }
        finish(call, delivery, reception, failedUpload());
        return;
    }
    if (reception.rid.isEmpty()) {
        // As the very first message a picture belongs to no room yet, and its text is lost with it (3.11.6, rest/31).
        call->refuse(u"invalid-file"_s, u"File does not match filter"_s);
        return;
    }
    const QByteArray bytes = download.readAll();
    const QString type = delivery.mediaType.isEmpty() ? download.header(QNetworkRequest::ContentTypeHeader).toString()
                                                      : delivery.mediaType;
    QJsonObject upload{{u"name"_s, u"Upload File"_s},
                       {u"type"_s, type},
                       {u"size"_s, bytes.size()},
                       {u"rid"_s, reception.rid},
                       {u"userId"_s, reception.visitor.value("_id"_L1)}};
    const QJsonValue dimensions = dimensionsOf(bytes);
    if (dimensions.isObject()) {
        upload.insert(u"dimensions"_s, dimensions);
    }
    const QString id = m_state.documents.uploads.insert(upload).value("_id"_L1).toString();
    m_state.documents.uploadBytes.insert(id, bytes);
    QJsonObject message = m_state.posting.fileMessage(id);
    if (m_state.isBefore(5, 0)) { // a customer's picture is a link to itself there (3.11.6, ddp/30)
        const QJsonValue link = message.value("attachments"_L1).toArray().at(0).toObject().value("title_link"_L1);
        message.insert(u"attachments"_s, QJsonArray{QJsonObject{{u"message_link"_s, link}, {u"image_url"_s, link}}});
    }
    finish(call, delivery, reception, message);
}

void SmsWebhook::finish(const CallPtr &call, const Delivery &delivery, const Reception &reception, QJsonObject message)
{
    message.insert(u"msg"_s, delivery.text.body);
    if (!delivery.location.isEmpty()) {
        message.insert(u"location"_s, delivery.location);
    }
    m_state.posting.fromVisitor(reception.visitor, reception.rid, message);
    const Provider &provider = *providerNamed(call->capture());
    call->answerText(200, QByteArray(provider.type.data(), provider.type.size()),
                     QByteArray(provider.thanks.data(), provider.thanks.size()));
}

} // namespace greenline::practice
