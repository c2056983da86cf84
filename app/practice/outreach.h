#pragma once

#include "app/base/then.h"
#include "app/practice/settings.h"
#include "app/practice/smsgateway.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

namespace greenline::practice {

/// Who is to have the conversation when the customer writes back; empty: nobody in particular.
struct Answerer {
    QString department = {};
    QString agent = {};
};

/// The app that begins conversations by SMS, as Rocket.Chat knows such apps
/// (packages/apps-engine/src/definition/outboundCommunication/IOutboundCommsProvider.ts and
/// IOutboundProviderTemplate.ts): one number and its templates. What it sends opens no conversation; the customer's
/// answer does. It sends with the workspace's login at Twilio, and joins header, body and footer by line breaks.
class Outreach : public QObject
{
    Q_OBJECT
public:
    Outreach(const Settings &settings, Clock &clock, QObject *parent = nullptr);
    void setTwilio(const QUrl &url) { m_gateway.setUrl(url); }
    void setNumber(const QString &number) { m_number = number; } ///< From which it texts.

    QJsonObject provider() const; ///< {providerId, providerName, supportsTemplates, providerType}
    QJsonObject metadata() const; ///< The same, with the templates by number.
    /// An IOutboundMessage. The error's detail is the app's word for it, or Twilio's.
    void send(const QJsonObject &message, const Then<Done> &then);
    Answerer answererOf(const QString &customer) const { return m_answerers.value(customer); }

private:
    Result<QString> textOf(const QJsonObject &message) const;

    const Settings &m_settings;
    SmsGateway m_gateway;
    QString m_number;
    QHash<QString, Answerer> m_answerers; // by the customer's number
};

} // namespace greenline::practice
