#include "app/practice/twilioroutes.h"

#include "app/practice/twiliofields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const QString apiRoot = u"/2010-04-01/Accounts/"_s;

const TwilioRoutes &allTwilioRoutes()
{
    static const TwilioRoutes routes = [] {
        TwilioRoutes all;
        for (const TwilioRoutes &some : {twilioAccountRoutes(), twilioNumberRoutes(), twilioShopRoutes(),
                                         twilioMessageRoutes(), twilioServiceRoutes(), twilioMonitorRoutes()}) {
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }();
    return routes;
}

/// The sids of a path that a route's fits; nothing: it does not.
std::optional<QStringList> sidsOf(const QString &path, const QString &pattern)
{
    const QStringList parts = path.split(u'/');
    const QStringList wanted = pattern.split(u'/');
    if (parts.size() != wanted.size()) {
        return {};
    }
    QStringList sids;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (wanted.at(i) == ":"_L1) {
            sids.append(parts.at(i));
        } else if (wanted.at(i) != parts.at(i)) {
            return {};
        }
    }
    return sids;
}

/// Its secret; nothing: there is no such key.
std::optional<QString> secretOfKey(const TwilioState &state, const QString &user)
{
    const QList<QJsonObject> &keys = state.scene.keys;
    const auto key = std::find_if(keys.begin(), keys.end(),
                                  [&user](const QJsonObject &one) { return one.value("sid"_L1).toString() == user; });
    return key == keys.end() ? std::nullopt : std::optional(key->value("secret"_L1).toString());
}

/// What a login that is not right is told; nothing: it is right (twilio.md 1.2).
std::optional<HttpAnswer> refusedLogin(const TwilioState &state, const HttpRequest &request)
{
    const QByteArray header = request.header("Authorization");
    if (!header.startsWith("Basic ")) {
        return twilioRefusal(401, 20003, u"Authentication Error - No credentials provided"_s);
    }
    const QString login = QString::fromUtf8(QByteArray::fromBase64(header.mid(6)));
    const QString user = login.section(u':', 0, 0);
    const QString secret = login.section(u':', 1);
    if (const std::optional<QString> right = secretOfKey(state, user)) {
        // One that is valid may not read accounts, in the words of a wrong secret (twilio.md 1.1).
        const bool isAccount = request.path == apiRoot + state.accountSid + u".json"_s;
        return isAccount || secret != *right ? std::optional(twilioRefusal(401, 20003, u"Authenticate"_s))
                                             : std::nullopt;
    }
    if (user != state.accountSid) {
        return twilioRefusal(401, 20003, u"Authentication Error - invalid username"_s);
    }
    if (secret != state.authToken) {
        return twilioRefusal(401, 20003, u"Authenticate"_s);
    }
    return {};
}

/// Test credentials buy and send, and nothing is bought or sent (twilio.md 1.5).
bool isForTests(const HttpRequest &request)
{
    return request.method == "POST"
        && (request.path.endsWith("/IncomingPhoneNumbers.json"_L1) || request.path.endsWith("/Messages.json"_L1));
}

HttpAnswer dispatched(TwilioCall &call, const QString &path)
{
    for (const TwilioRoute &route : allTwilioRoutes()) {
        const auto sids = sidsOf(path, route.path);
        if (!sids || route.method != call.request.method) {
            continue;
        }
        call.sid = sids->value(0);
        call.lastSid = sids->value(sids->size() - 1);
        return route.handle(call);
    }
    return twilioNotFound(call);
}

} // namespace

HttpAnswer answerTwilio(TwilioState &state, const HttpRequest &request)
{
    if (const auto refused = refusedLogin(state, request)) {
        return *refused;
    }
    if (state.scene.isTestLogin && !isForTests(request)) {
        return twilioRefusal(403, 20008, u"Resource not accessible with Test Account Credentials"_s);
    }
    TwilioCall call{state, request};
    call.form = formDecoded(request.body);
    if (!request.path.startsWith("/2010-04-01/"_L1)) {
        return dispatched(call, request.path);
    }
    if (!request.path.endsWith(".json"_L1)) {
        return {200, "application/xml", "<?xml version='1.0' encoding='UTF-8'?>\n<TwilioResponse/>", {}};
    }
    const QString own = apiRoot + state.accountSid;
    if (!request.path.startsWith(own)) {
        return twilioNotFound(call);
    }
    return dispatched(call, request.path.mid(own.size()).chopped(5));
}

HttpAnswer twilioDocument(const QJsonObject &document, int status)
{
    return {status,
            "application/json",
            QJsonDocument(document).toJson(QJsonDocument::Compact),
            {{"Twilio-Request-Id", newSid(u"RQ"_s).toLatin1()}}};
}

HttpAnswer twilioRefusal(int status, int code, const QString &message)
{
    return {status,
            "application/json",
            twilioError(status, code, message),
            {{"X-Twilio-Error-Code", QByteArray::number(code)}, {"Twilio-Request-Id", newSid(u"RQ"_s).toLatin1()}}};
}

HttpAnswer twilioNotFound(const TwilioCall &call)
{
    return twilioRefusal(404, 20404, u"The requested resource %1 was not found"_s.arg(call.request.path));
}

void applyTwilioForm(const TwilioCall &call, TwilioRecords &records, const QString &resource, const QString &sid,
                     const QStringList &known)
{
    const QJsonObject before = records.find(sid);
    for (const auto &[name, value] : call.form) {
        QString field;
        for (const QChar letter : name) {
            if (letter.isUpper() && !field.isEmpty()) {
                field += u'_';
            }
            field += letter.toLower();
        }
        if (!known.contains(field)) {
            continue;
        }
        const QJsonValue from = before.value(field);
        QJsonValue to = value;
        if (from.isBool()) {
            to = value.compare("true"_L1, Qt::CaseInsensitive) == 0;
        } else if (value.isEmpty() && from.isNull()) {
            to = from; // what is unset in this field's own way stays so
        }
        records.set(sid, field, to);
        call.state.noteChange(resource + u'/' + sid, field, from, to);
    }
}

} // namespace greenline::practice
