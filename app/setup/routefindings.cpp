// Who is really called when a text arrives, and what would make it the workspace.
#include "app/setup/outcomes.h"
#include "app/setup/shownaddress.h"
#include "app/setup/twiliofindings.h"
#include "app/twilio/inboundroute.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

RepairPlan::Change change(const QString &where, const QString &from, const QString &to)
{
    return {where, from, to};
}

QList<RepairPlan::Change> hookChanges(const QString &owner, const TwilioHook &from, const QUrl &wanted)
{
    QList<RepairPlan::Change> changes;
    if (const QString to = mendedHook(from, wanted); from.url != to) {
        changes.append(change(owner + u" url"_s, shownAddress(from.url), shownAddress(to)));
    }
    if (from.method != "POST"_L1) {
        changes.append(change(owner + u" method"_s, from.method, u"POST"_s));
    }
    return changes;
}

/// A number's own hook may be another product's although something else wins over it just now.
bool isForeignHook(const TwilioHook &hook, const QUrl &wanted)
{
    const RouteVerdict verdict = compared({.hook = hook}, wanted);
    return verdict == RouteVerdict::Elsewhere || verdict == RouteVerdict::SameHostOtherPath;
}

RepairPlan numberRepair(const InboundFacts &facts, bool isForeign)
{
    return {u"set-number-hook"_s, hookChanges(facts.number.number, facts.number.hook, facts.wanted), {}, isForeign};
}

RepairPlan applicationRepair(const InboundFacts &facts, bool isForeign)
{
    RepairPlan plan{u"clear-application"_s, {}, {}, isForeign || isForeignHook(facts.number.hook, facts.wanted)};
    plan.changes = {change(facts.number.number + u" application"_s, facts.number.application, {})};
    plan.changes += hookChanges(facts.number.number, facts.number.hook, facts.wanted);
    return plan;
}

QList<RepairPlan> serviceRepairs(const InboundFacts &facts, bool isForeign)
{
    const TwilioService &service = *facts.service;
    const RepairPlan hook{u"set-service-hook"_s, hookChanges(service.name, service.hook, facts.wanted), facts.others,
                          isForeign};
    const bool isAnyForeign = isForeign || isForeignHook(facts.number.hook, facts.wanted);
    RepairPlan defer{u"defer-to-number"_s, {}, facts.others, isAnyForeign};
    defer.changes = {change(service.name + u" use_inbound_webhook_on_number"_s, u"false"_s, u"true"_s)};
    if (!facts.number.application.isEmpty()) {
        defer.changes.append(change(facts.number.number + u" application"_s, facts.number.application, {}));
    }
    defer.changes += hookChanges(facts.number.number, facts.number.hook, facts.wanted);
    if (service.isRegistered) { // a number that leaves its campaign cannot text to the US any more (twilio.md 3.4)
        return {hook, defer};
    }
    RepairPlan leave{u"take-out-of-service"_s, {}, {}, isAnyForeign};
    leave.changes = {change(service.name + u" numbers"_s, facts.number.number, {})};
    if (!facts.number.application.isEmpty()) {
        leave.changes.append(change(facts.number.number + u" application"_s, facts.number.application, {}));
    }
    leave.changes += hookChanges(facts.number.number, facts.number.hook, facts.wanted);
    return {hook, defer, leave};
}

QList<RepairPlan> repairsOf(const InboundFacts &facts, InboundRoute::Holder holder, bool isForeign)
{
    switch (holder) {
    case InboundRoute::Holder::Service:
        return serviceRepairs(facts, isForeign);
    case InboundRoute::Holder::Application:
        return {applicationRepair(facts, isForeign)};
    case InboundRoute::Holder::Number:
        break;
    }
    return {numberRepair(facts, isForeign)};
}

QString routeCause(RouteVerdict verdict)
{
    switch (verdict) {
    case RouteVerdict::WrongMethod:
        return u"hook-wrong-method"_s;
    case RouteVerdict::NotSet:
        return u"hook-not-set"_s;
    case RouteVerdict::Dropped:
        return u"hook-dropped"_s;
    case RouteVerdict::Demo:
        return u"hook-demo"_s;
    case RouteVerdict::SameHostOtherPath:
        return u"hook-other-path"_s;
    case RouteVerdict::Elsewhere:
        return u"hook-foreign"_s;
    case RouteVerdict::Right:
        break;
    }
    return {};
}

} // namespace

CheckOutcome judgeRoute(const InboundFacts &facts)
{
    const InboundRoute route = inboundRoute(facts.number, facts.application ? &*facts.application : nullptr,
                                            facts.service ? &*facts.service : nullptr);
    const RouteVerdict verdict = compared(route, facts.wanted);
    if (verdict == RouteVerdict::Right) {
        return fine(shownAddress(route.hook.url));
    }
    const bool isForeign = verdict == RouteVerdict::Elsewhere || verdict == RouteVerdict::SameHostOtherPath;
    return {.verdict = CheckVerdict::Failed,
            .cause = routeCause(verdict),
            .values = {route.holderSid, shownAddress(route.hook.url), shownAddress(facts.wanted)},
            .repairs = repairsOf(facts, route.holder, isForeign)};
}

QString mendedHook(const TwilioHook &from, const QUrl &wanted)
{
    static const QRegularExpression overrides(u"^(ct|rt|tt|rc|rp|e)=[^&#]*(&(ct|rt|tt|rc|rp|e)=[^&#]*)*$"_s);
    if (compared({.hook = {from.url, u"POST"_s}}, wanted) == RouteVerdict::Right) {
        return from.url; // ?department=… and the like are somebody's will
    }
    QUrl to = wanted;
    if (const QString how = QUrl(from.url).fragment(QUrl::FullyEncoded); overrides.match(how).hasMatch()) {
        to.setFragment(how);
    }
    return to.toString(QUrl::FullyEncoded);
}

QUrl workspaceHook(const QUrl &siteUrl)
{
    QUrl hook = siteUrl;
    QString path = siteUrl.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    hook.setPath(path + u"/api/v1/livechat/sms-incoming/twilio"_s);
    hook.setQuery(QString());
    hook.setFragment(QString());
    return hook;
}

} // namespace greenline
