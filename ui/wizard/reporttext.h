#pragma once

#include "app/setup/checkup.h"

namespace greenline {

/// The report of a set-up as text: every check with its verdict, what was found, and the evidence. No secrets.
QString setupReportText(Checkup &checkup, const QUrl &workspace, const QDateTime &at);
/// "12 passed, 1 warning, 2 failed"
QString setupSummary(const CheckRunner &runner);

} // namespace greenline
