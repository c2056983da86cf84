#pragma once

#include "app/workspace/attention.h"
#include "ui/notify/desktopnotifications.h"
#include "ui/notify/noticechoices.h"

namespace greenline {

/// A notification as the desktop's service shows it, with as much as its capabilities allow. It replaces none yet.
DesktopNotifications::Content notificationContent(const Notice &notice, const QStringList &capabilities,
                                                  Privacy privacy);

} // namespace greenline
