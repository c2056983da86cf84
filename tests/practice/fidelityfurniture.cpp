#include "fidelityfurniture.h"

#include "app/practice/state.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace greenline::practice;

namespace {

QString idOf(const QJsonObject &document)
{
    return document.value("_id"_L1).toString();
}

void clear(Collection &collection)
{
    const QList<QJsonObject> documents = collection.all();
    for (const QJsonObject &document : documents) {
        collection.remove(idOf(document));
    }
}

void join(State &state, const QString &username, const QString &department)
{
    state.documents.departmentAgents.insert({{u"agentId"_s, state.accounts.userIdOf(username)},
                                             {u"username"_s, username},
                                             {u"departmentEnabled"_s, true},
                                             {u"departmentId"_s, department},
                                             {u"count"_s, 0},
                                             {u"order"_s, 0}});
}

void addPeople(State &state)
{
    for (const QString &username : {u"ana"_s, u"tom"_s, u"maria"_s}) {
        state.documents.users.remove(state.accounts.userIdOf(username));
    }
    for (const QString &username : {u"agent1"_s, u"agent2"_s}) {
        state.accounts.addUser(username, username, {u"user"_s, u"livechat-agent"_s});
    }
    for (const QString &username : {u"agent1"_s, u"agent2"_s, u"admin"_s}) {
        const QJsonObject email{{u"address"_s, QString(username + u"@example.com"_s)}, {u"verified"_s, true}};
        state.documents.users.change(state.accounts.userIdOf(username), {{u"emails"_s, QJsonArray{email}}});
    }
}

} // namespace

void furnishAsRecorded(State &state)
{
    clear(state.documents.departmentAgents);
    clear(state.documents.visitors);
    addPeople(state);
    const QString support = idOf(state.documents.departments.all().first());
    join(state, u"agent1"_s, support);
    join(state, u"agent2"_s, support);
    if (state.isBefore(5, 0)) { // the newer one may have only one department without a licence
        const QJsonObject sales = state.documents.departments.insert({{u"name"_s, u"Sales"_s},
                                                                      {u"enabled"_s, true},
                                                                      {u"showOnRegistration"_s, false},
                                                                      {u"showOnOfflineForm"_s, false},
                                                                      {u"email"_s, u"sales@example.com"_s},
                                                                      {u"numAgents"_s, 1}});
        join(state, u"agent2"_s, idOf(sales));
        state.settings.set(u"SMS_Default_Omnichannel_Department"_s, QString());
    }
    state.settings.set(u"FileUpload_Enable_json_web_token_for_files"_s, false);
}
