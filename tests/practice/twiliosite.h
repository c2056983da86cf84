#pragma once

#include "app/practice/form.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

namespace greenline::practice {

inline const QString sid = QStringLiteral("AC00000000000000000000000000000000");
inline const QString token = QStringLiteral("facade00facade00facade00facade00");
inline const QString numbersPath = QStringLiteral("/IncomingPhoneNumbers");

struct Got {
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QJsonObject body = {};
    QByteArray bytes = {};
};

/// A practice Twilio and who asks it, over real HTTP.
class TwilioSite
{
protected:
    bool start()
    {
        m_twilio = std::make_unique<PracticeTwilio>(sid, token, m_clock);
        return m_twilio->start().isOk();
    }
    void play(const QByteArray &scene)
    {
        m_twilio->setScene(TwilioScene::fromJson(QJsonDocument::fromJson(scene).object()));
    }
    QNetworkRequest request(const QString &path, const QString &user = sid, const QString &secret = token) const
    {
        QNetworkRequest made(QUrl(m_twilio->url().toString() + path));
        made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        if (!user.isEmpty()) {
            made.setRawHeader("Authorization", "Basic " + (user + u':' + secret).toLatin1().toBase64());
        }
        made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        return made;
    }
    static Got finished(QNetworkReply *reply)
    {
        Got got;
        if (QTest::qWaitFor([reply] { return reply->isFinished(); })) {
            got.error = reply->error();
            got.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            got.bytes = reply->readAll();
            got.body = QJsonDocument::fromJson(got.bytes).object();
        }
        reply->deleteLater();
        return got;
    }
    Got get(const QString &path) { return finished(m_network.get(request(path))); }
    Got post(const QString &path, const Fields &form)
    {
        return finished(m_network.post(request(path), formEncoded(form)));
    }
    static QString account(const QString &rest) { return QStringLiteral("/2010-04-01/Accounts/") + sid + rest; }

    ManualClock m_clock;
    std::unique_ptr<PracticeTwilio> m_twilio;
    QNetworkAccessManager m_network;
};

} // namespace greenline::practice
