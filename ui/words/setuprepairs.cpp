#include "ui/words/plainline.h"
#include "ui/words/setuptables.h"
#include "ui/words/setupwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct RepairWords {
    QStringView repair;
    const char *words;
};

constexpr RepairWords repairTable[] = {
    {u"set-number-hook", QT_TRANSLATE_NOOP("SetupWords", "Set the number's webhook")},
    {u"clear-application", QT_TRANSLATE_NOOP("SetupWords", "Take the number out of the application")},
    {u"set-service-hook", QT_TRANSLATE_NOOP("SetupWords", "Set the messaging service's webhook")},
    {u"defer-to-number", QT_TRANSLATE_NOOP("SetupWords", "Let the messaging service defer to its numbers")},
    {u"take-out-of-service", QT_TRANSLATE_NOOP("SetupWords", "Take the number out of the messaging service")},
    {u"create-service", QT_TRANSLATE_NOOP("SetupWords", "Create a messaging service for the number")},
    {u"join-service", QT_TRANSLATE_NOOP("SetupWords", "Add the number to the messaging service")},
    {u"save-settings", QT_TRANSLATE_NOOP("SetupWords", "Save the workspace's settings")},
};

QString changedValue(const QString &value)
{
    return value.isEmpty() ? QCoreApplication::translate("SetupWords", "empty")
                           : isolated(QCoreApplication::translate("SetupWords", "“%1”").arg(elidedLine(value, 200)));
}

ErrorText changeText(const char *happened, const char *next, const Error &error)
{
    return {setupTranslated(happened), setupTranslated(next), plainLine(error.code + u' ' + error.detail, 400)};
}

} // namespace

QString repairWords(const QString &repair)
{
    const auto found = std::find_if(std::begin(repairTable), std::end(repairTable),
                                    [&repair](const RepairWords &one) { return one.repair == repair; });
    return found == std::end(repairTable) ? repair : setupTranslated(found->words);
}

QString changeWords(const RepairPlan::Change &change)
{
    //: What is changed, from which value, to which
    return QCoreApplication::translate("SetupWords", "%1: %2 becomes %3")
        .arg(plainLine(change.where), changedValue(change.from), changedValue(change.to));
}

ErrorText changeFailure(const Error &error)
{
    if (error.code == "changed-meanwhile"_L1) {
        return changeText(QT_TRANSLATE_NOOP("SetupWords", "It is no longer as it was shown, so nothing was changed."),
                          QT_TRANSLATE_NOOP("SetupWords", "Check again, and look at the repair anew."), error);
    }
    if (error.code == "not-applied"_L1) {
        return changeText(QT_TRANSLATE_NOOP("SetupWords", "Twilio accepted the change, but kept the old value."),
                          QT_TRANSLATE_NOOP("SetupWords", "Change it in the Twilio console."), error);
    }
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return changeText(QT_TRANSLATE_NOOP("SetupWords", "The answer got lost, so it is not known what was changed."),
                          QT_TRANSLATE_NOOP("SetupWords", "Check again; nothing is repeated by itself."), error);
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
        return changeText(QT_TRANSLATE_NOOP("SetupWords", "Your account may not change this."),
                          QT_TRANSLATE_NOOP("SetupWords", "Ask an administrator of the workspace."), error);
    case Error::Kind::RateLimited:
        return changeText(QT_TRANSLATE_NOOP("SetupWords", "There were too many calls just now; nothing was changed."),
                          QT_TRANSLATE_NOOP("SetupWords", "Try again in a minute."), error);
    case Error::Kind::Cancelled:
        return changeText(QT_TRANSLATE_NOOP("SetupWords", "It was called off; what was under way may have been done."),
                          QT_TRANSLATE_NOOP("SetupWords", "Check again."), error);
    default:
        break;
    }
    return changeText(QT_TRANSLATE_NOOP("SetupWords", "The change was refused."),
                      QT_TRANSLATE_NOOP("SetupWords", "The details say what was answered."), error);
}

} // namespace greenline
