#pragma once

#include "app/setup/check.h"

namespace greenline {

/// The usual forms of an outcome.
inline CheckOutcome fine(const QString &answered = {})
{
    CheckOutcome outcome{.verdict = CheckVerdict::Passed};
    if (!answered.isEmpty()) {
        outcome.evidence = {{{}, answered}};
    }
    return outcome;
}

inline CheckOutcome found(CheckVerdict verdict, const QString &cause, const QStringList &values = {})
{
    return {.verdict = verdict, .cause = cause, .values = values};
}

/// A test that has begun and not ended.
inline bool isUnderWay(const CheckOutcome &outcome)
{
    return outcome.cause == QLatin1String("under-way");
}

/// The repair that saves settings of the workspace.
inline RepairPlan saving(const QList<RepairPlan::Change> &changes)
{
    return {.id = QStringLiteral("save-settings"), .changes = changes};
}

/// A setting that would have to be another.
inline CheckOutcome mendable(const QString &cause, const RepairPlan::Change &change,
                             CheckVerdict verdict = CheckVerdict::Failed)
{
    CheckOutcome outcome = found(verdict, cause, {change.from, change.to});
    outcome.repairs = {saving({change})};
    return outcome;
}

} // namespace greenline
