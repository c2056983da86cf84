#pragma once

#include "app/setup/checkrunner.h"
#include "app/setup/lastlooks.h"

#include <QColor>

#include <optional>

class QPainter;
class QRectF;

namespace greenline {

struct Colours;

/// How far a check, or a page of them, is: each has a shape, a colour and a word.
struct CheckMark {
    std::optional<CheckVerdict> verdict = {}; ///< Nothing: not checked.
    bool isRunning = false;
    std::optional<CheckVerdict> last = {}; ///< Where there is none: what was told some time ago.
    bool isWaiting = false; ///< Its turn comes in the run that is under way.
    bool operator==(const CheckMark &) const = default;
};

CheckMark markOf(const CheckRunner &runner, const QString &check);
CheckMark markOf(const CheckRunner &runner, const std::optional<LastLook> &last, const QString &check);
CheckMark pageMark(const CheckRunner &runner, const QString &page); ///< The gravest of its checks; "report": of all.
QString markWord(const CheckMark &mark); ///< "Passed", "Checking", "Waiting", "Last: Passed", "Not checked"
QColor markColour(const Colours &colours, const CheckMark &mark);
void paintMark(QPainter &painter, const QRectF &place, const Colours &colours, const CheckMark &mark);

} // namespace greenline
