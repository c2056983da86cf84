#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace greenline {

class SettingsFile;

/// How much a notification shows to whoever looks at the screen.
enum class Privacy {
    NameAndText,
    NameOnly,
    Nothing ///< That there is something, and no more.
};

/// How a person wants to be told.
struct NoticeChoices {
    bool hasPopups = true;
    Privacy privacy = Privacy::NameAndText;
    bool hasSound = true;
    QString textSound = {}; ///< One of soundNames(); empty: the first.
    QString queueSound = {};
    bool hasQueueAlarm = true; ///< The sound repeats while anybody waits.
    int alarmSeconds = 30;
    bool isQuiet = false; ///< Do not disturb: no pop-ups, no sound, no blinking.
    QDateTime quietUntil = {}; ///< Null: until it is switched off.
    bool operator==(const NoticeChoices &) const = default;
};

constexpr int shortestAlarm = 10; ///< Seconds.
constexpr int longestAlarm = 60;

QStringList soundNames(); ///< Of the files that come with the program.

NoticeChoices readNoticeChoices(const SettingsFile &settings);
void writeNoticeChoices(SettingsFile &settings, const NoticeChoices &choices);

} // namespace greenline
