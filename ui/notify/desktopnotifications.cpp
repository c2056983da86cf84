#include "ui/notify/desktopnotifications.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// Answers once with the call's value or with why there is none.
template <typename T>
void answerLater(QObject *owner, const QDBusPendingCall &call, const Then<T> &then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, owner);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, owner, [watcher, then] {
        watcher->deleteLater();
        const QDBusPendingReply<T> reply = *watcher;
        then(reply.isError() ? Result<T>(Error{Error::Kind::Network, reply.error().message(), reply.error().name()})
                             : Result<T>(reply.value()));
    });
}

} // namespace

DesktopNotifications::DesktopNotifications(QObject *parent)
    : QDBusAbstractInterface(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                             staticInterfaceName(), QDBusConnection::sessionBus(), parent)
{
}

void DesktopNotifications::capabilities(const Then<QStringList> &then)
{
    answerLater<QStringList>(this, asyncCall(u"GetCapabilities"_s), then);
}

void DesktopNotifications::notify(const Content &content, const Then<quint32> &then)
{
    QStringList actions; // not by a condition between two lists: an optimising GCC 12 takes that for a dangling pointer
    if (content.hasAction) {
        actions << u"default"_s << tr("Open");
    }
    QMap<QString, QVariant> hints;
    hints.insert(u"desktop-entry"_s, u"chat.greenline.Greenline"_s);
    hints.insert(u"category"_s, u"im.received"_s);
    hints.insert(u"suppress-sound"_s, true); // we make our own
    QList<QVariant> arguments;
    arguments << u"Greenline"_s << content.replaces << u"chat.greenline.Greenline"_s << content.title << content.body
              << actions << QVariant(hints) << -1;
    answerLater<quint32>(this, asyncCallWithArgumentList(u"Notify"_s, arguments), then);
}

void DesktopNotifications::close(quint32 id)
{
    asyncCall(u"CloseNotification"_s, id);
}

} // namespace greenline
