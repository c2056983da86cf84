#pragma once

#include "app/workspace/attention.h"

#include <QString>

namespace greenline {

/// What a notification says. Texts of customers are data: escaped where the desktop reads markup in the body, and cut
/// where it is long.
struct NotificationWords {
    QString title; ///< Plain text by the specification; control characters blanked.
    QString body;
};
enum class BodyMarkup { Understood, Literal };
NotificationWords notificationWords(const Notice &notice, BodyMarkup markup);

} // namespace greenline
