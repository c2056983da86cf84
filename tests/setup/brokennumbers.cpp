#include "brokensetups.h"

using namespace Qt::StringLiterals;

namespace greenline::test {

namespace {

const QByteArray plainNumber = R"("sid":"PN1","phone_number":"+14155550100","sms_url":"@hook")";

BrokenPlace::Way numberLike(const QByteArray &fields)
{
    return {.scene = R"({"numbers":[{)" + plainNumber + ',' + fields + "}]}"};
}

BrokenPlace::Way serviceLike(const QByteArray &fields)
{
    return {.scene = R"({"services":[{"sid":"MG1","friendly_name":"Support","use_inbound_webhook_on_number":true,)"
                + fields + "}]}"};
}

/// Another number than the practice one, which decides what has to be registered.
BrokenPlace::Way chosen(const QString &number, const QByteArray &more = {})
{
    return {.scene
            = R"({"services":[],"numbers":[{"sid":"PN7","phone_number":")" + number.toLatin1() + R"("}])" + more + '}',
            .replan = [number](SetupPlan &plan) { plan.number = number; }};
}

QByteArray verification(const QByteArray &status)
{
    return R"(,"verifications":[{"phone_number":"+18885550100","status":")" + status + R"("}])";
}

BrokenPlace::Way trial(const QByteArray &more)
{
    return {.scene = R"({"account":{"type":"Trial"})" + more + '}'};
}

QByteArray alert(int code)
{
    return R"(,"alerts":[{"error_code":")" + QByteArray::number(code) + R"("}])";
}

BrokenPlace::Way sent(const QByteArray &code)
{
    return {.scene = R"({"messages":[{"from":"+14155550100","to":"+14155550199","status":"undelivered","error_code":)"
                + code + "}]}"};
}

QList<BrokenSetup> numbersOfNoUse()
{
    const QString owned = u"number.owned"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    return {
        {"no numbers at all", {.scene = R"({"numbers":[],"services":[]})"}, owned, failed, u"no-numbers"_s},
        {"a number of somebody else's",
         {.replan = [](SetupPlan &plan) { plan.number = u"+14155550999"_s; }},
         owned,
         failed,
         u"number-not-owned"_s},
        {"owned, but on the second page",
         {.scene = R"({"pageSize":1,"numbers":[{"phone_number":"+14155550109"},{)" + plainNumber + "}]}"},
         owned,
         CheckVerdict::Passed,
         {}},
        {"no SMS", numberLike(R"("capabilities":{"sms":false,"mms":false,"voice":true})"), u"number.capable"_s, failed,
         u"number-without-sms"_s},
        {"no MMS", numberLike(R"("capabilities":{"sms":true,"mms":false})"), u"number.capable"_s, CheckVerdict::Warning,
         u"number-without-mms"_s},
    };
}

QList<BrokenSetup> numbersUnregistered()
{
    const QString registration = u"number.registration"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    const QByteArray member = R"("numbers":["+14155550100"])";
    return {
        {"outside of the registered service",
         serviceLike(R"("us_app_to_person_registered":true,"campaign":{"campaign_status":"VERIFIED"})"), registration,
         failed, u"not-registered"_s, u"join-service"_s},
        {"in a service without campaign", serviceLike(member), registration, failed, u"not-registered"_s},
        {"a campaign that is not decided", serviceLike(member + R"(,"campaign":{"campaign_status":"PENDING"})"),
         registration, warning, u"campaign-pending"_s},
        {"a campaign that was turned down",
         serviceLike(member + R"(,"campaign":{"campaign_status":"FAILED","errors":["30896"]})"), registration, failed,
         u"campaign-failed"_s},
        {"toll-free, not verified", chosen(u"+18885550100"_s), registration, failed, u"toll-free-unverified"_s},
        {"toll-free, in review", chosen(u"+18885550100"_s, verification("IN_REVIEW")), registration, warning,
         u"toll-free-pending"_s},
        {"toll-free, turned down", chosen(u"+18885550100"_s, verification("TWILIO_REJECTED")), registration, failed,
         u"toll-free-rejected"_s},
        {"toll-free, approved",
         chosen(u"+18885550100"_s, verification("TWILIO_APPROVED")),
         registration,
         CheckVerdict::Passed,
         {}},
        {"British: nothing to register", chosen(u"+447700900100"_s), registration, CheckVerdict::Passed, {}},
        {"Canadian, not registered", chosen(u"+14165550100"_s), registration, warning, u"not-registered"_s},
    };
}

QList<BrokenSetup> numbersThatDoNotReach()
{
    const QString reach = u"number.reach"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    const QByteArray recipient = R"(,"callers":["+14155550199"])";
    return {
        {"a trial without verified recipients", trial({}), reach, failed, u"trial-without-recipients"_s},
        {"a trial", trial(recipient), reach, warning, u"trial-reach"_s},
        {"a trial that sends templates only", trial(recipient + alert(572002)), reach, failed, u"reach-572002"_s},
        {"a country that is switched off",
         {.scene = "{" + alert(21408).mid(1) + "}"},
         reach,
         warning,
         u"reach-21408"_s},
        {"no compliance profile", {.scene = "{" + alert(21608).mid(1) + "}"}, reach, failed, u"reach-21608"_s},
        {"texts ended as not registered", sent("30034"), reach, failed, u"reach-30034"_s},
        {"texts are filtered", sent("30007"), reach, warning, u"reach-30007"_s},
        {"alerts are kept from this login",
         {.scene = R"({"faults":[{"kind":"refuse","path":"/v1/Alerts","status":403,"code":70051,"message":"no"}]})"},
         reach,
         CheckVerdict::Unknown,
         u"key-may-not-read"_s},
    };
}

} // namespace

QList<BrokenSetup> brokenNumbers()
{
    return numbersOfNoUse() + numbersUnregistered() + numbersThatDoNotReach();
}

} // namespace greenline::test
