#include "ui/wizard/health.h"

#include "app/setup/checkrunner.h"
#include "ui/words/setupwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int healthDays = 7;

class HealthWords
{
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

} // namespace

bool isHealthDue(const WizardDraft &draft, const QString &version, const QDateTime &now)
{
    if (!draft.checkedAt.isValid()) {
        return false;
    }
    return draft.version != version || draft.checkedAt.daysTo(now) >= healthDays;
}

QString verdictId(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Passed:
        return u"passed"_s;
    case CheckVerdict::Warning:
        return u"warning"_s;
    case CheckVerdict::Failed:
        return u"failed"_s;
    case CheckVerdict::Skipped:
    case CheckVerdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

bool hasDrifted(const QString &before, CheckVerdict now)
{
    return now == CheckVerdict::Failed && before != verdictId(now);
}

QString driftWords(const CheckRunner &runner)
{
    int failed = 0;
    QString first;
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        const CheckOutcome *outcome = runner.outcome(id);
        if (outcome && outcome->verdict == CheckVerdict::Failed) {
            first = failed == 0 ? causeText(*outcome).happened : first;
            ++failed;
        }
    }
    return HealthWords::tr("The SMS set-up is no longer as it was: %n check(s) failed.", nullptr, failed) + u' '
        + first;
}

} // namespace greenline
