#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace greenline {

/// What was asked for when the program was started.
struct CommandLine {
    QString workspace = {}; ///< Offered on the sign-in page.
    std::optional<QString> profile = {};
    bool isPractice = false;
    bool reportsStart = false; ///< Says on standard output when the window can be used.
    Theme::Scheme scheme = Theme::Scheme::System;
};

/// Nothing to start: text to print, and how the program ends.
struct CommandAnswer {
    QString text;
    int status = 0; ///< 0: asked for; 2: wrong usage, told on the error channel.
};

/// Arguments without the program's name. Needs no application, so that --help works without a display.
std::variant<CommandLine, CommandAnswer> parseCommandLine(const QStringList &arguments);

} // namespace greenline
