#include "app/practice/practicescene.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto numberSid = "PN00000000000000000000000000000001"_L1;
constexpr auto serviceSid = "MG00000000000000000000000000000001"_L1;
constexpr auto demoUrl = "https://demo.twilio.com/welcome/sms/reply/"_L1;

QJsonObject ownedNumber(const QString &number, const QString &smsUrl)
{
    return {{u"sid"_s, QString(numberSid)}, {u"phone_number"_s, number}, {u"sms_url"_s, smsUrl}};
}

QJsonObject registeredService(const QJsonArray &numbers)
{
    return {{u"sid"_s, QString(serviceSid)},
            {u"friendly_name"_s, u"Support texts"_s},
            {u"use_inbound_webhook_on_number"_s, true},
            {u"us_app_to_person_registered"_s, true},
            {u"campaign"_s, QJsonObject{{u"campaign_status"_s, u"VERIFIED"_s}}},
            {u"numbers"_s, numbers}};
}

} // namespace

TwilioScene readyScene(const QString &number, const QUrl &webhook)
{
    TwilioScene scene;
    scene.numbers = {ownedNumber(number, webhook.toString())};
    scene.services = {registeredService({number})};
    scene.acceptsStrangers = true;
    return scene;
}

TwilioScene untouchedScene(const QString &number)
{
    TwilioScene scene;
    scene.numbers = {ownedNumber(number, demoUrl)};
    scene.services = {registeredService({})};
    return scene;
}

} // namespace greenline::practice
