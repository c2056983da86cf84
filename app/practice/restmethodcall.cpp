#include "app/practice/methods.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// {"message": "<EJSON of msg, id and result or error>"}; a method's error is HTTP 400 from 8.0 on, 200 before
/// (rocketchat-wire.md 7).
void answerMethod(RestCall &call, const QString &id, const MethodAnswer &answer)
{
    QJsonObject inner{{u"msg"_s, u"result"_s}, {u"id"_s, id}};
    if (answer.refused) {
        inner.insert(u"error"_s, meteorError(*answer.refused));
    } else if (!answer.result.isUndefined()) {
        inner.insert(u"result"_s, answer.result);
    }
    const QString message = QString::fromUtf8(QJsonDocument(inner).toJson(QJsonDocument::Compact));
    const bool isGood = !answer.refused || call.isBefore(8, 0);
    call.answerBare(isGood ? 200 : 400, {{u"message"_s, message}, {u"success"_s, isGood}});
}

void answerMethodCall(State &state, const CallPtr &call)
{
    const QJsonObject message = QJsonDocument::fromJson(call->text(u"message"_s).toUtf8()).object();
    const QString id = message.value("id"_L1).toString();
    MethodCall method{message.value("method"_L1).toString(), message.value("params"_L1).toArray(), call->userId};
    if (method.name.isEmpty()) {
        call->fail(400, u"Invalid body"_s);
        return;
    }
    if (method.name == "saveSettings"_L1) {
        answerMethod(*call, id, saveSettings(state, *call, method.params));
        return;
    }
    callMethod(state, method, {&state.posting, [call, id](const Result<MethodAnswer> &result) {
                                   answerMethod(*call, id, result ? *result : MethodAnswer());
                               }});
}

} // namespace

RestRoutes methodRoutes()
{
    return {
        {.verb = "POST", .path = "method.call/:method"_L1, .handle = answerMethodCall, .body = "message!"_L1},
    };
}

RestRoutes allRestRoutes()
{
    RestRoutes all;
    for (const auto family :
         {loginRoutes, queueRoutes, roomRoutes, conversationRoutes, messageRoutes, historyRoutes, departmentRoutes,
          directoryRoutes, contactRoutes, settingRoutes, enterpriseRoutes, outboundRoutes, fileRoutes, methodRoutes}) {
        const RestRoutes routes = family();
        all.insert(all.end(), routes.begin(), routes.end());
    }
    return all;
}

} // namespace greenline::practice
