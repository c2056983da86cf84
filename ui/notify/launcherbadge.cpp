#include "ui/notify/launcherbadge.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace greenline {

void LauncherBadge::setWaiting(int waiting)
{
    if (m_told.value_or(0) == waiting) {
        return; // an icon begins without a number
    }
    m_told = waiting;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    QDBusMessage update = QDBusMessage::createSignal(u"/chat/greenline/Greenline"_s,
                                                     u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    const QVariantMap facts{
        {u"count"_s, qint64(waiting)}, {u"count-visible"_s, waiting > 0}, {u"urgent"_s, waiting > 0}};
    update << u"application://chat.greenline.Greenline.desktop"_s << facts;
    bus.send(update);
}

} // namespace greenline
