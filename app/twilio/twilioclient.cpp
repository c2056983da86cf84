#include "app/twilio/twilioclient.h"

#include "app/base/backoff.h"
#include "app/twilio/twilioreading.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int mostAttempts = 4; // when Twilio is busy
constexpr int mostPages = 50;
constexpr auto firstPause = 200ms;
constexpr auto longestPause = 3'000ms;
constexpr auto longestWait = 20'000ms; // told to wait longer, a person decides

QUrl allowedOr(const char *variable, const QUrl &otherwise)
{
    const QUrl set(qEnvironmentVariable(variable).trimmed());
    return set.isValid() && !set.host().isEmpty() && isAllowedAddress(set) ? set : otherwise;
}

QUrl below(const QUrl &host, const QString &path, const TwilioClient::Fields &query = {})
{
    return twilioUrl(host, path, query);
}

/// Links are relative at one host and absolute at the others; followed is only their path and query.
QUrl nextPage(const QUrl &host, const QJsonObject &page)
{
    const QJsonValue meta = page.value("meta"_L1).toObject().value("next_page_url"_L1);
    const QString link = meta.isString() ? meta.toString() : page.value("next_page_uri"_L1).toString();
    if (link.isEmpty()) {
        return {};
    }
    const QUrl said(link);
    QUrl url = host;
    url.setPath(host.path() + said.path());
    url.setQuery(said.query(QUrl::FullyEncoded));
    return url;
}

/// A proxy may say again what it was given, and what went wrong is shown and copied.
Result<QJsonObject> withoutSecret(const Result<QJsonObject> &answer, const QString &secret)
{
    if (answer || secret.isEmpty()) {
        return answer;
    }
    Error error = answer.error();
    error.detail.replace(secret, u"•"_s);
    return error;
}

} // namespace

/// A list that is read page by page.
struct TwilioClient::Reading {
    QUrl host;
    QUrl next;
    QLatin1StringView key;
    std::function<void(const Result<QJsonArray> &)> done;
    QJsonArray elements = {};
    int pages = 0;
};

TwilioHosts TwilioHosts::fromEnvironment()
{
    const TwilioHosts own;
    return {allowedOr("GREENLINE_TWILIO_API_URL", own.api), allowedOr("GREENLINE_TWILIO_MESSAGING_URL", own.messaging),
            allowedOr("GREENLINE_TWILIO_MONITOR_URL", own.monitor),
            allowedOr("GREENLINE_TWILIO_PRICING_URL", own.pricing),
            allowedOr("GREENLINE_TWILIO_LOOKUPS_URL", own.lookups)};
}

TwilioClient::TwilioClient(const Needs &needs, const TwilioLogin &login, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_login(login)
{
}

QUrl TwilioClient::accountUrl(const QString &rest) const
{
    return below(m_needs.hosts.api, u"/2010-04-01/Accounts/"_s + m_login.account + rest);
}

void TwilioClient::account(const Then<TwilioAccount> &then)
{
    get(accountUrl(u".json"_s), decodedWith(this, decodeTwilioAccount, then));
}

void TwilioClient::balance(const Then<TwilioBalance> &then)
{
    get(accountUrl(u"/Balance.json"_s), decodedWith(this, decodeTwilioBalance, then));
}

void TwilioClient::numbers(const Then<QList<TwilioNumber>> &then)
{
    QUrl first = accountUrl(u"/IncomingPhoneNumbers.json"_s);
    first.setQuery(u"PageSize=1000"_s);
    readPages(std::make_shared<Reading>(
        Reading{m_needs.hosts.api, first, "incoming_phone_numbers"_L1, [then](const Result<QJsonArray> &all) {
                    then(all ? decodedAll(*all, decodeTwilioNumber) : Result<QList<TwilioNumber>>(all.error()));
                }}));
}

void TwilioClient::number(const QString &sid, const Then<TwilioNumber> &then)
{
    get(accountUrl(u"/IncomingPhoneNumbers/%1.json"_s.arg(sid)), decodedWith(this, decodeTwilioNumber, then));
}

void TwilioClient::application(const QString &sid, const Then<TwilioApplication> &then)
{
    get(accountUrl(u"/Applications/%1.json"_s.arg(sid)), decodedWith(this, decodeTwilioApplication, then));
}

void TwilioClient::services(const Then<QList<TwilioService>> &then)
{
    const QUrl first = below(m_needs.hosts.messaging, u"/v1/Services"_s, {{u"PageSize"_s, u"100"_s}});
    readPages(std::make_shared<Reading>(
        Reading{m_needs.hosts.messaging, first, "services"_L1, [then](const Result<QJsonArray> &all) {
                    then(all ? decodedAll(*all, decodeTwilioService) : Result<QList<TwilioService>>(all.error()));
                }}));
}

void TwilioClient::numbersOfService(const QString &service, const Then<QStringList> &then)
{
    const QUrl first
        = below(m_needs.hosts.messaging, u"/v1/Services/%1/PhoneNumbers"_s.arg(service), {{u"PageSize"_s, u"1000"_s}});
    readPages(std::make_shared<Reading>(
        Reading{m_needs.hosts.messaging, first, "phone_numbers"_L1, [then](const Result<QJsonArray> &all) {
                    if (!all) {
                        then(all.error());
                        return;
                    }
                    QStringList sids;
                    for (const QJsonValue &number : *all) {
                        sids.append(number.toObject().value("sid"_L1).toString());
                    }
                    then(sids);
                }}));
}

void TwilioClient::messagesTo(const QString &number, const Then<QList<TwilioMessage>> &then)
{
    QUrl url = accountUrl(u"/Messages.json"_s);
    url.setQuery(QString::fromLatin1(twilioForm({{u"To"_s, number}, {u"PageSize"_s, u"50"_s}})));
    get(url, {this, [then](const Result<QJsonObject> &page) {
                  then(page ? decodedAll(page->value("messages"_L1).toArray(), decodeTwilioMessage)
                            : Result<QList<TwilioMessage>>(page.error()));
              }});
}

void TwilioClient::message(const QString &sid, const Then<TwilioMessage> &then)
{
    get(accountUrl(u"/Messages/%1.json"_s.arg(sid)), decodedWith(this, decodeTwilioMessage, then));
}

void TwilioClient::alertsSince(const QDateTime &since, const Then<QList<TwilioAlert>> &then)
{
    const QUrl first = below(m_needs.hosts.monitor, u"/v1/Alerts"_s,
                             {{u"StartDate"_s, since.toUTC().toString(Qt::ISODate)}, {u"PageSize"_s, u"100"_s}});
    readPages(std::make_shared<Reading>(
        Reading{m_needs.hosts.monitor, first, "alerts"_L1, [then](const Result<QJsonArray> &all) {
                    then(all ? decodedAll(*all, decodeTwilioAlert) : Result<QList<TwilioAlert>>(all.error()));
                }}));
}

void TwilioClient::changeNumber(const QString &sid, const Fields &fields, const Then<TwilioNumber> &then)
{
    post(accountUrl(u"/IncomingPhoneNumbers/%1.json"_s.arg(sid)), fields, decodedWith(this, decodeTwilioNumber, then));
}

void TwilioClient::changeService(const QString &sid, const Fields &fields, const Then<TwilioService> &then)
{
    post(below(m_needs.hosts.messaging, u"/v1/Services/"_s + sid), fields,
         decodedWith(this, decodeTwilioService, then));
}

void TwilioClient::removeFromService(const QString &service, const QString &number, const Then<Done> &then)
{
    const QUrl url = below(m_needs.hosts.messaging, u"/v1/Services/%1/PhoneNumbers/%2"_s.arg(service, number));
    HttpRequest removal = request("DELETE", url);
    removal.isOnce = true;
    ask(removal,
        {this, [then](const Result<QJsonObject> &answer) { then(answer ? Status(Done()) : Status(answer.error())); }});
}

void TwilioClient::sendMessage(const Fields &fields, const Then<TwilioMessage> &then)
{
    post(accountUrl(u"/Messages.json"_s), fields, decodedWith(this, decodeTwilioMessage, then));
}

HttpRequest TwilioClient::request(const QByteArray &method, const QUrl &url, const QByteArray &body) const
{
    const QString user = m_login.user.isEmpty() ? m_login.account : m_login.user;
    HttpRequest request{.method = method, .url = url, .body = body, .timeout = m_needs.timeout};
    request.headers = {{"Authorization", "Basic " + (user + u':' + m_login.secret).toUtf8().toBase64()},
                       {"Accept", "application/json"}};
    return request;
}

void TwilioClient::get(const QUrl &url, const Then<QJsonObject> &then)
{
    ask(request("GET", url), then);
}

void TwilioClient::post(const QUrl &url, const Fields &fields, const Then<QJsonObject> &then)
{
    HttpRequest change = request("POST", url, twilioForm(fields));
    change.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    change.isOnce = true;
    ask(change, then);
}

void TwilioClient::ask(const HttpRequest &request, const Then<QJsonObject> &then, int attempt)
{
    m_needs.http.send(request,
                      {this, [this, request, then, attempt](const Result<HttpReply> &reply) {
                           const Result<QJsonObject> answer = withoutSecret(
                               reply ? readTwilioAnswer(*reply) : Result<QJsonObject>(reply.error()), m_login.secret);
                           const bool isBusy = !answer && answer.error().kind == Error::Kind::RateLimited
                               && answer.error().retryAfter.value_or(0ms) <= longestWait;
                           if (!isBusy || attempt >= mostAttempts) {
                               then(answer);
                               return;
                           }
                           Backoff pauses(firstPause * (1 << (attempt - 1)), longestPause);
                           m_needs.clock.after(answer.error().retryAfter.value_or(pauses.next()), this,
                                               [this, request, then, attempt] { ask(request, then, attempt + 1); });
                       }});
}

void TwilioClient::readElements(const QUrl &host, const QUrl &first, QLatin1StringView key,
                                const std::function<void(const Result<QJsonArray> &)> &done)
{
    readPages(std::make_shared<Reading>(Reading{host, first, key, done}));
}

void TwilioClient::readPages(const std::shared_ptr<Reading> &reading)
{
    get(reading->next, {this, [this, reading](const Result<QJsonObject> &page) {
                            if (!page) {
                                reading->done(page.error());
                                return;
                            }
                            const QJsonArray elements = page->value(reading->key).toArray();
                            for (const QJsonValue &element : elements) {
                                reading->elements.append(element);
                            }
                            reading->next = nextPage(reading->host, *page);
                            if (reading->next.isEmpty()) {
                                reading->done(reading->elements);
                            } else if (++reading->pages >= mostPages) {
                                reading->done(Error{Error::Kind::Protocol, u"a list without end"_s, {}});
                            } else {
                                readPages(reading);
                            }
                        }});
}

} // namespace greenline
