#include "app/practice/twiliostate.h"

#include "app/practice/twiliodefaults.h"
#include "app/practice/twiliofields.h"

#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QJsonObject overlaid(QJsonObject record, const QJsonObject &given)
{
    for (auto field = given.begin(); field != given.end(); ++field) {
        record.insert(field.key(), field.value());
    }
    return record;
}

QString sidOf(const QJsonObject &record)
{
    return record.value("sid"_L1).toString();
}

QString sidOr(const QJsonObject &given, const QString &prefix)
{
    const QString sid = sidOf(given);
    return sid.isEmpty() ? newSid(prefix) : sid;
}

} // namespace

QJsonObject TwilioRecords::find(const QString &sid) const
{
    return first("sid"_L1, sid);
}

QJsonObject TwilioRecords::first(QLatin1StringView field, const QString &value) const
{
    for (const QJsonObject &record : m_all) {
        if (record.value(field).toString() == value) {
            return record;
        }
    }
    return {};
}

void TwilioRecords::set(const QString &sid, const QString &field, const QJsonValue &value)
{
    for (QJsonObject &record : m_all) {
        if (sidOf(record) == sid) {
            record.insert(field, value);
        }
    }
}

void TwilioRecords::remove(const QString &sid)
{
    m_all.removeIf([&sid](const QJsonObject &record) { return sidOf(record) == sid; });
}

TwilioState::TwilioState(const QString &sid, const QString &token, Clock &time)
    : accountSid(sid)
    , authToken(token)
    , clock(time)
{
    TwilioScene plain;
    plain.acceptsStrangers = true;
    play(plain);
}

void TwilioState::play(const TwilioScene &wanted)
{
    scene = wanted;
    account = overlaid(plainAccount(accountSid, authToken, rfcDate()), wanted.account);
    numbers = applications = services = verifications = offers = messages = alerts = {};
    changes.clear();
    for (const QJsonObject &given : wanted.numbers) {
        addNumber(given);
    }
    for (const QJsonObject &given : wanted.applications) {
        applications.add(overlaid(plainApplication(accountSid, sidOr(given, u"AP"_s), rfcDate()), given));
    }
    for (const QJsonObject &given : wanted.services) {
        addService(given);
    }
    for (const QJsonObject &given : wanted.verifications) {
        const QJsonObject number = numbers.first("phone_number"_L1, given.value("phone_number"_L1).toString());
        QJsonObject made{{u"sid"_s, sidOr(given, u"HH"_s)},
                         {u"account_sid"_s, accountSid},
                         {u"tollfree_phone_number_sid"_s, sidOf(number)},
                         {u"status"_s, u"PENDING_REVIEW"_s}};
        verifications.add(overlaid(made, given));
    }
    const QList<QJsonObject> sale = wanted.offers.isEmpty() ? plainOffers() : wanted.offers;
    for (const QJsonObject &given : sale) {
        offers.add(overlaid(plainOffer(given), given));
    }
    for (const QJsonObject &given : wanted.messages) {
        messages.add(overlaid(plainMessage(accountSid, sidOr(given, u"SM"_s), rfcDate()), given));
    }
    for (const QJsonObject &given : wanted.alerts) {
        alerts.add(overlaid(plainAlert(accountSid, sidOr(given, u"NO"_s), isoDate()), given));
    }
}

QJsonObject TwilioState::addNumber(const QJsonObject &given)
{
    const QJsonObject made = overlaid(
        plainNumber(accountSid, sidOr(given, u"PN"_s), given.value("phone_number"_L1).toString(), rfcDate()), given);
    numbers.add(made);
    return made;
}

QJsonObject TwilioState::addService(const QJsonObject &given)
{
    QJsonObject made = overlaid(plainService(accountSid, sidOr(given, u"MG"_s), isoDate()), given);
    QJsonArray members;
    const QJsonArray wanted = given.value("numbers"_L1).toArray();
    for (const QJsonValue &one : wanted) {
        const QJsonObject number = numbers.first("phone_number"_L1, one.toString());
        members.append(number.isEmpty() ? one.toString() : sidOf(number));
    }
    made.insert(u"numbers"_s, members);
    services.add(made);
    return made;
}

void TwilioState::addAlert(const QString &message, int code, int httpStatus, const QString &url)
{
    // The text is a form in itself, and tells the status (twilio.md 5).
    const Fields text{{u"Msg"_s, u"HTTP retrieval failure"_s},
                      {u"LogLevel"_s, u"ERROR"_s},
                      {u"sourceComponent"_s, u"14100"_s},
                      {u"httpResponse"_s, QString::number(httpStatus)},
                      {u"url"_s, url},
                      {u"ErrorCode"_s, QString::number(code)},
                      {u"EmailNotification"_s, u"false"_s}};
    QJsonObject alert = plainAlert(accountSid, newSid(u"NO"_s), isoDate());
    alert.insert(u"error_code"_s, QString::number(code));
    alert.insert(u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(code));
    alert.insert(u"resource_sid"_s, message);
    alert.insert(u"request_url"_s, url);
    alert.insert(u"request_method"_s, u"POST"_s);
    alert.insert(u"alert_text"_s, QString::fromLatin1(formEncoded(text).replace("%20", "+")));
    alerts.add(alert);
}

QJsonObject TwilioState::serviceOf(const QString &numberSid) const
{
    for (const QJsonObject &service : services.all()) {
        if (service.value("numbers"_L1).toArray().contains(numberSid)) {
            return service;
        }
    }
    return {};
}

void TwilioState::noteChange(const QString &resource, const QString &field, const QJsonValue &from,
                             const QJsonValue &to)
{
    if (from != to) {
        changes.append({resource, field, from, to, clock.now()});
    }
}

QString TwilioState::rfcDate() const
{
    return QLocale::c().toString(clock.now(), u"ddd, dd MMM yyyy HH:mm:ss +0000"_s);
}

QString TwilioState::isoDate() const
{
    return clock.now().toString(Qt::ISODate);
}

} // namespace greenline::practice
