#pragma once

#include "app/workspace/colleagues.h"

#include <QString>

namespace greenline {

/// "Tom Becker · available · 2 of 5 chats"; what the workspace does not tell is left out.
QString colleagueLine(const Colleague &colleague);

/// "Billing · 2 available". available: nothing when it is not known.
QString departmentLine(const Department &department, std::optional<int> available);

QString colleagueName(const Colleague &colleague); ///< On one line.

/// How many of these are there for a department; nothing when the workspace does not tell who serves it.
std::optional<int> reachableIn(const DepartmentId &department, const QList<Colleague> &colleagues);

} // namespace greenline
