#include "ui/signin/probewords.h"

#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace greenline {

namespace {

using Subject = ProbeLine::Subject;
using Verdict = ProbeLine::Verdict;

QString probeSentence(const char *text)
{
    return QCoreApplication::translate("WorkspaceProbe", text);
}

QString runningWords(Subject subject)
{
    switch (subject) {
    case Subject::Address:
        return {};
    case Subject::Reachable:
        return probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Reaching the workspace…"));
    case Subject::RocketChat:
        return probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Asking for its version…"));
    case Subject::Omnichannel:
        return probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Asking about omnichannel…"));
    }
    return {};
}

QString passedWords(const ProbeLine &line)
{
    switch (line.subject) {
    case Subject::Address:
        return {}; // the lines below say more
    case Subject::Reachable:
        return (line.isSecure
                    ? probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Reached in %1 ms, secure connection"))
                    : probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Reached in %1 ms, on this computer")))
            .arg(line.took.count());
    case Subject::RocketChat:
        //: %1 is a version number; the name of the server is not translated.
        return probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Rocket.Chat %1")).arg(line.version.text());
    case Subject::Omnichannel:
        return probeSentence(QT_TRANSLATE_NOOP("WorkspaceProbe", "Omnichannel is on"));
    }
    return {};
}

QString warnedWords(const ProbeLine &line)
{
    if (line.subject == Subject::RocketChat) {
        return probeSentence(
                   QT_TRANSLATE_NOOP(
                       "WorkspaceProbe",
                       "Rocket.Chat %1 is not a version that Greenline was built for; most things will work."))
            .arg(line.version.text());
    }
    return probeSentence(QT_TRANSLATE_NOOP(
        "WorkspaceProbe", "The workspace does not tell strangers whether omnichannel is on; signing in will show it."));
}

} // namespace

QString probeWords(const ProbeLine &line)
{
    switch (line.verdict) {
    case Verdict::Running:
        return runningWords(line.subject);
    case Verdict::Passed:
        return passedWords(line);
    case Verdict::Warned:
        return warnedWords(line);
    case Verdict::Failed:
        return errorText(line.error.value_or(Error()), Occasion::CheckingAddress).oneLine();
    }
    return {};
}

QString probeDetails(const ProbeLine &line)
{
    const bool hasDetails = line.verdict == Verdict::Failed && line.error;
    return hasDetails ? errorText(*line.error, Occasion::CheckingAddress).details : QString();
}

} // namespace greenline
