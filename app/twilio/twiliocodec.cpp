#include "app/twilio/twiliocodec.h"

#include "app/http/statuskind.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString textOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

double amountOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toDouble() : value.toDouble();
}

std::optional<int> numberOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const int number = isNumber ? value.toInt() : value.toString().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QDateTime twilioTime(const QString &text)
{
    const QDateTime iso = QDateTime::fromString(text, Qt::ISODate);
    return (iso.isValid() ? iso : QDateTime::fromString(text, Qt::RFC2822Date)).toUTC();
}

TwilioHook hookOf(const QJsonObject &object, QLatin1StringView url, QLatin1StringView method)
{
    return {textOf(object, url), textOf(object, method).toUpper()};
}

/// An object of booleans, or a list of names; the case of the names differs between the two (twilio.md 2.3, 3.1).
bool hasCapability(const QJsonValue &capabilities, QLatin1StringView wanted)
{
    const QJsonArray names = capabilities.toArray();
    for (const QJsonValue &name : names) {
        if (name.toString().compare(wanted, Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    const QJsonObject switches = capabilities.toObject();
    for (auto one = switches.begin(); one != switches.end(); ++one) {
        if (one.key().compare(wanted, Qt::CaseInsensitive) == 0) {
            return one.value().toBool();
        }
    }
    return false;
}

template <typename T>
Result<T> withSid(T value)
{
    if (value.sid.isEmpty()) {
        return Error{Error::Kind::Protocol, u"a document of Twilio's without sid"_s};
    }
    return value;
}

Error refusalOf(const HttpReply &reply, const QJsonObject &body)
{
    const std::optional<int> code = numberOf(body.value("code"_L1));
    const QString message = textOf(body, "message"_L1);
    const QString words = message.isEmpty() ? textOf(body, "detail"_L1) : message; // RFC 9457, newer endpoints
    const QString request = QString::fromLatin1(reply.header("Twilio-Request-Id"));
    Error error{kindByStatus(reply.status), u"HTTP %1: %2"_s.arg(reply.status).arg(words.left(400))};
    if (!request.isEmpty()) {
        error.detail += u" (request %1)"_s.arg(request);
    }
    if (reply.status >= 500) {
        error.code = u"server"_s;
    } else if (code) {
        error.code = QString::number(*code);
    }
    bool isNumber = false;
    const int wait = reply.header("Retry-After").toInt(&isNumber);
    if (reply.status == 429 && isNumber) {
        error.retryAfter = std::chrono::seconds(qBound(0, wait, 3600));
    }
    return error;
}

} // namespace

Result<TwilioAccount> decodeTwilioAccount(const QJsonObject &object)
{
    const QString status = textOf(object, "status"_L1);
    return withSid<TwilioAccount>({.sid = textOf(object, "sid"_L1),
                                   .name = textOf(object, "friendly_name"_L1),
                                   .status = status == "active"_L1 ? TwilioAccount::Status::Active
                                       : status == "suspended"_L1  ? TwilioAccount::Status::Suspended
                                       : status == "closed"_L1     ? TwilioAccount::Status::Closed
                                                                   : TwilioAccount::Status::Unknown,
                                   .isTrial = textOf(object, "type"_L1) == "Trial"_L1,
                                   .owner = textOf(object, "owner_account_sid"_L1)});
}

Result<TwilioBalance> decodeTwilioBalance(const QJsonObject &object)
{
    if (!object.contains("balance"_L1)) {
        return Error{Error::Kind::Protocol, u"a balance without balance"_s};
    }
    return TwilioBalance{amountOf(object.value("balance"_L1)), textOf(object, "currency"_L1)};
}

Result<TwilioNumber> decodeTwilioNumber(const QJsonObject &object)
{
    const QJsonValue capabilities = object.value("capabilities"_L1);
    return withSid<TwilioNumber>({.sid = textOf(object, "sid"_L1),
                                  .number = textOf(object, "phone_number"_L1),
                                  .name = textOf(object, "friendly_name"_L1),
                                  .account = textOf(object, "account_sid"_L1),
                                  .hasSms = hasCapability(capabilities, "sms"_L1),
                                  .hasMms = hasCapability(capabilities, "mms"_L1),
                                  .hook = hookOf(object, "sms_url"_L1, "sms_method"_L1),
                                  .fallback = hookOf(object, "sms_fallback_url"_L1, "sms_fallback_method"_L1),
                                  .application = textOf(object, "sms_application_sid"_L1)});
}

Result<TwilioApplication> decodeTwilioApplication(const QJsonObject &object)
{
    return withSid<TwilioApplication>({.sid = textOf(object, "sid"_L1),
                                       .name = textOf(object, "friendly_name"_L1),
                                       .hook = hookOf(object, "sms_url"_L1, "sms_method"_L1)});
}

Result<TwilioService> decodeTwilioService(const QJsonObject &object)
{
    return withSid<TwilioService>({.sid = textOf(object, "sid"_L1),
                                   .name = textOf(object, "friendly_name"_L1),
                                   .hook = hookOf(object, "inbound_request_url"_L1, "inbound_method"_L1),
                                   .defersToNumber = object.value("use_inbound_webhook_on_number"_L1).toBool(),
                                   .isRegistered = object.value("us_app_to_person_registered"_L1).toBool(),
                                   .created = QDateTime::fromString(textOf(object, "date_created"_L1), Qt::ISODate)});
}

Result<TwilioMessage> decodeTwilioMessage(const QJsonObject &object)
{
    const QString sent = textOf(object, "date_sent"_L1);
    return withSid<TwilioMessage>({.sid = textOf(object, "sid"_L1),
                                   .status = textOf(object, "status"_L1),
                                   .from = textOf(object, "from"_L1),
                                   .to = textOf(object, "to"_L1),
                                   .isInbound = textOf(object, "direction"_L1) == "inbound"_L1,
                                   .errorCode = numberOf(object.value("error_code"_L1)),
                                   .at = twilioTime(sent.isEmpty() ? textOf(object, "date_created"_L1) : sent)});
}

Result<TwilioAlert> decodeTwilioAlert(const QJsonObject &object)
{
    QString text = textOf(object, "alert_text"_L1); // a form in itself
    const QUrlQuery form(text.replace(u'+', u' '));
    const auto valueOf = [&form](const QString &key) { return form.queryItemValue(key, QUrl::FullyDecoded); };
    const QString called = textOf(object, "request_url"_L1);
    return withSid<TwilioAlert>({.sid = textOf(object, "sid"_L1),
                                 .errorCode = numberOf(object.value("error_code"_L1)).value_or(0),
                                 .resource = textOf(object, "resource_sid"_L1),
                                 .url = QUrl(called.isEmpty() ? valueOf(u"url"_s) : called),
                                 .httpStatus = numberOf(valueOf(u"httpResponse"_s)),
                                 .at = twilioTime(textOf(object, "date_generated"_L1))});
}

Result<QJsonObject> readTwilioAnswer(const HttpReply &reply)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &fault);
    const bool isSuccess = reply.status >= 200 && reply.status < 300;
    if (!isSuccess) {
        return refusalOf(reply, document.object());
    }
    if (reply.status == 204) { // what a removal is answered
        return QJsonObject();
    }
    if (fault.error != QJsonParseError::NoError || !document.isObject()) {
        return Error{
            Error::Kind::Protocol,
            u"HTTP %1 without JSON (%2)"_s.arg(reply.status).arg(QString::fromLatin1(reply.contentType.left(80)))};
    }
    return document.object();
}

/// QUrlQuery leaves a plus as it is and takes a value for encoded (seen with Qt 6.4.2), so the encoding is done here.
QByteArray twilioForm(const QList<std::pair<QString, QString>> &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty()) {
            form += '&';
        }
        form += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

} // namespace greenline
