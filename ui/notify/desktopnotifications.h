#pragma once

#include "app/base/then.h"

#include <QDBusAbstractInterface>
#include <QStringList>

namespace greenline {

/// The desktop's notification service, org.freedesktop.Notifications 1.2. Every call answers later; none waits.
class DesktopNotifications : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    explicit DesktopNotifications(QObject *parent = nullptr);
    static const char *staticInterfaceName() { return "org.freedesktop.Notifications"; }

    struct Content {
        quint32 replaces = 0;
        QString title;
        QString body;
        QStringList actions; ///< Key and label by turns; none where the service knows no actions.
        QString replyHint; ///< Stands in the box of the action "inline-reply".
        QString replyButton;
    };
    void capabilities(const Then<QStringList> &then);
    void notify(const Content &content, const Then<quint32> &then);
    void close(quint32 id);

Q_SIGNALS:
    void serviceChanged(); ///< Another service, or none: what it names begins anew.
    void ActionInvoked(quint32 id, const QString &action); // names of the specification
    void NotificationReplied(quint32 id, const QString &text); // of services with the capability "inline-reply"
    void NotificationClosed(quint32 id, quint32 reason);
};

} // namespace greenline
