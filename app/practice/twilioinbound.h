#pragma once

#include "app/practice/practicetwilio.h"
#include "app/practice/twiliostate.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace greenline::practice {

/// Whom Twilio calls when a text arrives at a number (twilio.md 3.2).
struct InboundTarget {
    QUrl url = {}; ///< Empty: nobody; the text is only noted.
    QString method = QStringLiteral("POST");
    QUrl fallback = {};
    QString service = {}; ///< The number sits in it.
    bool isDropped = false; ///< Not even noted.
};
InboundTarget inboundTarget(const TwilioState &state, const QString &number, const QUrl &strangersHook);

/// Brings customers' texts to whom the number says, signed as Twilio signs (twilio.md 6). Addresses elsewhere than on
/// this computer are never called: they are taken for answered.
class TwilioInbound : public QObject
{
    Q_OBJECT
public:
    explicit TwilioInbound(TwilioState &state, QObject *parent = nullptr);
    void deliver(const IncomingSms &sms, const InboundTarget &target);

Q_SIGNALS:
    void delivered(int status, const QString &body);

private:
    struct Text {
        QString sid;
        Fields fields;
        InboundTarget target;
        bool isRetry = false;
    };
    void call(const Text &text);
    void settle(const Text &text, QNetworkReply &reply);
    void noteFault(const Text &text, int code, int httpStatus);

    TwilioState &m_state;
    QNetworkAccessManager m_network;
};

} // namespace greenline::practice
