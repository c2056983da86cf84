#include "ui/wizard/reporttext.h"

#include "app/twilio/loginforms.h"
#include "ui/wizard/verdictlook.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/setupwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

/// As the rows say it: what is under way has no verdict yet.
int countOf(const CheckRunner &runner, CheckVerdict verdict)
{
    int count = 0;
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        count += markOf(runner, id).verdict == verdict ? 1 : 0;
    }
    return count;
}

QStringList checkLines(const CheckRunner &runner, const QString &id)
{
    const CheckOutcome *outcome = runner.outcome(id);
    const CheckMark mark = markOf(runner, id);
    QStringList lines{u"%1: %2"_s.arg(checkTitle(id), markWord(mark))};
    if (outcome && !mark.isRunning) {
        const CauseText text = causeText(*outcome);
        lines += {text.happened, text.next, hindranceText(outcome->hindrance)};
        lines += evidenceWords(outcome->evidence).split(u'\n');
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace

QString setupSummary(const CheckRunner &runner)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0) {
            parts.append(words);
        }
    };
    const int passed = countOf(runner, CheckVerdict::Passed);
    const int warnings = countOf(runner, CheckVerdict::Warning);
    const int failed = countOf(runner, CheckVerdict::Failed);
    const int skipped = countOf(runner, CheckVerdict::Skipped);
    const int unknown = countOf(runner, CheckVerdict::Unknown);
    add(passed, ReportWords::tr("%n passed", nullptr, passed));
    add(warnings, ReportWords::tr("%n warning(s)", nullptr, warnings));
    add(failed, ReportWords::tr("%n failed", nullptr, failed));
    add(skipped, ReportWords::tr("%n skipped", nullptr, skipped));
    add(unknown, ReportWords::tr("%n unknown", nullptr, unknown));
    if (parts.isEmpty()) {
        const bool isUnderWay = runner.isRunning() || pageMark(runner, u"report"_s).isRunning;
        return isUnderWay ? ReportWords::tr("The checks are under way.") : ReportWords::tr("There are no results now.");
    }
    return parts.join(u", "_s);
}

QString setupReportText(Checkup &checkup, const QUrl &workspace, const QDateTime &at)
{
    const CheckRunner &runner = checkup.runner();
    const QString account = checkup.plan().twilio.account; // as typed, it may be a token
    QStringList lines{
        ReportWords::tr("SMS set-up of %1").arg(workspace.toDisplayString()), at.toUTC().toString(Qt::ISODate),
        ReportWords::tr("Account %1, number %2").arg(isAccountSid(account) ? account : u"–"_s, checkup.plan().number),
        setupSummary(runner)};
    QString page;
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        if (setupPageOf(id) != page) {
            page = setupPageOf(id);
            lines += {QString(), setupPageTitle(page)};
        }
        lines.append(u"- "_s + checkLines(runner, id).join(u"\n  "_s));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace greenline
