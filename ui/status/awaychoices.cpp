#include "ui/status/awaychoices.h"

#include "app/storage/settingsfile.h"

using namespace Qt::StringLiterals;

namespace greenline {

AwayChoices readAwayChoices(const SettingsFile &settings)
{
    AwayChoices choices;
    choices.whenLocked = settings.isOn(u"awayWhenLocked"_s, choices.whenLocked);
    choices.leavesQueue = settings.isOn(u"awayLeavesQueue"_s, choices.leavesQueue);
    bool isNumber = false;
    const int minutes = settings.text(u"awayAfterMinutes"_s).toInt(&isNumber);
    choices.afterMinutes = isNumber ? qBound(0, minutes, longestAwayMinutes) : choices.afterMinutes;
    return choices;
}

void writeAwayChoices(SettingsFile &settings, const AwayChoices &choices)
{
    settings.setOn(u"awayWhenLocked"_s, choices.whenLocked);
    settings.setOn(u"awayLeavesQueue"_s, choices.leavesQueue);
    settings.setText(u"awayAfterMinutes"_s, QString::number(choices.afterMinutes));
}

} // namespace greenline
