#pragma once

#include "app/setup/checkrunner.h"

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
    bool operator==(const CheckMark &) const = default;
};

CheckMark markOf(const CheckRunner &runner, const QString &check);
CheckMark pageMark(const CheckRunner &runner, const QString &page); ///< The gravest of its checks; "report": of all.
QString markWord(const CheckMark &mark); ///< "Passed", "Checking", "Not checked"
QColor markColour(const Colours &colours, const CheckMark &mark);
void paintMark(QPainter &painter, const QRectF &place, const Colours &colours, const CheckMark &mark);

} // namespace greenline
