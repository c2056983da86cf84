#include "ui/notify/noticechoices.h"

#include "app/storage/settingsfile.h"

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// In the order of Privacy.
constexpr std::array privacyNames{"text"_L1, "name"_L1, "nothing"_L1};

Privacy privacyNamed(const QString &name)
{
    for (size_t place = 0; place < privacyNames.size(); ++place) {
        if (name == privacyNames.at(place)) {
            return static_cast<Privacy>(place);
        }
    }
    return Privacy::NameAndText;
}

} // namespace

QStringList soundNames()
{
    return {u"notice"_s, u"bell"_s, u"knock"_s};
}

NoticeChoices readNoticeChoices(const SettingsFile &settings)
{
    NoticeChoices choices;
    choices.hasPopups = settings.isOn(u"notifications"_s, choices.hasPopups);
    choices.privacy = privacyNamed(settings.text(u"notificationsShow"_s));
    choices.hasSound = settings.isOn(u"sound"_s, choices.hasSound);
    choices.textSound = settings.text(u"soundOfText"_s);
    choices.queueSound = settings.text(u"soundOfQueue"_s);
    choices.hasQueueAlarm = settings.isOn(u"queueAlarm"_s, choices.hasQueueAlarm);
    const int seconds = settings.text(u"queueAlarmSeconds"_s).toInt();
    choices.alarmSeconds = seconds > 0 ? qBound(shortestAlarm, seconds, longestAlarm) : choices.alarmSeconds;
    choices.isQuiet = settings.isOn(u"quiet"_s, false);
    choices.quietUntil = QDateTime::fromString(settings.text(u"quietUntil"_s), Qt::ISODate);
    return choices;
}

void writeNoticeChoices(SettingsFile &settings, const NoticeChoices &choices)
{
    settings.setOn(u"notifications"_s, choices.hasPopups);
    settings.setText(u"notificationsShow"_s, privacyNames.at(static_cast<size_t>(choices.privacy)));
    settings.setOn(u"sound"_s, choices.hasSound);
    settings.setText(u"soundOfText"_s, choices.textSound);
    settings.setText(u"soundOfQueue"_s, choices.queueSound);
    settings.setOn(u"queueAlarm"_s, choices.hasQueueAlarm);
    settings.setText(u"queueAlarmSeconds"_s, QString::number(choices.alarmSeconds));
    settings.setOn(u"quiet"_s, choices.isQuiet);
    settings.setText(u"quietUntil"_s, choices.quietUntil.toUTC().toString(Qt::ISODate));
}

} // namespace greenline
