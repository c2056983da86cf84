#include "ui/notify/desktopnotifications.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

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
    auto *owner = new QDBusServiceWatcher(service(), connection(), QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(owner, &QDBusServiceWatcher::serviceOwnerChanged, this, &DesktopNotifications::serviceChanged);
}

void DesktopNotifications::capabilities(const Then<QStringList> &then)
{
    answerLater<QStringList>(this, asyncCall(u"GetCapabilities"_s), then);
}

void DesktopNotifications::notify(const Content &content, const Then<quint32> &then)
{
    QMap<QString, QVariant> hints;
    hints.insert(u"desktop-entry"_s, u"chat.greenline.Greenline"_s);
    hints.insert(u"category"_s, u"im.received"_s);
    hints.insert(u"suppress-sound"_s, true); // we make our own
    if (!content.replyHint.isEmpty()) {
        hints.insert(u"x-kde-reply-placeholder-text"_s, content.replyHint);
        hints.insert(u"x-kde-reply-submit-button-text"_s, content.replyButton);
    }
    QList<QVariant> arguments;
    arguments << u"Greenline"_s << content.replaces << u"chat.greenline.Greenline"_s << content.title << content.body
              << content.actions << QVariant(hints) << -1;
    answerLater<quint32>(this, asyncCallWithArgumentList(u"Notify"_s, arguments), then);
}

void DesktopNotifications::close(quint32 id)
{
    asyncCall(u"CloseNotification"_s, id);
}

} // namespace greenline
