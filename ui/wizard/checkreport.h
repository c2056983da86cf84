#pragma once

#include "app/setup/checkup.h"

#include <QDateTime>
#include <QJsonObject>

namespace greenline {

/// The end of the program: 0 all passed, 1 with warnings, 2 something failed, 3 something could not be told.
int checkStatus(CheckVerdict worst);

/// The gravest of all; Unknown where nothing was looked at, for what was skipped has not passed.
CheckVerdict toldVerdict(const CheckRunner &runner);

/// What was checked, for programs. Fields may be added; those that are there keep their meaning as long as "schema" is
/// 1. README.md describes it.
QJsonObject checkReport(Checkup &checkup, const QUrl &workspace, const QDateTime &at);
/// The same shape, without checks: why nothing could be told.
QJsonObject checkFailure(const QString &why, const QUrl &workspace, const QDateTime &at);

/// The same for people, a line for each check and two more for each that has not passed.
QString checkLines(Checkup &checkup, const QUrl &workspace);

} // namespace greenline
