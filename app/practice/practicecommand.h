#pragma once

#include <QStringList>

namespace greenline::practice {

/// `greenline practice [--port N] [--server-version V] [--routing manual|auto] [--licence none|enterprise] [--quiet-customers] [--json]`:
/// runs a practice workspace alone, without a window, until Ctrl+C. Makes its own QCoreApplication, so none may exist yet.
/// `arguments` are those of main from argv[0] on, the word "practice" included. 0 ended, 1 could not start, 2 wrong usage.
int runPracticeCommand(const QStringList &arguments);

} // namespace greenline::practice
