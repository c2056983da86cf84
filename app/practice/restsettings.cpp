#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QJsonObject shownSetting(const QJsonObject &setting, bool withDefault)
{
    QJsonObject shown = only(setting, {u"_id"_s, u"value"_s});
    shown.insert(u"enterprise"_s, false);
    if (withDefault) {
        shown.insert(u"packageValue"_s, setting.value("value"_L1));
    }
    return shown;
}

/// The ids a caller asks for: _id=a,b from 7.0 on, before a MongoDB query {"_id":{"$in":[…]}} or {"_id":"a"}. Nothing:
/// all.
std::optional<QStringList> wantedIds(const RestCall &call)
{
    if (!call.isBefore(7, 0)) {
        const QString ids = call.query(u"_id"_s);
        return ids.isEmpty() ? std::nullopt : std::optional(ids.split(u','));
    }
    const QJsonValue id = QJsonDocument::fromJson(call.query(u"query"_s).toUtf8()).object().value("_id"_L1);
    if (id.isString()) {
        return QStringList{id.toString()};
    }
    if (!id.isObject()) {
        return {};
    }
    QStringList ids;
    const QJsonArray list = id.toObject().value("$in"_L1).toArray();
    for (const QJsonValue &one : list) {
        ids.append(one.toString());
    }
    return ids;
}

QJsonArray settingRows(const State &state, const RestCall &call, bool onlyPublic)
{
    const auto wanted = wantedIds(call);
    const bool withDefault = call.query(u"includeDefaults"_s) == "true"_L1;
    QList<QJsonObject> found = state.documents.settings.where([&](const QJsonObject &setting) {
        return (!onlyPublic || setting.value("public"_L1).toBool())
            && (!wanted || wanted->contains(setting.value("_id"_L1).toString()));
    });
    std::sort(found.begin(), found.end(),
              [](const auto &a, const auto &b) { return a.value("_id"_L1).toString() < b.value("_id"_L1).toString(); });
    QJsonArray rows;
    for (const QJsonObject &setting : found) {
        rows.append(shownSetting(setting, withDefault));
    }
    return rows;
}

void answerPublicSettings(State &state, const CallPtr &call)
{
    answerPage(*call, u"settings"_s, settingRows(state, *call, true));
}

void answerSettings(State &state, const CallPtr &call)
{
    answerPage(*call, u"settings"_s,
               settingRows(state, *call, !state.access.may(call->userId, u"view-privileged-setting"_s)));
}

void answerSetting(State &state, const CallPtr &call)
{
    const QJsonObject setting = state.documents.settings.find(call->capture());
    if (!setting.isEmpty()) {
        call->answer(only(setting, {u"_id"_s, u"value"_s}));
    } else if (call->isBefore(5, 0)) {
        call->answer({}); // 3.11.6, rest/02
    } else {
        call->answerBare(400, {{u"success"_s, false}});
    }
}

/// The second factor of a protected call, in headers; answers the call itself when it is missing or wrong.
bool isConfirmed(State &state, const CallPtr &call, bool isRemembered)
{
    const QString code = QString::fromLatin1(call->request.header("x-2fa-code"));
    if (const Refused refused = state.accounts.confirm(call->userId, call->token, code, isRemembered)) {
        call->refuse(*refused);
        return false;
    }
    return true;
}

void changeSetting(State &state, const QString &id, const QJsonValue &value)
{
    const QJsonValue before = state.settings.value(id);
    if (before != value) {
        state.settingChanges.append(QJsonObject{{u"setting"_s, id},
                                                {u"from"_s, before},
                                                {u"to"_s, value},
                                                {u"at"_s, state.clock.now().toString(Qt::ISODateWithMs)}});
    }
    state.settings.set(id, value);
    state.streams.setting(state.documents.settings.find(id));
}

void answerSetSetting(State &state, const CallPtr &call)
{
    const QString id = call->capture();
    if (!isConfirmed(state, call, true)) {
        return;
    }
    if (!state.documents.settings.contains(id) || !call->body.contains("value"_L1)) {
        call->answerBare(400, {{u"success"_s, false}});
        return;
    }
    changeSetting(state, id, call->body.value("value"_L1));
    call->answer({});
}

/// All or nothing, and never on a remembered code (8.6).
void answerSetSettings(State &state, const CallPtr &call)
{
    if (!isConfirmed(state, call, false)) {
        return;
    }
    const QJsonArray wanted = call->body.value("settings"_L1).toArray();
    QJsonArray unknown;
    for (const QJsonValue &setting : wanted) {
        const QString id = setting.toObject().value("_id"_L1).toString();
        if (!state.documents.settings.contains(id)) {
            unknown.append(id);
        }
    }
    if (!unknown.isEmpty()) {
        call->refuse(u"error-action-not-allowed"_s, u"Editing settings is not allowed"_s, {{u"settingIds"_s, unknown}});
        return;
    }
    for (const QJsonValue &setting : wanted) {
        changeSetting(state, setting.toObject().value("_id"_L1).toString(), setting.toObject().value("value"_L1));
    }
    call->answer({});
}

QJsonArray permissionRows(const State &state, const QDateTime &since)
{
    QJsonArray rows;
    const QList<QJsonObject> permissions = state.documents.permissions.all();
    for (const QJsonObject &permission : permissions) {
        if (!since.isValid() || dateOf(permission.value("_updatedAt"_L1)) > since) {
            rows.append(permission);
        }
    }
    return rows;
}

void answerPermissions(State &state, const CallPtr &call)
{
    const QString asked = call->query(u"updatedSince"_s);
    const QDateTime since = dateOf(asked);
    if (!asked.isEmpty() && !since.isValid()) {
        call->refuse(u"error-roomId-param-invalid"_s, u"The \"updatedSince\" query parameter must be a valid date."_s);
        return;
    }
    call->answer({{u"update"_s, permissionRows(state, since)}, {u"remove"_s, QJsonArray()}});
}

void answerChangePermissions(State &state, const CallPtr &call)
{
    const QJsonArray wanted = call->body.value("permissions"_L1).toArray();
    for (const QJsonValue &permission : wanted) {
        const QJsonObject given = permission.toObject();
        state.streams.permission(
            state.documents.permissions.change(given.value("_id"_L1).toString(), only(given, {u"roles"_s})));
    }
    call->answer({{u"permissions"_s, permissionRows(state, {})}});
}

/// Of nothing is there too much here.
QJsonObject licenceLimits(const State &state, const RestCall &call)
{
    if (!state.access.may(call.userId, u"view-privileged-setting"_s)) {
        return {};
    }
    QJsonObject limit{{u"max"_s, -1}};
    if (call.query(u"loadValues"_s) == "true"_L1) {
        limit.insert(u"value"_s, 0);
    }
    QJsonObject limits;
    for (const QString &name :
         {u"activeUsers"_s, u"guestUsers"_s, u"privateApps"_s, u"marketplaceApps"_s, u"monthlyActiveContacts"_s}) {
        limits.insert(name, limit);
    }
    return limits;
}

/// Everybody learns the modules, an administrator the limits, too (7.7.1, ee_code_no_licence rest/66).
void answerLicence(State &state, const CallPtr &call)
{
    const QJsonObject prevented{{u"activeUsers"_s, false},     {u"guestUsers"_s, false},
                                {u"roomsPerGuest"_s, false},   {u"privateApps"_s, false},
                                {u"marketplaceApps"_s, false}, {u"monthlyActiveContacts"_s, false}};
    QJsonObject licence{{u"activeModules"_s, QJsonArray::fromStringList(state.modules())},
                        {u"externalModules"_s, QJsonArray()},
                        {u"preventedActions"_s, prevented},
                        {u"limits"_s, licenceLimits(state, *call)},
                        {u"tags"_s, QJsonArray()},
                        {u"trial"_s, false}};
    if (!state.isBefore(8, 0)) {
        licence.insert(u"hasValidLicense"_s, state.hasLicence());
    }
    call->answer({{u"license"_s, licence}});
}

void answerOldLicence(State &state, const CallPtr &call)
{
    QJsonArray licences;
    if (state.hasLicence()) {
        licences.append(QJsonObject{{u"modules"_s, QJsonArray::fromStringList(state.modules())}});
    }
    call->answer({{u"licenses"_s, licences}});
}

} // namespace

MethodAnswer saveSettings(State &state, const RestCall &call, const QJsonArray &params)
{
    const QJsonValue undefined(QJsonValue::Undefined);
    if (!state.access.may(call.userId, u"edit-privileged-setting"_s)) {
        return {undefined, Refusal{u"error-action-not-allowed"_s, u"Editing settings is not allowed"_s}};
    }
    const QString code = params.at(1).toObject().value("twoFactorCode"_L1).toString();
    if (const Refused refused = state.accounts.confirm(call.userId, call.token, code)) {
        return {undefined, refused};
    }
    const QJsonArray wanted = params.at(0).toArray();
    for (const QJsonValue &setting : wanted) {
        changeSetting(state, setting.toObject().value("_id"_L1).toString(), setting.toObject().value("value"_L1));
    }
    return {true};
}

RestRoutes settingRoutes()
{
    constexpr auto anyone = RestRoute::Caller::Anyone;
    constexpr auto editors = "edit-privileged-setting"_L1;
    return {
        {.path = "settings.public"_L1,
         .handle = answerPublicSettings,
         .caller = anyone,
         .query = "page _id? query? fields?"_L1},
        {.path = "settings"_L1, .handle = answerSettings, .query = "page includeDefaults? fields? query?"_L1},
        {.path = "settings/:id"_L1, .handle = answerSetting, .permissions = "view-privileged-setting"_L1},
        {.verb = "POST", .path = "settings/:id"_L1, .handle = answerSetSetting, .permissions = editors},
        {.verb = "POST",
         .path = "settings"_L1,
         .handle = answerSetSettings,
         .permissions = editors,
         .body = "settings!a"_L1,
         .since = {8, 6}},
        {.path = "permissions.listAll"_L1, .handle = answerPermissions, .query = "updatedSince?"_L1},
        {.verb = "POST",
         .path = "permissions.update"_L1,
         .handle = answerChangePermissions,
         .permissions = "access-permissions"_L1,
         .body = "permissions!a"_L1},
        {.path = "licenses.get"_L1,
         .handle = answerOldLicence,
         .permissions = "view-privileged-setting"_L1,
         .until = {7, 0}},
        {.path = "licenses.info"_L1,
         .handle = answerLicence,
         .query = "loadValues?"_L1,
         .since = {6, 5},
         .until = {7, 12},
         .edition = RestRoute::Edition::EnterpriseCode},
        {.path = "licenses.info"_L1, .handle = answerLicence, .query = "loadValues?"_L1, .since = {7, 12}},
    };
}

} // namespace greenline::practice
