#include "app/practice/twilioinbound.h"

#include "app/practice/twiliodefaults.h"
#include "app/practice/twiliofields.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

InboundTarget hookTarget(const QJsonObject &record, const QString &prefix)
{
    InboundTarget target{QUrl(record.value(prefix + u"_url"_s).toString())};
    const QString method = record.value(prefix + u"_method"_s).toString();
    target.method = method.isEmpty() ? u"POST"_s : method;
    return target;
}

bool isOnThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// What Twilio makes of a webhook's answer; 0: well (twilio.md 5, 6.1).
int alertCodeOf(const QNetworkReply &reply, int status)
{
    if (status == 0) {
        return 11205;
    }
    if (status < 200 || status > 299) {
        return 11200;
    }
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed();
    const bool isTwiml = type.isEmpty() || type == "text/xml"_L1 || type == "application/xml"_L1
        || type == "text/html"_L1 || type == "text/plain"_L1;
    return isTwiml || status == 204 ? 0 : 12300;
}

} // namespace

InboundTarget inboundTarget(const TwilioState &state, const QString &number, const QUrl &strangersHook)
{
    const QJsonObject owned = state.numbers.first("phone_number"_L1, number);
    if (owned.isEmpty()) {
        return {.url = state.scene.acceptsStrangers ? strangersHook : QUrl(),
                .isDropped = !state.scene.acceptsStrangers};
    }
    const QJsonObject service = state.serviceOf(owned.value("sid"_L1).toString());
    if (!service.isEmpty() && !service.value("use_inbound_webhook_on_number"_L1).toBool()) {
        InboundTarget target{QUrl(service.value("inbound_request_url"_L1).toString()),
                             service.value("inbound_method"_L1).toString()};
        target.isDropped = target.url.isEmpty();
        target.service = service.value("sid"_L1).toString();
        return target;
    }
    const QString application = owned.value("sms_application_sid"_L1).toString();
    InboundTarget target = application.isEmpty() ? hookTarget(owned, u"sms"_s)
                                                 : hookTarget(state.applications.find(application), u"sms"_s);
    target.service = service.value("sid"_L1).toString();
    if (application.isEmpty()) {
        target.fallback = QUrl(owned.value("sms_fallback_url"_L1).toString());
    }
    return target;
}

TwilioInbound::TwilioInbound(TwilioState &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
}

void TwilioInbound::deliver(const IncomingSms &sms, const InboundTarget &target)
{
    if (target.isDropped) {
        return;
    }
    const QString sid = newSid(sms.mediaUrls.isEmpty() ? u"SM"_s : u"MM"_s);
    QJsonObject message = plainMessage(m_state.accountSid, sid, m_state.rfcDate());
    message.insert(u"from"_s, sms.from);
    message.insert(u"to"_s, sms.to);
    message.insert(u"body"_s, sms.body);
    message.insert(u"direction"_s, u"inbound"_s);
    message.insert(u"status"_s, u"received"_s);
    message.insert(u"num_media"_s, QString::number(sms.mediaUrls.size()));
    m_state.messages.add(message);
    if (target.url.isEmpty()) {
        return;
    }
    Text text{sid, webhookFields(sms, m_state.accountSid, sid), target, false};
    if (!target.service.isEmpty()) {
        text.fields.append({u"MessagingServiceSid"_s, target.service});
    }
    if (isOnThisComputer(target.url)) {
        call(text);
    } else {
        Q_EMIT delivered(200, u"<Response></Response>"_s);
    }
}

void TwilioInbound::call(const Text &text)
{
    QUrl url = text.isRetry ? text.target.fallback : text.target.url;
    url.setFragment(QString()); // says how to call, and is not signed (twilio.md 6.3)
    const bool isGet = text.target.method == "GET"_L1;
    if (isGet) {
        const QString own = url.query(QUrl::FullyEncoded);
        url.setQuery((own.isEmpty() ? own : own + u'&') + QString::fromLatin1(formEncoded(text.fields)));
    }
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("X-Twilio-Signature",
                         twilioSignature(m_state.authToken.toLatin1(), url.toString(QUrl::FullyEncoded),
                                         isGet ? Fields() : text.fields));
    request.setRawHeader("User-Agent", "TwilioProxy/1.1");
    if (!isGet) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    }
    QNetworkReply *reply = isGet ? m_network.get(request) : m_network.post(request, formEncoded(text.fields));
    connect(reply, &QNetworkReply::finished, this, [this, reply, text] {
        reply->deleteLater();
        settle(text, *reply);
    });
}

void TwilioInbound::settle(const Text &text, QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString body = QString::fromUtf8(reply.readAll());
    if (const int code = alertCodeOf(reply, status)) {
        noteFault(text, code, status == 0 ? 502 : status);
        if (!text.isRetry && isOnThisComputer(text.target.fallback)) {
            Text again = text;
            again.isRetry = true;
            call(again);
        }
    }
    Q_EMIT delivered(status, body);
}

void TwilioInbound::noteFault(const Text &text, int code, int httpStatus)
{
    m_state.messages.set(text.sid, u"error_code"_s, code);
    m_state.addAlert(text.sid, code, httpStatus, (text.isRetry ? text.target.fallback : text.target.url).toString());
}

} // namespace greenline::practice
