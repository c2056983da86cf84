#include "app/practice/seed.h"

#include "app/practice/customers.h"
#include "app/practice/document.h"
#include "app/practice/seeddefaults.h"
#include "app/practice/state.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString seedDepartment(State &state, const QString &name, const QStringList &agents)
{
    const QJsonObject made = state.documents.departments.insert({{u"name"_s, name},
                                                                 {u"description"_s, u"Answers text messages"_s},
                                                                 {u"enabled"_s, true},
                                                                 {u"showOnRegistration"_s, true},
                                                                 {u"showOnOfflineForm"_s, true},
                                                                 {u"email"_s, name.toLower() + u"@practice.example"_s},
                                                                 {u"numAgents"_s, static_cast<int>(agents.size())}});
    const QString id = made.value("_id"_L1).toString();
    for (const QString &agent : agents) {
        state.documents.departmentAgents.insert(
            {{u"agentId"_s, agent},
             {u"username"_s, state.documents.users.find(agent).value("username"_L1)},
             {u"departmentId"_s, id},
             {u"departmentEnabled"_s, true},
             {u"count"_s, 0},
             {u"order"_s, 0}});
    }
    return id;
}

void seedUsers(State &state)
{
    const QString ana = state.accounts.addUser(u"ana"_s, u"Ana Duarte"_s, {u"user"_s, u"livechat-agent"_s});
    const QString tom = state.accounts.addUser(u"tom"_s, u"Tom Becker"_s, {u"user"_s, u"livechat-agent"_s});
    state.accounts.addUser(u"maria"_s, u"Maria Rossi"_s, {u"user"_s, u"livechat-manager"_s});
    state.accounts.addUser(u"admin"_s, u"Alex Admin"_s, {u"user"_s, u"admin"_s});
    if (!state.options.hasDepartment) {
        return;
    }
    const QString department = seedDepartment(state, u"Support"_s, {ana, tom});
    for (const QString &name : state.options.moreDepartments) {
        seedDepartment(state, name, {tom});
    }
    state.settings.set(u"SMS_Default_Omnichannel_Department"_s, department);
}

void seedCustomers(State &state)
{
    for (const Person &person : practicePeople()) {
        if (person.savedName.isEmpty()) {
            continue;
        }
        const QString number = person.number;
        const QJsonArray phones{QJsonObject{{u"phoneNumber"_s, number}}};
        state.documents.visitors.insert({{u"username"_s, number.mid(1)},
                                         {u"name"_s, person.savedName.toString()},
                                         {u"status"_s, u"online"_s},
                                         {u"ts"_s, dateValue(state.clock.now())},
                                         {u"token"_s, newDocumentId()},
                                         {u"phone"_s, phones}});
        if (!state.isBefore(7, 0)) {
            state.documents.contacts.insert({{u"createdAt"_s, dateValue(state.clock.now())},
                                             {u"name"_s, person.savedName.toString()},
                                             {u"phones"_s, phones},
                                             {u"channels"_s, QJsonArray{}},
                                             {u"customFields"_s, QJsonObject{}},
                                             {u"unknown"_s, false},
                                             {u"preRegistration"_s, false}});
        }
    }
}

/// Settings that come with the licence; agents see them (rocketchat-wire.md 2.7).
void seedOnHold(State &state)
{
    if (!state.hasLicence() || state.isBefore(3, 13)) {
        return;
    }
    for (const QString &id :
         {u"Livechat_allow_manual_on_hold"_s, u"Livechat_allow_manual_on_hold_upon_agent_engagement_only"_s}) {
        state.documents.settings.insert(
            {{u"_id"_s, id}, {u"value"_s, true}, {u"public"_s, true}, {u"secret"_s, false}});
    }
}

void seedEnterprise(State &state)
{
    for (const QString &name : {u"billing"_s, u"delivery"_s, u"returns"_s, u"thanks"_s}) {
        state.documents.tags.insert({{u"name"_s, name},
                                     {u"description"_s, QString()},
                                     {u"departments"_s, QJsonArray{}},
                                     {u"numDepartments"_s, 0}});
    }
    const QJsonObject admin = state.documents.users.first(u"username"_s, u"admin"_s);
    const auto addResponse = [&](const QString &shortcut, const QString &text) {
        state.documents.cannedResponses.insert({{u"shortcut"_s, shortcut},
                                                {u"text"_s, text},
                                                {u"scope"_s, u"global"_s},
                                                {u"tags"_s, QJsonArray{}},
                                                {u"userId"_s, admin.value("_id"_L1)},
                                                {u"createdBy"_s, only(admin, {u"_id"_s, u"username"_s})},
                                                {u"_createdAt"_s, dateValue(state.clock.now())}});
    };
    addResponse(u"hello"_s, u"Hello! How can I help you?"_s);
    addResponse(u"moment"_s, u"One moment please, I am looking into it."_s);
    addResponse(u"greet"_s, u"Hello, this is {{agent.name}}. How can I help you with {{contact.phone}}?"_s);
    addResponse(u"bye"_s, u"Thank you for writing. Have a good day!"_s);
}

} // namespace

void seed(State &state)
{
    for (const DefaultSetting &setting : defaultSettings()) {
        state.documents.settings.insert({{u"_id"_s, QString(setting.id)},
                                         {u"value"_s, setting.value},
                                         {u"public"_s, setting.exposure == DefaultSetting::Exposure::Public},
                                         {u"secret"_s, setting.exposure == DefaultSetting::Exposure::Secret}});
    }
    for (const DefaultPermission &permission : defaultPermissions()) {
        if (state.release < permission.since) {
            continue;
        }
        const QStringList roles = QString(permission.roles).split(u' ');
        state.documents.permissions.insert(
            {{u"_id"_s, QString(permission.id)}, {u"roles"_s, QJsonArray::fromStringList(roles)}});
    }
    state.settings.set(u"Livechat_Routing_Method"_s,
                       state.options.routing == Routing::Manual ? u"Manual_Selection"_s : u"Auto_Selection"_s);
    seedUsers(state);
    seedCustomers(state);
    seedEnterprise(state);
    seedOnHold(state);
}

} // namespace greenline::practice
