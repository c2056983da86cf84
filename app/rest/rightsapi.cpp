#include "app/rest/rightsapi.h"

#include "app/rest/answers.h"
#include "app/rest/publicsettings.h"
#include "app/wire/rightscodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Result<QSet<QString>> grantedTo(const QStringList &roles, const QJsonObject &answer)
{
    const Result<QJsonArray> permissions = requiredList(answer, "update"_L1);
    if (!permissions) {
        return permissions.error();
    }
    QSet<QString> granted;
    for (const QJsonValue &element : *permissions) {
        const QStringList holders = optionalStrings(element.toObject(), "roles"_L1);
        const bool isMine = std::any_of(holders.begin(), holders.end(),
                                        [&roles](const QString &role) { return roles.contains(role); });
        if (isMine) {
            granted.insert(optionalString(element.toObject(), "_id"_L1));
        }
    }
    return granted;
}

QSet<QString> modulesIn(const QJsonArray &names)
{
    QSet<QString> modules;
    for (const QJsonValue &name : names) {
        modules.insert(name.toString());
    }
    modules.remove(QString());
    return modules;
}

/// A community build has neither the route nor the method.
bool isWithoutLicences(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.code == "404"_L1;
}

} // namespace

void RightsApi::permissions(const QStringList &roles, const Then<QSet<QString>> &then)
{
    RestCall call;
    call.path = u"permissions.listAll"_s;
    m_rest.send(call, decodedBy(m_rest, then, [roles](const QJsonObject &answer) { return grantedTo(roles, answer); }));
}

void RightsApi::modules(const Then<QSet<QString>> &then)
{
    const auto ask = [&rest = m_rest](const Route &route, const Then<QSet<QString>> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            rest.callMethod(route.path, {}, {&rest, [answer](const Result<QJsonValue> &names) {
                                                 answer(names ? Result(modulesIn(names->toArray())) : names.error());
                                             }});
            return;
        }
        RestCall call;
        call.path = route.path;
        rest.send(call, decodedBy(rest, answer, [](const QJsonObject &object) {
                      return modulesIn(object.value("license"_L1).toObject().value("activeModules"_L1).toArray());
                  }));
    };
    askByRoute<QSet<QString>>(m_rest, m_features, Action::ReadLicence, ask,
                              {&m_rest, [then](const Result<QSet<QString>> &modules) {
                                   const bool hasNone = !modules && isWithoutLicences(modules.error());
                                   then(hasNone ? Result(QSet<QString>()) : modules);
                               }});
}

void RightsApi::switches(const QStringList &ids, const Then<QHash<QString, bool>> &then)
{
    readPublicSettings(m_rest, m_features, {ids},
                       {&m_rest, [then](const Result<QHash<QString, QJsonValue>> &values) {
                            if (!values) {
                                then(values.error());
                                return;
                            }
                            QHash<QString, bool> switches;
                            for (auto value = values->cbegin(); value != values->cend(); ++value) {
                                switches.insert(value.key(), isSwitchedOn(value.key(), value.value()));
                            }
                            then(switches);
                        }});
}

} // namespace greenline
