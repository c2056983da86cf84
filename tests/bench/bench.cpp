#include "bench.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto place = static_cast<qsizetype>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values.at(place);
}

void printFigure(const Figure &figure, double measured, const QList<double> &all)
{
    QJsonObject row{{u"what"_s, QString(figure.what)},
                    {u"target"_s, figure.target},
                    {u"unit"_s, QString(figure.unit)},
                    {u"measured"_s, measured}};
    if (!all.isEmpty()) {
        row.insert(u"spread"_s,
                   u"median %1, p99 %2, max %3 of %4"_s.arg(quantile(all, 0.5), 0, 'f', 2)
                       .arg(quantile(all, 0.99), 0, 'f', 2)
                       .arg(quantile(all, 1), 0, 'f', 2)
                       .arg(all.size()));
    }
    QTextStream(stdout) << QJsonDocument(row).toJson(QJsonDocument::Compact) << Qt::endl;
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace greenline

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    greenline::Theme theme(application);
    greenline::benchPainting();
    greenline::benchBurst();
    greenline::benchSmall();
    greenline::benchFinding();
    return 0;
}
