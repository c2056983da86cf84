#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

void answerTags(State &state, const CallPtr &call)
{
    const QString department = call->query(u"department"_s);
    QJsonArray rows;
    const QList<QJsonObject> tags = state.documents.tags.where([&](const QJsonObject &tag) {
        const QJsonArray departments = tag.value("departments"_L1).toArray();
        return (departments.isEmpty() || departments.contains(department))
            && tag.value("name"_L1).toString().contains(call->query(u"text"_s), Qt::CaseInsensitive);
    });
    for (const QJsonObject &tag : tags) {
        rows.append(tag);
    }
    answerPage(*call, u"tags"_s, rows);
}

QJsonArray cannedRows(const State &state, const std::function<bool(const QJsonObject &)> &test)
{
    QJsonArray rows;
    const QList<QJsonObject> responses = state.documents.cannedResponses.where(test);
    for (const QJsonObject &response : responses) {
        rows.append(response);
    }
    return rows;
}

void answerAllCanned(State &state, const CallPtr &call)
{
    call->answer({{u"responses"_s, cannedRows(state, [](const QJsonObject &) { return true; })}});
}

void answerCanned(State &state, const CallPtr &call)
{
    answerPage(*call, u"cannedResponses"_s, cannedRows(state, [&](const QJsonObject &response) {
        return response.value("shortcut"_L1).toString().contains(call->query(u"shortcut"_s), Qt::CaseInsensitive)
            && response.value("text"_L1).toString().contains(call->query(u"text"_s), Qt::CaseInsensitive);
    }));
}

/// The old server has the route without the licence too, and takes the missing permission for the reason (3.11.6,
/// rest/63).
void answerOldCanned(State &state, const CallPtr &call)
{
    if (!state.modules().contains(u"canned-responses"_s)) {
        call->fail(400, u"error-not-authorized"_s);
        return;
    }
    answerAllCanned(state, call);
}

} // namespace

RestRoutes enterpriseRoutes()
{
    constexpr auto agents = "view-l-room"_L1;
    constexpr auto enterprise = RestRoute::Edition::Enterprise;
    return {
        {.path = "livechat/tags.list"_L1,
         .handle = answerTags,
         .permissions = agents,
         .until = {5, 0},
         .edition = enterprise},
        {.path = "livechat/tags"_L1,
         .handle = answerTags,
         .permissions = agents,
         .query = "page text? department? viewAll? query?"_L1,
         .since = {4, 0},
         .until = {8, 0},
         .edition = enterprise},
        {.path = "livechat/tags"_L1,
         .handle = answerTags,
         .permissions = agents,
         .query = "page text! department? viewAll? query?"_L1,
         .since = {8, 0},
         .edition = enterprise},
        {.path = "canned-responses.get"_L1, .handle = answerOldCanned, .until = {5, 0}},
        {.path = "canned-responses.get"_L1,
         .handle = answerAllCanned,
         .permissions = agents,
         .since = {5, 0},
         .edition = enterprise,
         .module = "canned-responses"_L1},
        {.path = "canned-responses"_L1,
         .handle = answerCanned,
         .permissions = agents,
         .query = "page scope? departmentId? shortcut? tags? createdBy? text?"_L1,
         .since = {4, 0},
         .edition = enterprise,
         .module = "canned-responses"_L1},
    };
}

} // namespace greenline::practice
