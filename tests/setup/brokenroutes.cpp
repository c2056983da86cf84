#include "brokensetups.h"

using namespace Qt::StringLiterals;

namespace greenline::test {

namespace {

/// The number with this hook of its own, in no service that has a say.
BrokenPlace::Way numberCalls(const QByteArray &url, const QByteArray &more = {})
{
    return {.scene
            = R"({"numbers":[{"sid":"PN1","phone_number":"+14155550100","sms_url":")" + url + '"' + more + "}]}"};
}

/// The number is right, and an application stands above it.
BrokenPlace::Way applicationWins(const QByteArray &applications)
{
    BrokenPlace::Way way = numberCalls("@hook", R"(,"sms_application_sid":"AP1")");
    way.scene.chop(1);
    way.scene += R"(,"applications":[)" + applications + "]}";
    return way;
}

/// The number is right, and sits in this service with another one.
BrokenPlace::Way serviceWins(const QByteArray &fields)
{
    return {.scene = R"({"services":[{"sid":"MG1","friendly_name":"News","numbers":["PN1","PN2"],)" + fields + "}]}"};
}

QList<BrokenSetup> hooksOfTheNumber()
{
    const QString route = u"webhook.route"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const QString set = u"set-number-hook"_s;
    return {
        {"no address", numberCalls(""), route, failed, u"hook-not-set"_s, set},
        {"null for an address",
         {.scene = R"({"numbers":[{"sid":"PN1","phone_number":"+14155550100","sms_url":null}]})"},
         route,
         failed,
         u"hook-not-set"_s,
         set},
        {"Twilio's demonstration", numberCalls("https://demo.twilio.com/welcome/sms/reply/"), route, failed,
         u"hook-demo"_s, set},
        {"another product", numberCalls("https://bots.example.com/sms"), route, failed, u"hook-foreign"_s, set},
        {"a Studio flow", numberCalls("https://webhooks.twilio.com/v1/Accounts/AC1/Flows/FW1"), route, failed,
         u"hook-foreign"_s, set},
        {"https in place of http", numberCalls("https://127.0.0.1/api/v1/livechat/sms-incoming/twilio"), route, failed,
         u"hook-foreign"_s, set},
        {"another port", numberCalls("http://127.0.0.1:1/api/v1/livechat/sms-incoming/twilio"), route, failed,
         u"hook-foreign"_s, set},
        {"the workspace's front page", numberCalls("@site/"), route, failed, u"hook-other-path"_s, set},
        {"the address of another provider", numberCalls("@site/api/v1/livechat/sms-incoming/mobex"), route, failed,
         u"hook-other-path"_s, set},
        {"a slash too many", numberCalls("@hook/"), route, failed, u"hook-other-path"_s, set},
        {"an unknown query", numberCalls("@hook?token=x"), route, failed, u"hook-other-path"_s, set},
        {"GET", numberCalls("@hook", R"(,"sms_method":"GET")"), route, failed, u"hook-wrong-method"_s, set},
        {"a fragment that says how to call", numberCalls("@hook#rc=2&rp=all"), route, CheckVerdict::Passed, {}},
        {"a department", numberCalls("@hook?department=Support"), route, CheckVerdict::Passed, {}},
    };
}

QList<BrokenSetup> hooksOfApplications()
{
    const QString route = u"webhook.route"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const QString clear = u"clear-application"_s;
    return {
        {"an application elsewhere", applicationWins(R"({"sid":"AP1","sms_url":"https://bots.example.com/sms"})"),
         route, failed, u"hook-foreign"_s, clear},
        {"an application without address", applicationWins(R"({"sid":"AP1","sms_url":null})"), route, failed,
         u"hook-not-set"_s, clear},
        {"an application that is gone", applicationWins({}), route, failed, u"hook-not-set"_s, clear},
        {"an application that calls by GET", applicationWins(R"({"sid":"AP1","sms_url":"@hook","sms_method":"GET"})"),
         route, failed, u"hook-wrong-method"_s, clear},
    };
}

QList<BrokenSetup> hooksOfServices()
{
    const QString route = u"webhook.route"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const QByteArray drops = R"("inbound_request_url":null)";
    const QByteArray elsewhere = R"("inbound_request_url":"https://bots.example.com/sms")";
    BrokenPlace::Way pages{.scene = R"({"pageSize":1,"services":[{"sid":"MG0","friendly_name":"Empty"},
            {"sid":"MG1","friendly_name":"News","numbers":["PN2","PN1"]}]})"};
    BrokenPlace::Way defers = numberCalls("https://demo.twilio.com/welcome/sms/reply/");
    return {
        {"a service that drops texts, set", serviceWins(drops), route, failed, u"hook-dropped"_s,
         u"set-service-hook"_s},
        {"a service that drops texts, made to defer", serviceWins(drops), route, failed, u"hook-dropped"_s,
         u"defer-to-number"_s},
        {"a service that drops texts, left", serviceWins(drops), route, failed, u"hook-dropped"_s,
         u"take-out-of-service"_s},
        {"a service elsewhere", serviceWins(elsewhere), route, failed, u"hook-foreign"_s, u"set-service-hook"_s},
        {"a service elsewhere, made to defer", serviceWins(elsewhere), route, failed, u"hook-foreign"_s,
         u"defer-to-number"_s},
        {"a service that calls by GET", serviceWins(R"("inbound_request_url":"@hook","inbound_method":"GET")"), route,
         failed, u"hook-wrong-method"_s, u"set-service-hook"_s},
        {"a service on the second page", pages, route, failed, u"hook-dropped"_s, u"set-service-hook"_s},
        {"a service that defers to a wrong number", defers, route, failed, u"hook-demo"_s, u"set-number-hook"_s},
        {"services that a trial may not read",
         {.scene = R"({"faults":[{"kind":"refuse","path":"/v1/Services","status":401,"code":20003,
            "message":"This feature is not available on a Trial account."}]})"},
         route,
         CheckVerdict::Unknown,
         u"trial-limit"_s},
        {"services refused like a wrong token",
         {.scene = R"({"faults":[{"kind":"refuse","path":"/v1/Services","status":401,"code":20003}]})"},
         route,
         CheckVerdict::Unknown,
         u"not-readable"_s},
        {"services in trouble",
         {.scene = R"({"faults":[{"kind":"trouble","path":"/v1/Services"}]})"},
         route,
         CheckVerdict::Unknown,
         u"twilio-trouble"_s},
    };
}

} // namespace

QList<BrokenSetup> brokenRoutes()
{
    return hooksOfTheNumber() + hooksOfApplications() + hooksOfServices();
}

} // namespace greenline::test
