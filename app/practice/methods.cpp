#include "app/practice/methods.h"

#include "app/practice/document.h"
#include "app/practice/methodtable.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const std::vector<Method> &allMethods()
{
    static const std::vector<Method> methods = [] {
        std::vector<Method> all = livechatMethods();
        for (const std::vector<Method> &family : {messageMethods(), presenceMethods(), secondFactorMethods()}) {
            all.insert(all.end(), family.begin(), family.end());
        }
        return all;
    }();
    return methods;
}

// The one method that takes its time: it waits for the SMS provider.
void sendMessage(State &state, const MethodCall &call, const Then<MethodAnswer> &then)
{
    if (call.userId.isEmpty()) {
        then(refusedMethod(call, u"error-invalid-user"_s, u"Invalid user"_s));
        return;
    }
    if (state.posting.isRestricted()) { // 7.7.1, ee_code_no_licence ddp/20
        then(refusedMethod(call, u"restricted-workspace"_s, {}));
        return;
    }
    // A refusal comes as a message on <uid>/message; the answer says nothing (3.11.6 and 7.7.1, ddp/22). So does that
    // to a known id.
    state.posting.post(call.userId, call.params.at(0).toObject(),
                       {&state.posting, [then](const Result<Posted> &posted) {
                            then(posted && !posted->message.isEmpty() ? MethodAnswer{posted->message} : MethodAnswer{});
                        }});
}

} // namespace

MethodAnswer refusedMethod(const MethodCall &call, const QString &code, const QString &reason)
{
    return {QJsonValue(QJsonValue::Undefined), Refusal{code, reason, {{u"method"_s, call.name}}}};
}

MethodAnswer answerOf(const MethodCall &call, const Refused &refused, const QJsonValue &result)
{
    return refused ? refusedMethod(call, refused->code, refused->reason) : MethodAnswer{result};
}

void callMethod(State &state, const MethodCall &call, const Then<MethodAnswer> &then)
{
    if (call.name == "sendMessage"_L1) {
        sendMessage(state, call, then);
        return;
    }
    for (const Method &method : allMethods()) {
        if (method.name == call.name && state.release >= method.since && state.release < method.until) {
            then(method.handle(state, call));
            return;
        }
    }
    then(MethodAnswer{QJsonValue(QJsonValue::Undefined), Refusal{u"404"_s, u"Method '%1' not found"_s.arg(call.name)}});
}

QJsonObject meteorError(const Refusal &refusal)
{
    bool isNumber = false;
    const int number = refusal.code.toInt(&isNumber);
    QJsonObject error{
        {u"isClientSafe"_s, true},
        {u"error"_s, isNumber ? QJsonValue(number) : QJsonValue(refusal.code)},
        {u"message"_s,
         refusal.reason.isEmpty() ? u"[%1]"_s.arg(refusal.code) : u"%1 [%2]"_s.arg(refusal.reason, refusal.code)},
        {u"errorType"_s, u"Meteor.Error"_s}};
    if (!refusal.reason.isEmpty()) {
        error.insert(u"reason"_s, refusal.reason);
    }
    if (!refusal.details.isEmpty()) {
        error.insert(u"details"_s, refusal.details);
    }
    return error;
}

} // namespace greenline::practice
