#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

namespace greenline::practice {

class HttpReply;
struct HttpAnswer;
struct HttpRequest;
struct TwilioMischief;
struct TwilioScene;

/// A text that left the workspace through Twilio's Messages resource.
struct SentSms {
    QString sid;
    QString from;
    QString to;
    QString body;
    QStringList media;
    QDateTime at;
};

/// A text as a customer writes it.
struct IncomingSms {
    QString from;
    QString to;
    QString body;
    QStringList mediaUrls = {};
    QStringList mediaTypes = {};
};

/// A field that a call of the API changed; resource is "IncomingPhoneNumbers/PN…". What was sent is no change.
struct TwilioChange {
    QString resource;
    QString field;
    QJsonValue from;
    QJsonValue to;
    QDateTime at;
};

/// A loopback Twilio: api, messaging, monitor, pricing and lookups on one port, in Twilio's shapes (twilio.md). It
/// plays a scene: an account with its numbers, services and what goes wrong. It takes the workspace's texts and brings
/// customers' to whom the number really says, signed. Until a scene is set it is there for texts alone: any number may
/// send, and all that arrive are brought to one webhook. What sending can be told to answer: ok 201, 21211, 21610,
/// 401/20003, nothing.
class PracticeTwilio : public QObject
{
    Q_OBJECT
public:
    enum class Answer { Ok, InvalidTo, OptedOut, Unauthorized, Hang };
    PracticeTwilio(const QString &accountSid, const QString &authToken, Clock &clock, QObject *parent = nullptr);
    ~PracticeTwilio() override;
    Status start();
    QUrl url() const;
    void setWebhook(const QUrl &webhook);
    void setAnswer(Answer answer);
    const QList<SentSms> &sent() const;
    int asked() const; ///< So many requests came, whatever was answered.
    void deliver(const IncomingSms &sms);
    QUrl pictureUrl() const; ///< A picture this Twilio serves, for an MMS.
    QString authToken() const;
    void setScene(const TwilioScene &scene); ///< Forgets what was before: changes, texts, faults.
    void addFault(const TwilioMischief &fault); ///< Besides the scene's.
    void clearFaults();
    const QList<TwilioChange> &changes() const; ///< Since the scene was set.
    int calls(const QByteArray &method, const QString &pathPart) const; ///< So many such came, whatever was answered.
    /// What is asked below /practice/, and /changes: how a driver outside this process looks and acts
    /// (practicecontrol.h). 404 until it is set.
    using Control = std::function<HttpAnswer(const HttpRequest &)>;
    void setControl(Control control);

Q_SIGNALS:
    void smsSent(const greenline::practice::SentSms &sms);
    void delivered(int status, const QString &body); ///< What the webhook answered.

private:
    void serve(const HttpRequest &request, const std::shared_ptr<HttpReply> &reply);
    void carryOut(const HttpRequest &request, const std::shared_ptr<HttpReply> &reply);
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// base64(HMAC-SHA1(token, url + sorted name+value)): Twilio's request signature (twilio.md 6.2).
QByteArray twilioSignature(const QByteArray &authToken, const QString &url,
                           const QList<std::pair<QString, QString>> &parameters);

} // namespace greenline::practice
