#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace greenline {

/// Whether the desktop says that nobody sits before it: the screen is locked or covered (logind's LockedHint, the
/// screen savers of freedesktop.org and GNOME), or the computer goes to sleep (logind's PrepareForSleep). Where nobody
/// says such things, somebody is there.
class AwaySigns : public QObject
{
    Q_OBJECT
public:
    struct Buses {
        QDBusConnection session;
        QDBusConnection system;
    };
    explicit AwaySigns(const Buses &buses, QObject *parent = nullptr);
    bool isGone() const { return m_isLocked || m_isCovered || m_isAsleep; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onCovered(bool isCovered);
    void onSleep(bool isAsleep);
    void onSession(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void watchScreenSavers();
    void findSession();
    void watchSession(const QString &path);
    void note(bool &sign, bool isSet);

    Buses m_buses;
    bool m_isLocked = false;
    bool m_isCovered = false;
    bool m_isAsleep = false;
};

} // namespace greenline
