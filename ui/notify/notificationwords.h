#pragma once

#include "app/workspace/attention.h"
#include "ui/notify/noticechoices.h"

#include <QString>

namespace greenline {

/// What a notification says. Texts of customers are data: escaped where the desktop reads markup in the body, and cut
/// where it is long.
struct NotificationWords {
    QString title; ///< Plain text by the specification; control characters blanked.
    QString body;
};
enum class BodyMarkup { Understood, Literal };
NotificationWords notificationWords(const Notice &notice, BodyMarkup markup, Privacy privacy = Privacy::NameAndText);

QString quietUntilWords(const NoticeChoices &choices); ///< "until 10:20"; empty: until it is switched off.
QString quietWords(const NoticeChoices &choices); ///< "Nothing disturbs you until 10:20."

} // namespace greenline
