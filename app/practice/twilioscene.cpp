#include "app/practice/twilioscene.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

using MischiefKind = TwilioMischief::Kind;

struct NamedMischief {
    QLatin1StringView name;
    MischiefKind kind;
};

constexpr std::array mischiefNames{
    NamedMischief{"refuse"_L1, MischiefKind::Refuse},     NamedMischief{"busy"_L1, MischiefKind::Busy},
    NamedMischief{"trouble"_L1, MischiefKind::Trouble},   NamedMischief{"hang"_L1, MischiefKind::Hang},
    NamedMischief{"reset"_L1, MischiefKind::Reset},       NamedMischief{"truncated"_L1, MischiefKind::Truncated},
    NamedMischief{"html"_L1, MischiefKind::Html},         NamedMischief{"bad-json"_L1, MischiefKind::BadJson},
    NamedMischief{"redirect"_L1, MischiefKind::Redirect}, NamedMischief{"slow"_L1, MischiefKind::Slow},
};

QList<QJsonObject> sceneObjects(const QJsonObject &scene, QLatin1StringView key)
{
    QList<QJsonObject> objects;
    const QJsonArray array = scene.value(key).toArray();
    for (const QJsonValue &element : array) {
        objects.append(element.toObject());
    }
    return objects;
}

} // namespace

TwilioMischief TwilioMischief::fromJson(const QJsonObject &object)
{
    TwilioMischief mischief;
    const QString name = object.value("kind"_L1).toString();
    for (const NamedMischief &named : mischiefNames) {
        if (named.name == name) {
            mischief.kind = named.kind;
        }
    }
    mischief.path = object.value("path"_L1).toString();
    mischief.method = object.value("method"_L1).toString();
    mischief.count = object.value("count"_L1).toInt(mischief.count);
    mischief.isDone = object.value("isDone"_L1).toBool();
    mischief.status = object.value("status"_L1).toInt(mischief.status);
    mischief.code = object.value("code"_L1).toInt(mischief.code);
    mischief.message = object.value("message"_L1).toString(u"Authenticate"_s);
    mischief.retryAfter = object.value("retryAfter"_L1).toInt(mischief.retryAfter);
    mischief.delay = object.value("delay"_L1).toInt();
    mischief.location = object.value("location"_L1).toString();
    return mischief;
}

TwilioScene TwilioScene::fromJson(const QJsonObject &object)
{
    TwilioScene scene;
    scene.account = object.value("account"_L1).toObject();
    scene.balance = object.value("balance"_L1).toString(scene.balance);
    scene.currency = object.value("currency"_L1).toString(scene.currency);
    scene.keys = sceneObjects(object, "keys"_L1);
    scene.numbers = sceneObjects(object, "numbers"_L1);
    scene.applications = sceneObjects(object, "applications"_L1);
    scene.services = sceneObjects(object, "services"_L1);
    const QJsonArray callers = object.value("callers"_L1).toArray();
    for (const QJsonValue &caller : callers) {
        scene.callers.append(caller.toString());
    }
    scene.verifications = sceneObjects(object, "verifications"_L1);
    scene.offers = sceneObjects(object, "offers"_L1);
    scene.alerts = sceneObjects(object, "alerts"_L1);
    scene.messages = sceneObjects(object, "messages"_L1);
    scene.outcomes = object.value("outcomes"_L1).toObject();
    const QList<QJsonObject> faults = sceneObjects(object, "faults"_L1);
    for (const QJsonObject &fault : faults) {
        scene.faults.append(TwilioMischief::fromJson(fault));
    }
    scene.isTestLogin = object.value("isTestLogin"_L1).toBool();
    scene.sendsTemplatesOnly = object.value("sendsTemplatesOnly"_L1).toBool();
    scene.pageSize = qBound(1, object.value("pageSize"_L1).toInt(scene.pageSize), 1000);
    scene.acceptsStrangers = object.value("acceptsStrangers"_L1).toBool();
    return scene;
}

} // namespace greenline::practice
