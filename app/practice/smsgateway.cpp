#include "app/practice/smsgateway.h"

#include "app/practice/form.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// The SDK's own limit and its words (7.7.1, rest/53).
constexpr std::chrono::seconds patience{30};
constexpr auto timeoutWords = "timeout of 30000ms exceeded"_L1;
constexpr auto notConfigured = "Twilio SMS is not configured yet. Go to Settings -> SMS to configure it"_L1;
constexpr auto badCredentials = "Twilio SMS credentials are invalid, cannot send messages"_L1;

Error smsError(const QString &words)
{
    return {Error::Kind::Rejected, words};
}

Status outcomeOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300) {
        return Done{};
    }
    const QString words = QJsonDocument::fromJson(reply.readAll()).object().value("message"_L1).toString();
    return smsError(words.isEmpty() ? reply.errorString() : words);
}

} // namespace

SmsGateway::SmsGateway(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void SmsGateway::send(const SmsOrder &order, const Then<Done> &then)
{
    if (order.accountSid.isEmpty() || order.authToken.isEmpty()) {
        then(smsError(notConfigured));
        return;
    }
    if (!order.accountSid.startsWith("AC"_L1)) {
        then(smsError(badCredentials));
        return;
    }
    Fields fields{{u"To"_s, order.to}, {u"From"_s, order.from}, {u"Body"_s, order.body}};
    if (!order.mediaUrl.isEmpty()) {
        fields.append({u"MediaUrl"_s, order.mediaUrl});
    }
    QUrl url = m_url;
    url.setPath(u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(order.accountSid));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Authorization", "Basic " + (order.accountSid + u':' + order.authToken).toUtf8().toBase64());
    QNetworkReply *reply = m_network.post(request, formEncoded(fields));
    const auto isLate = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::finished, this, [reply, isLate, then] {
        reply->deleteLater();
        then(*isLate ? Status(smsError(timeoutWords)) : outcomeOf(*reply));
    });
    m_clock.after(patience, reply, [reply, isLate] {
        if (reply->isRunning()) {
            *isLate = true;
            reply->abort();
        }
    });
}

} // namespace greenline::practice
