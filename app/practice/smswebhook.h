#pragma once

#include "app/practice/intake.h"
#include "app/practice/restcall.h"
#include "app/practice/restroute.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace greenline::practice {

class State;

/// POST livechat/sms-incoming/:service: where customers' texts enter (rocketchat-wire.md 5.1-5.5; recordings rest/30,
/// 31 and 34).
class SmsWebhook : public QObject
{
    Q_OBJECT
public:
    explicit SmsWebhook(State &state, QObject *parent = nullptr);
    RestRoutes routes();

private:
    struct Delivery {
        IncomingText text;
        bool isComplete = true; ///< From, To and Body were texts.
        QUrl media = {}; ///< The first one; the others are dropped.
        QString mediaType = {};
        QJsonObject location = {};
    };
    void serve(const CallPtr &call);
    bool isSigned(const CallPtr &call) const;
    Delivery read(const CallPtr &call) const;
    void accept(const CallPtr &call, const Delivery &delivery);
    void fetchMedia(const CallPtr &call, const Delivery &delivery, const Reception &reception);
    void keepMedia(QNetworkReply &download, const CallPtr &call, const Delivery &delivery, const Reception &reception);
    void finish(const CallPtr &call, const Delivery &delivery, const Reception &reception, QJsonObject message);
    State &m_state;
    QNetworkAccessManager m_network;
};

} // namespace greenline::practice
