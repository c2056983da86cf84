#pragma once

#include <QStringList>

namespace greenline {

/// `greenline check`: the checks of the set-up on a server without a screen. arguments: all of the program's, with its
/// name. Ends with 0: all passed, 1: with warnings, 2: something failed, 3: something could not be told.
int runCheckCommand(const QStringList &arguments);

} // namespace greenline
