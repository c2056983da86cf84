#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace greenline::practice {

/// An SMS on its way out, with the credentials of the settings.
struct SmsOrder {
    QString accountSid = {};
    QString authToken = {};
    QString from = {};
    QString to = {};
    QString body = {};
    QString mediaUrl = {};
};

/// Posts to Twilio's Messages resource as Rocket.Chat's Twilio SDK does (recordings, twilio_outgoing). The error's
/// detail is what the agent is told: Twilio's own message, or the SDK's.
class SmsGateway : public QObject
{
    Q_OBJECT
public:
    explicit SmsGateway(Clock &clock, QObject *parent = nullptr);
    void setUrl(const QUrl &url) { m_url = url; }
    void send(const SmsOrder &order, const Then<Done> &then);

private:
    Clock &m_clock;
    QUrl m_url;
    QNetworkAccessManager m_network;
};

} // namespace greenline::practice
