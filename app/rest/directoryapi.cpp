#include "app/rest/directoryapi.h"

#include "app/rest/answers.h"
#include "app/rest/authapi.h"
#include "app/rest/publicsettings.h"
#include "app/wire/agentcodec.h"
#include "app/wire/contactcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const QStringList &ruleSettings()
{
    static const QStringList ids{u"Livechat_enabled"_s, u"Livechat_request_comment_when_closing_conversation"_s,
                                 u"UI_Use_Real_Name"_s, u"Site_Name"_s};
    return ids;
}

WorkspaceRules rulesOf(const QHash<QString, QJsonValue> &settings)
{
    WorkspaceRules rules;
    rules.omnichannelEnabled = settings.value(ruleSettings().at(0)).toBool(rules.omnichannelEnabled);
    rules.closingNeedsComment = settings.value(ruleSettings().at(1)).toBool(rules.closingNeedsComment);
    rules.usesRealNames = settings.value(ruleSettings().at(2)).toBool(rules.usesRealNames);
    rules.siteName = settings.value(ruleSettings().at(3)).toString();
    return rules;
}

Result<QSet<DepartmentId>> enabledDepartments(const QJsonObject &answer)
{
    const Result<QJsonArray> rows = requiredList(answer, "departments"_L1);
    if (!rows) {
        return rows.error();
    }
    QSet<DepartmentId> departments;
    for (const QJsonValue &row : *rows) {
        const QString id = optionalString(row.toObject(), "departmentId"_L1);
        if (!id.isEmpty() && optionalBool(row.toObject(), "departmentEnabled"_L1, true)) {
            departments.insert({id});
        }
    }
    return departments;
}

/// No licence, no such code, or not for agents: then there are no tags to choose from.
bool isWithoutTags(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden
        || error.code == "error-action-not-allowed"_L1;
}

QStringList namesOf(const QJsonArray &tags)
{
    QStringList names;
    for (const QJsonValue &tag : tags) {
        const QString name = optionalString(tag.toObject(), "name"_L1);
        if (!name.isEmpty()) {
            names.append(name);
        }
    }
    return names;
}

void availabilityByRoute(RestClient &rest, const Route &route, Availability wanted, const Then<Availability> &then)
{
    RestCall call;
    call.verb = route.verb;
    call.path = route.path;
    call.awaitedIn = RoomId();
    // Without a status it would toggle.
    call.body = {{u"status"_s, wanted == Availability::Available ? u"available"_s : u"not-available"_s}};
    rest.send(call, decodedBy(rest, then, [](const QJsonObject &answer) {
                  return availabilityNamed(optionalString(answer, "status"_L1));
              }));
}

void ownAvailability(RestClient &rest, const Then<Availability> &then)
{
    AuthApi(rest).me({&rest, [then](const Result<Agent> &me) { then(me ? Result(me->availability) : me.error()); }});
}

/// The method only toggles, so it is asked for when the agent is not yet what they want to be.
void availabilityByMethod(RestClient &rest, const Route &route, Availability wanted, const Then<Availability> &then)
{
    ownAvailability(rest, {&rest, [&rest, method = route.path, wanted, then](const Result<Availability> &present) {
                               if (!present || *present == wanted) {
                                   then(present);
                                   return;
                               }
                               rest.callMethod(method, {},
                                               {&rest,
                                                [&rest, then](const Result<QJsonValue> &toggled) {
                                                    if (!toggled) {
                                                        then(toggled.error());
                                                        return;
                                                    }
                                                    ownAvailability(rest, then);
                                                }},
                                               {.awaitedIn = RoomId()});
                           }});
}

} // namespace

void DirectoryApi::departments(const Then<QList<Department>> &then)
{
    RestCall call;
    call.path = u"livechat/department"_s;
    sendPages(m_rest, call, "departments"_L1, {&m_rest, [then](const Result<QJsonArray> &rows) {
                                                   then(readableOf<Department>(rows, decodeDepartment));
                                               }});
}

void DirectoryApi::myDepartments(const AgentId &me, const Then<QSet<DepartmentId>> &then)
{
    RestCall call;
    // enabledDepartmentsOnly is newer than 3.11, so it is sorted out here.
    call.path = m_features.route(Action::ListMyDepartments).path.arg(pathSegment(me.value));
    m_rest.send(call, decodedBy(m_rest, then, enabledDepartments));
}

void DirectoryApi::visitor(const VisitorId &visitor, const Then<Contact> &then, const std::optional<Wait> &awaitedIn)
{
    RestCall call;
    call.path = u"livechat/visitors.info"_s;
    call.age = RestCall::Age::Recent;
    call.awaitedIn = awaitedIn;
    addQuery(call.query, u"visitorId"_s, visitor.value);
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return decodeContact(answer.value("visitor"_L1).toObject());
                }));
}

void DirectoryApi::tags(const DepartmentId &department, const Then<QStringList> &then,
                        const std::optional<Wait> &awaitedIn)
{
    const auto ask = [&rest = m_rest, department, awaitedIn](const Route &route, const Then<QStringList> &answer) {
        RestCall call;
        call.path = route.path;
        call.awaitedIn = awaitedIn;
        addQuery(call.query, u"text"_s, {}); // required by the schema of 8.8.1
        if (!department.isEmpty()) {
            addQuery(call.query, u"department"_s, department.value);
        }
        sendPages(rest, call, "tags"_L1, {&rest, [answer](const Result<QJsonArray> &rows) {
                                              answer(rows ? Result(namesOf(*rows)) : rows.error());
                                          }});
    };
    askByRoute<QStringList>(m_rest, m_features, Action::ListTags, ask,
                            {&m_rest, [then](const Result<QStringList> &names) {
                                 then(!names && isWithoutTags(names.error()) ? Result(QStringList()) : names);
                             }});
}

void DirectoryApi::setAvailability(Availability availability, const Then<Availability> &then)
{
    const auto ask = [&rest = m_rest, availability](const Route &route, const Then<Availability> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            availabilityByMethod(rest, route, availability, answer);
        } else {
            availabilityByRoute(rest, route, availability, answer);
        }
    };
    askByRoute<Availability>(m_rest, m_features, Action::SetAvailability, ask, then);
}

void DirectoryApi::rules(const Then<WorkspaceRules> &then, const std::optional<Wait> &awaitedIn)
{
    readPublicSettings(m_rest, m_features, {ruleSettings(), awaitedIn},
                       {&m_rest, [then](const Result<QHash<QString, QJsonValue>> &settings) {
                            then(settings ? Result(rulesOf(*settings)) : settings.error());
                        }});
}

} // namespace greenline
