#pragma once

#include "app/workspace/workspaceprobe.h"

#include <QString>

namespace greenline {

/// A line of the address check in words; empty when there is nothing worth a line.
QString probeWords(const ProbeLine &line);
/// What lies behind a failed line, for its fold.
QString probeDetails(const ProbeLine &line);

} // namespace greenline
