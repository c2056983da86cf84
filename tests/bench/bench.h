#pragma once

#include <QLatin1StringView>
#include <QList>

#include <functional>

namespace greenline {

/// One figure beside its target, printed as a line of JSON.
struct Figure {
    QLatin1StringView what;
    double target = 0;
    QLatin1StringView unit;
};

/// Of measured values in milliseconds: 0.5 is the median, 0.99 the p99.
double quantile(QList<double> values, double share);
void printFigure(const Figure &figure, double measured, const QList<double> &all = {});
/// Milliseconds that work takes.
double timed(const std::function<void()> &work);

void benchPainting(); ///< A frame to its painted row; scrolling 10,000 messages.
void benchBurst(); ///< 1,000 events in one second: how long the event loop is held up.
void benchFinding(); ///< Find everywhere over 100,000 messages.
void benchSmall(); ///< What a key press costs: counting segments, filtering, committing.

} // namespace greenline
