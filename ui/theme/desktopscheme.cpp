#include "ui/theme/desktopscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const auto portalService = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto portalSettings = u"org.freedesktop.portal.Settings"_s;
const auto appearanceGroup = u"org.freedesktop.appearance"_s;
const auto schemeKey = u"color-scheme"_s;
constexpr int portalPatience = 2000; // milliseconds; a portal that starts up late still tells by its signal

} // namespace

DesktopScheme::DesktopScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    // QtDBus knows no other way than by name.
    bus.connect(portalService, portalPath, portalSettings, u"SettingChanged"_s, this,
                SLOT(onSetting(QString, QString, QDBusVariant)));
    ask();
}

void DesktopScheme::ask()
{
    QDBusMessage read = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, u"Read"_s);
    read << appearanceGroup << schemeKey;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read, portalPatience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        answered->deleteLater();
        if (reply.isValid()) {
            learn(reply.value().variant());
        }
    });
}

void DesktopScheme::onSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearanceGroup && key == schemeKey) {
        learn(value.variant());
    }
}

/// 1 dark, 2 light, anything else no preference. Read wraps the number in one variant more than the signal does.
void DesktopScheme::learn(const QVariant &value)
{
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint scheme = inner.toUInt();
    const std::optional<bool> isDark = scheme == 1 ? std::optional(true)
        : scheme == 2                              ? std::optional(false)
                                                   : std::nullopt;
    if (isDark != m_isDark) {
        m_isDark = isDark;
        Q_EMIT changed();
    }
}

} // namespace greenline
