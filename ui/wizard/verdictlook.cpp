#include "ui/wizard/verdictlook.h"

#include "app/setup/outcomes.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/words/setupwords.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class MarkWords
{
    Q_DECLARE_TR_FUNCTIONS(MarkWords)
};

int gravityOf(const std::optional<CheckVerdict> &verdict)
{
    if (!verdict) {
        return 2;
    }
    switch (*verdict) {
    case CheckVerdict::Failed:
        return 5;
    case CheckVerdict::Unknown:
        return 4;
    case CheckVerdict::Warning:
        return 3;
    case CheckVerdict::Skipped:
        return 1;
    case CheckVerdict::Passed:
        break;
    }
    return 0;
}

Glyph markGlyph(const CheckMark &mark)
{
    if (mark.isRunning) {
        return Glyph::Running;
    }
    switch (mark.verdict.value_or(mark.last.value_or(CheckVerdict::Unknown))) {
    case CheckVerdict::Passed:
        return Glyph::Passed;
    case CheckVerdict::Failed:
        return Glyph::Failed;
    case CheckVerdict::Warning:
    case CheckVerdict::Skipped:
    case CheckVerdict::Unknown:
        break;
    }
    return Glyph::Warned;
}

} // namespace

CheckMark markOf(const CheckRunner &runner, const QString &check)
{
    const CheckOutcome *outcome = runner.outcome(check);
    if (outcome && isUnderWay(*outcome)) {
        return {.isRunning = true};
    }
    const bool isRunning = runner.isRunning(check);
    return {.verdict = outcome ? std::optional(outcome->verdict) : std::nullopt,
            .isRunning = isRunning,
            .isWaiting = !outcome && !isRunning && runner.isAskedFor(check)};
}

CheckMark markOf(const CheckRunner &runner, const std::optional<LastLook> &last, const QString &check)
{
    CheckMark mark = markOf(runner, check);
    if (last && !mark.verdict && !mark.isRunning && !mark.isWaiting) {
        mark.last = last->verdict;
    }
    return mark;
}

CheckMark pageMark(const CheckRunner &runner, const QString &page)
{
    CheckMark gravest{CheckVerdict::Passed, false};
    bool hasChecks = false;
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        if (page != "report"_L1 && setupPageOf(id) != page) {
            continue;
        }
        const CheckMark mark = markOf(runner, id);
        hasChecks = true;
        gravest.isRunning = gravest.isRunning || mark.isRunning;
        if (gravityOf(mark.verdict) > gravityOf(gravest.verdict)) {
            gravest.verdict = mark.verdict;
        }
    }
    return hasChecks ? gravest : CheckMark();
}

QString markWord(const CheckMark &mark)
{
    if (mark.isRunning) {
        return MarkWords::tr("Checking");
    }
    if (mark.isWaiting) {
        //: A check whose turn comes soon
        return MarkWords::tr("Waiting");
    }
    if (!mark.verdict && mark.last) {
        //: The verdict of a check when it was last carried out, some days ago
        return MarkWords::tr("Last: %1").arg(verdictWord(*mark.last));
    }
    return mark.verdict ? verdictWord(*mark.verdict) : MarkWords::tr("Not checked");
}

QColor markColour(const Colours &colours, const CheckMark &mark)
{
    if (mark.isRunning || !mark.verdict) {
        return colours.secondaryText;
    }
    switch (*mark.verdict) {
    case CheckVerdict::Passed:
        return colours.greenText;
    case CheckVerdict::Warning:
        return colours.waitingText;
    case CheckVerdict::Failed:
        return colours.danger;
    case CheckVerdict::Skipped:
    case CheckVerdict::Unknown:
        break;
    }
    return colours.secondaryText;
}

/// What is open is an empty ring; what was told some time ago keeps its shape, and has no colour.
void paintMark(QPainter &painter, const QRectF &place, const Colours &colours, const CheckMark &mark)
{
    const CheckVerdict shown = mark.verdict.value_or(mark.last.value_or(CheckVerdict::Skipped));
    const bool isOpen = !mark.isRunning && shown == CheckVerdict::Skipped;
    if (!isOpen) {
        paintGlyph(painter, place, markGlyph(mark), markColour(colours, mark));
        return;
    }
    const double inset = place.width() * 0.2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.secondaryText, 1.5));
    painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset));
}

} // namespace greenline
