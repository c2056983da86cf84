#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace greenline {

/// Whether the desktop is dark, as its portal says (org.freedesktop.portal.Settings, org.freedesktop.appearance
/// color-scheme). Qt 6.4 does not follow it by itself. Without a session bus or a portal nothing is ever known.
class DesktopScheme : public QObject
{
    Q_OBJECT
public:
    explicit DesktopScheme(QObject *parent = nullptr);
    std::optional<bool> isDark() const { return m_isDark; } ///< Nothing: unknown, or the desktop has no preference.

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void learn(const QVariant &value);

    std::optional<bool> m_isDark;
};

} // namespace greenline
