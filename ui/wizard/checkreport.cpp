#include "ui/wizard/checkreport.h"

#include "app/twilio/loginforms.h"
#include "ui/words/setupwords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString verdictName(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Passed:
        return u"passed"_s;
    case CheckVerdict::Warning:
        return u"warning"_s;
    case CheckVerdict::Failed:
        return u"failed"_s;
    case CheckVerdict::Skipped:
        return u"skipped"_s;
    case CheckVerdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

/// Whom else the workspace fetches from is nobody's business who reads the report.
RepairPlan::Change reported(const RepairPlan::Change &change)
{
    return change.where == "SSRF_Allowlist"_L1 ? RepairPlan::Change{change.where, u"…"_s, u"…"_s} : change;
}

QJsonObject repairObject(const RepairPlan &plan)
{
    QJsonArray changes;
    for (const RepairPlan::Change &each : plan.changes) {
        const RepairPlan::Change change = reported(each);
        changes.append(QJsonObject{{u"where"_s, change.where}, {u"from"_s, change.from}, {u"to"_s, change.to}});
    }
    return {{u"id"_s, plan.id},
            {u"does"_s, repairWords(plan.id)},
            {u"changes"_s, changes},
            {u"alsoMoves"_s, QJsonArray::fromStringList(plan.alsoMoves)},
            {u"foreign"_s, plan.isForeign}};
}

QJsonObject checkObject(const QString &id, const CheckOutcome &outcome, const QUrl &workspace)
{
    QJsonArray evidence;
    for (const Evidence &one : outcome.evidence) {
        evidence.append(QJsonObject{{u"asked"_s, one.asked}, {u"answered"_s, one.answered}});
    }
    QJsonArray repairs;
    for (const RepairPlan &plan : outcome.repairs) {
        repairs.append(repairObject(plan));
    }
    const CauseText text = causeText(outcome);
    const std::optional<SetupLink> link = setupLink(outcome, workspace);
    return {{u"id"_s, id},
            {u"page"_s, setupPageOf(id)},
            {u"title"_s, checkTitle(id)},
            {u"verdict"_s, verdictName(outcome.verdict)},
            {u"cause"_s, outcome.cause},
            {u"values"_s, QJsonArray::fromStringList(outcome.values)},
            {u"message"_s, text.happened},
            {u"next"_s, text.next},
            {u"link"_s, link ? link->address.toString() : QString()},
            {u"evidence"_s, evidence},
            {u"repairs"_s, repairs},
            {u"hindrance"_s, outcome.hindrance}};
}

QJsonObject head(const QUrl &workspace, const QDateTime &at, CheckVerdict worst)
{
    return {{u"schema"_s, 1},
            {u"workspace"_s, workspace.toDisplayString()},
            {u"at"_s, at.toUTC().toString(Qt::ISODate)},
            {u"verdict"_s, verdictName(worst)},
            {u"status"_s, checkStatus(worst)}};
}

} // namespace

int checkStatus(CheckVerdict worst)
{
    switch (worst) {
    case CheckVerdict::Passed:
    case CheckVerdict::Skipped:
        return 0;
    case CheckVerdict::Warning:
        return 1;
    case CheckVerdict::Failed:
        return 2;
    case CheckVerdict::Unknown:
        break;
    }
    return 3;
}

CheckVerdict toldVerdict(const CheckRunner &runner)
{
    const QStringList ids = runner.ids();
    const bool isAnyTold = std::any_of(ids.cbegin(), ids.cend(), [&runner](const QString &id) {
        const CheckOutcome *outcome = runner.outcome(id);
        return outcome && outcome->verdict != CheckVerdict::Skipped;
    });
    return isAnyTold ? runner.worst() : CheckVerdict::Unknown;
}

QJsonObject checkReport(Checkup &checkup, const QUrl &workspace, const QDateTime &at)
{
    const CheckRunner &runner = checkup.runner();
    QJsonArray checks;
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        if (const CheckOutcome *outcome = runner.outcome(id)) {
            checks.append(checkObject(id, *outcome, workspace));
        }
    }
    QJsonObject report = head(workspace, at, toldVerdict(runner));
    const QString account = checkup.plan().twilio.account;
    report.insert(u"account"_s, isAccountSid(account) ? account : QString()); // else it may be a token
    report.insert(u"number"_s, checkup.plan().number);
    report.insert(u"checks"_s, checks);
    return report;
}

QJsonObject checkFailure(const QString &why, const QUrl &workspace, const QDateTime &at)
{
    QJsonObject report = head(workspace, at, CheckVerdict::Unknown);
    report.insert(u"error"_s, why);
    report.insert(u"checks"_s, QJsonArray());
    return report;
}

QString checkLines(Checkup &checkup, const QUrl &workspace)
{
    const CheckRunner &runner = checkup.runner();
    QString text;
    QString page;
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        const CheckOutcome *outcome = runner.outcome(id);
        if (!outcome) {
            continue;
        }
        if (setupPageOf(id) != page) {
            page = setupPageOf(id);
            text += (text.isEmpty() ? u""_s : u"\n"_s) + setupPageTitle(page) + u'\n';
        }
        text += u"  %1 %2\n"_s.arg(verdictWord(outcome->verdict), -8).arg(checkTitle(id));
        const CauseText cause = causeText(*outcome);
        const std::optional<SetupLink> link = setupLink(*outcome, workspace);
        const QStringList more{cause.happened, cause.next, hindranceText(outcome->hindrance),
                               link ? link->address.toString() : QString()};
        for (const QString &line : more) {
            if (!line.isEmpty()) {
                text += u"           "_s + line + u'\n';
            }
        }
    }
    return text + u"\n%1\n"_s.arg(verdictWord(toldVerdict(runner)));
}

} // namespace greenline
