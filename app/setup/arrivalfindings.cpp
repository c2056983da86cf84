#include "app/setup/arrival.h"

#include "app/setup/shownaddress.h"
#include "app/twilio/inboundroute.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QList<TwilioMessage> inboundSince(const ArrivalTrace &trace)
{
    QList<TwilioMessage> arrived = trace.messages;
    arrived.removeIf([&trace](const TwilioMessage &one) { return !one.isInbound || trace.before.contains(one.sid); });
    std::sort(arrived.begin(), arrived.end(),
              [](const TwilioMessage &one, const TwilioMessage &other) { return one.at > other.at; });
    return arrived;
}

const TwilioAlert *alertOf(const ArrivalTrace &trace, const QList<TwilioMessage> &arrived)
{
    const auto alert = std::find_if(trace.alerts.begin(), trace.alerts.end(), [&arrived](const TwilioAlert &one) {
        return std::any_of(arrived.begin(), arrived.end(),
                           [&one](const TwilioMessage &message) { return message.sid == one.resource; });
    });
    return alert == trace.alerts.end() ? nullptr : &*alert;
}

bool isElsewhere(const QUrl &called, const QUrl &hook)
{
    return !called.isEmpty() && compared({.hook = {called.toString(), u"POST"_s}}, hook) != RouteVerdict::Right;
}

/// The HTTP status that Twilio was answered says more than its number, which is 11200 for nearly all of them.
QString statusCause(int status)
{
    if (status == 400) {
        return u"arrival-refused-by-workspace"_s;
    }
    if (status == 401 || status == 403) {
        return u"arrival-refused-by-proxy"_s;
    }
    if (status == 404 || status == 405) {
        return u"arrival-wrong-path"_s;
    }
    if (status == 429) {
        return u"arrival-limited"_s;
    }
    return status >= 500 ? u"arrival-server-trouble"_s : QString();
}

/// twilio.md 5
QString alertCause(int code)
{
    static const QSet<int> explained{11100, 11200, 11201, 11202, 11203, 11205, 11206, 11210, 11215, 11217, 11220,
                                     11235, 11236, 11237, 11321, 11322, 11751, 11770, 12100, 12200, 12300, 14107};
    return explained.contains(code) ? u"alert-"_s + QString::number(code) : u"alert-other"_s;
}

CheckOutcome missed(const QString &cause, const QStringList &values, const QString &told)
{
    return {.verdict = CheckVerdict::Failed,
            .cause = cause,
            .values = values,
            .evidence = {{u"Messages.json, Alerts"_s, told}}};
}

CheckOutcome ofAlert(const TwilioAlert &alert, const QUrl &hook)
{
    const QString code = QString::number(alert.errorCode);
    const QString status = alert.httpStatus ? QString::number(*alert.httpStatus) : QString();
    const QString url = shownAddress(alert.url);
    const QString told = u"%1 HTTP %2 %3"_s.arg(code, status, url).simplified();
    if (isElsewhere(alert.url, hook)) {
        return missed(u"arrival-other-url"_s, {url, shownAddress(hook)}, told);
    }
    const QString byStatus = alert.httpStatus ? statusCause(*alert.httpStatus) : QString();
    return missed(byStatus.isEmpty() ? alertCause(alert.errorCode) : byStatus, {code, status, url}, told);
}

/// Nothing is in the log: nobody texted, or the service threw it away, which leaves no trace (twilio.md 3.2).
CheckOutcome ofNothing(const ArrivalTrace &trace)
{
    const bool isDropped = trace.inbound && trace.inbound->service
        && inboundRoute(trace.inbound->number, nullptr, &*trace.inbound->service).isDropped;
    if (isDropped) {
        return missed(u"hook-dropped"_s, {trace.inbound->service->sid, {}, shownAddress(trace.hook)}, u"0"_s);
    }
    return missed(u"nothing-arrived"_s, {}, u"0"_s);
}

/// Nothing: the workspace's webhook is called, as far as is known.
std::optional<InboundRoute> otherRoute(const ArrivalTrace &trace)
{
    if (!trace.inbound) {
        return std::nullopt;
    }
    const InboundFacts &facts = *trace.inbound;
    const InboundRoute route = inboundRoute(facts.number, facts.application ? &*facts.application : nullptr,
                                            facts.service ? &*facts.service : nullptr);
    return compared(route, trace.hook) == RouteVerdict::Right ? std::nullopt : std::optional(route);
}

} // namespace

CheckOutcome judgeArrival(const ArrivalTrace &trace)
{
    const QList<TwilioMessage> arrived = inboundSince(trace);
    if (arrived.isEmpty()) {
        return ofNothing(trace);
    }
    if (const TwilioAlert *alert = alertOf(trace, arrived)) {
        return ofAlert(*alert, trace.hook);
    }
    const QString told = u"%1 %2"_s.arg(arrived.first().sid, arrived.first().status);
    if (arrived.first().errorCode) { // alerts come late, the message knows at once
        return missed(alertCause(*arrived.first().errorCode), {QString::number(*arrived.first().errorCode), {}, {}},
                      told);
    }
    if (const std::optional<InboundRoute> other = otherRoute(trace)) {
        if (other->hook.url.isEmpty()) {
            return missed(u"hook-not-set"_s, {other->holderSid, {}, shownAddress(trace.hook)}, told);
        }
        return missed(u"arrival-other-url"_s, {shownAddress(other->hook.url), shownAddress(trace.hook)}, told);
    }
    return missed(u"arrived-at-twilio-only"_s, {arrived.first().from}, told);
}

} // namespace greenline
