#include "ui/words/abilitywords.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class AbilityWords
{
    Q_DECLARE_TR_FUNCTIONS(AbilityWords)
};

/// What is done, at the beginning of a sentence; in the order of Ability.
constexpr std::array abilityDeeds{
    QT_TRANSLATE_NOOP("AbilityWords", "Taking conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Forwarding conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Returning conversations to the queue"),
    QT_TRANSLATE_NOOP("AbilityWords", "Placing conversations on hold"),
    QT_TRANSLATE_NOOP("AbilityWords", "Resuming conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Closing conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Closing other agents' conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Taking over other agents' conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Joining other agents' conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Sending transcripts by e-mail"),
    QT_TRANSLATE_NOOP("AbilityWords", "Changing a customer's details"),
    QT_TRANSLATE_NOOP("AbilityWords", "Using the workspace's canned responses"),
    QT_TRANSLATE_NOOP("AbilityWords", "Sending files"),
    QT_TRANSLATE_NOOP("AbilityWords", "Starting a conversation"),
    QT_TRANSLATE_NOOP("AbilityWords", "Choosing a department that is not yours for the answer"),
    QT_TRANSLATE_NOOP("AbilityWords", "Choosing who gets the answer"),
    QT_TRANSLATE_NOOP("AbilityWords", "Choosing yourself for the answer"),
    QT_TRANSLATE_NOOP("AbilityWords", "Seeing all conversations"),
    QT_TRANSLATE_NOOP("AbilityWords", "Seeing the manager board"),
    QT_TRANSLATE_NOOP("AbilityWords", "Searching the workspace"),
    QT_TRANSLATE_NOOP("AbilityWords", "Setting SMS up"),
};
static_assert(abilityDeeds.size() == static_cast<size_t>(Ability::SetUpSms) + 1);

QString switchedOff(Ability ability, const QString &deed, const QString &setting)
{
    if (ability == Ability::ReturnToQueue) {
        return AbilityWords::tr(
            "This workspace gives conversations to agents by itself, so there is no queue to return "
            "them to.");
    }
    return AbilityWords::tr("%1 is switched off in this workspace. An administrator can switch it on: setting %2.")
        .arg(deed, setting);
}

} // namespace

QString abilityRefusal(Ability ability, const Verdict &verdict)
{
    if (verdict.isAllowed) {
        return {};
    }
    const QString deed = AbilityWords::tr(abilityDeeds.at(static_cast<size_t>(ability)));
    switch (verdict.why) {
    case Verdict::Why::Permission:
        return AbilityWords::tr("%1 needs the permission %2, which your account does not have. Ask an administrator "
                                "for it.")
            .arg(deed, verdict.what);
    case Verdict::Why::Licence:
        return AbilityWords::tr("%1 needs a licence with the module %2, which this workspace does not have.")
            .arg(deed, verdict.what);
    case Verdict::Why::Setting:
        return switchedOff(ability, deed, verdict.what);
    case Verdict::Why::ServerTooOld:
        return AbilityWords::tr("%1 needs Rocket.Chat %2 or newer, and this workspace is older.")
            .arg(deed, verdict.what);
    case Verdict::Why::None:
    case Verdict::Why::Unknown:
        break;
    }
    return {};
}

} // namespace greenline
