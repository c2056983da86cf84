#include "app/wire/cannedcodec.h"

#include "app/wire/json.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

CannedResponse::Scope cannedScope(const QString &name)
{
    if (name == "user"_L1) {
        return CannedResponse::Scope::Mine;
    }
    return name == "department"_L1 ? CannedResponse::Scope::Department : CannedResponse::Scope::Everybody;
}

} // namespace

Result<CannedResponse> decodeCannedResponse(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "cannedResponse"_L1);
    const Result<QString> text = requiredString(object, "text"_L1, "cannedResponse"_L1);
    if (!id || !text) {
        return id ? text.error() : id.error();
    }
    CannedResponse response;
    response.id = *id;
    response.shortcut = optionalString(object, "shortcut"_L1);
    response.text = *text;
    response.scope = cannedScope(optionalString(object, "scope"_L1));
    response.department = {optionalString(object, "departmentId"_L1)};
    return response;
}

} // namespace greenline
