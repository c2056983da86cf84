#include "ui/commandline.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

// The command line is English everywhere, like the manual page.
const char usageText[] = R"(Usage: greenline [options]
       greenline practice [options of the practice workspace]
       greenline check --workspace URL [options of the check]
Answer customers' text messages through a Rocket.Chat workspace.

  --workspace URL   offer this workspace on the sign-in page
  --profile DIR     keep settings, data and cache below DIR, and keyring entries apart
  --practice        start with a practice workspace inside, signed in as an agent of it
  --scheme S        light or dark, instead of what the desktop prefers
  --report-start    say on standard output when the window can be used
  --version         print the version
  --help            print this text

"greenline practice" runs a practice workspace alone, without a window, until Ctrl+C. "greenline check" finds out
whether SMS works, without a window.
)";

CommandAnswer wrongUsage(const QString &reason)
{
    return {u"greenline: %1\n%2"_s.arg(reason, QString::fromLatin1(usageText)), 2};
}

} // namespace

std::variant<CommandLine, CommandAnswer> parseCommandLine(const QStringList &arguments)
{
    const QCommandLineOption workspace(u"workspace"_s, {}, u"URL"_s);
    const QCommandLineOption profile(u"profile"_s, {}, u"DIR"_s);
    const QCommandLineOption practice(u"practice"_s);
    const QCommandLineOption scheme(u"scheme"_s, {}, u"S"_s);
    const QCommandLineOption reportStart(u"report-start"_s);
    const QCommandLineOption version(QStringList{u"version"_s, u"v"_s});
    const QCommandLineOption help(QStringList{u"help"_s, u"h"_s});
    QCommandLineParser parser;
    parser.addOptions({workspace, profile, practice, scheme, reportStart, version, help});
    if (!parser.parse(QStringList(u"greenline"_s) + arguments)) {
        return wrongUsage(parser.errorText());
    }
    if (parser.isSet(help)) {
        return CommandAnswer{QString::fromLatin1(usageText)};
    }
    if (parser.isSet(version)) {
        return CommandAnswer{u"greenline %1\n"_s.arg(QStringLiteral(GREENLINE_VERSION))};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrongUsage(u"what is \"%1\"?"_s.arg(parser.positionalArguments().first()));
    }
    CommandLine line;
    line.workspace = parser.value(workspace);
    line.reportsStart = parser.isSet(reportStart);
    line.isPractice = parser.isSet(practice);
    if (parser.isSet(profile)) {
        if (parser.value(profile).isEmpty()) {
            return wrongUsage(u"--profile needs a folder"_s);
        }
        line.profile = parser.value(profile);
    }
    const QString wanted = parser.value(scheme);
    if (parser.isSet(scheme) && wanted != "light"_L1 && wanted != "dark"_L1) {
        return wrongUsage(u"--scheme is light or dark"_s);
    }
    line.scheme = wanted == "dark"_L1 ? Theme::Scheme::Dark
        : wanted == "light"_L1        ? Theme::Scheme::Light
                                      : Theme::Scheme::System;
    return line;
}

} // namespace greenline
