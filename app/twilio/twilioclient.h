#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/http/httpclient.h"
#include "app/twilio/twiliooffers.h"
#include "app/twilio/twiliotypes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace greenline {

/// Where Twilio is. It has a host for each product, of which only the first has the account in its paths.
struct TwilioHosts {
    QUrl api = QUrl(QStringLiteral("https://api.twilio.com"));
    QUrl messaging = QUrl(QStringLiteral("https://messaging.twilio.com"));
    QUrl monitor = QUrl(QStringLiteral("https://monitor.twilio.com"));
    QUrl pricing = QUrl(QStringLiteral("https://pricing.twilio.com"));
    QUrl lookups = QUrl(QStringLiteral("https://lookups.twilio.com"));
    /// GREENLINE_TWILIO_API_URL, and the same with MESSAGING, MONITOR, PRICING and LOOKUPS, for tests and proxies;
    /// those that are not set, or not allowed (http to another computer), stay Twilio's own.
    static TwilioHosts fromEnvironment();
};

/// One method for each of Twilio's endpoints that set-up needs (2010-04-01, messaging v1, monitor v1; twilio.md).
/// Reading waits and tries again when Twilio is busy (429); what changes something is sent once, and only a 429, which
/// says that nothing was done, makes it go again. Lists bring every page; a page's link is followed on our own host
/// alone, so the login never goes elsewhere. Errors: readTwilioAnswer().
class TwilioClient : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http;
        Clock &clock;
        TwilioHosts hosts;
        std::chrono::milliseconds timeout{30'000}; ///< As long as Twilio's own SDK waits (twilio.md 7).
    };
    TwilioClient(const Needs &needs, const TwilioLogin &login, QObject *parent = nullptr);
    const TwilioLogin &login() const { return m_login; }

    void account(const Then<TwilioAccount> &then);
    void balance(const Then<TwilioBalance> &then);
    void numbers(const Then<QList<TwilioNumber>> &then);
    void knock(const Then<Done> &then); ///< Whether the login is accepted: the least that every kind of key may read.
    void number(const QString &sid, const Then<TwilioNumber> &then);
    void application(const QString &sid, const Then<TwilioApplication> &then);
    void services(const Then<QList<TwilioService>> &then);
    void numbersOfService(const QString &service, const Then<QStringList> &then); ///< Their SIDs.
    /// The newest to a number, at most a page of 50.
    void messagesTo(const QString &number, const Then<QList<TwilioMessage>> &then);
    void message(const QString &sid, const Then<TwilioMessage> &then);
    void messagesFrom(const QString &number, const Then<QList<TwilioMessage>> &then); ///< Likewise.
    void alertsSince(const QDateTime &since, const Then<QList<TwilioAlert>> &then); ///< At most 30 days back.

    void campaigns(const QString &service, const Then<QList<TwilioCampaign>> &then); ///< A2P 10DLC; at most one.
    void verifications(const QString &number,
                       const Then<QList<TwilioVerification>> &then); ///< Of a toll-free one's SID.
    void verifiedRecipients(const Then<QStringList> &then); ///< A trial reaches nobody else.
    void lookUp(const QString &number, const Then<TwilioLookup> &then);

    void countries(const Then<QList<TwilioCountry>> &then); ///< Those with numbers for sale.
    void offers(const TwilioSearch &search, const Then<QList<TwilioOffer>> &then);
    void numberPrices(const QString &country, const Then<QList<TwilioPrice>> &then);
    void numbersLike(const QString &number, const Then<QList<TwilioNumber>> &then); ///< Owned ones; E.164.

    using Fields = QList<std::pair<QString, QString>>;
    void changeNumber(const QString &sid, const Fields &fields, const Then<TwilioNumber> &then);
    void changeService(const QString &sid, const Fields &fields, const Then<TwilioService> &then);
    void createService(const Fields &fields, const Then<TwilioService> &then);
    void deleteService(const QString &sid, const Then<Done> &then); ///< Its numbers stay the account's.
    void addToService(const QString &service, const QString &number, const Then<Done> &then); ///< By its SID.
    void buyNumber(const Fields &fields, const Then<TwilioNumber> &then); ///< It costs money at once.
    void removeFromService(const QString &service, const QString &number, const Then<Done> &then); ///< By its SID.
    void sendMessage(const Fields &fields, const Then<TwilioMessage> &then);

private:
    struct Reading;
    QUrl accountUrl(const QString &rest) const;
    HttpRequest request(const QByteArray &method, const QUrl &url, const QByteArray &body = {}) const;
    void ask(const HttpRequest &request, const Then<QJsonObject> &then, int attempt = 1);
    void get(const QUrl &url, const Then<QJsonObject> &then);
    void post(const QUrl &url, const Fields &fields, const Then<QJsonObject> &then);
    void readElements(const QUrl &host, const QUrl &first, QLatin1StringView key,
                      const std::function<void(const Result<QJsonArray> &)> &done);
    void readPages(const std::shared_ptr<Reading> &reading);

    Needs m_needs;
    TwilioLogin m_login;
};

} // namespace greenline
