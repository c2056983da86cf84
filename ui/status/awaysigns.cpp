#include "ui/status/awaysigns.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const auto logind = u"org.freedesktop.login1"_s;
const auto logindManager = u"org.freedesktop.login1.Manager"_s;
const auto logindSession = u"org.freedesktop.login1.Session"_s;
const auto dbusProperties = u"org.freedesktop.DBus.Properties"_s;
const auto lockedHint = u"LockedHint"_s;

} // namespace

AwaySigns::AwaySigns(const Buses &buses, QObject *parent)
    : QObject(parent)
    , m_buses(buses)
{
    if (m_buses.session.isConnected()) {
        watchScreenSavers();
    }
    if (m_buses.system.isConnected()) {
        m_buses.system.connect(logind, u"/org/freedesktop/login1"_s, logindManager, u"PrepareForSleep"_s, this,
                               SLOT(onSleep(bool))); // QtDBus knows no other way than by name
        findSession();
    }
}

void AwaySigns::watchScreenSavers()
{
    const auto freedesktop = u"org.freedesktop.ScreenSaver"_s;
    const auto gnome = u"org.gnome.ScreenSaver"_s;
    const auto signal = u"ActiveChanged"_s;
    m_buses.session.connect(freedesktop, u"/org/freedesktop/ScreenSaver"_s, freedesktop, signal, this,
                            SLOT(onCovered(bool)));
    m_buses.session.connect(freedesktop, u"/ScreenSaver"_s, freedesktop, signal, this, SLOT(onCovered(bool)));
    m_buses.session.connect(gnome, u"/org/gnome/ScreenSaver"_s, gnome, signal, this, SLOT(onCovered(bool)));
}

void AwaySigns::findSession()
{
    QDBusMessage ask
        = QDBusMessage::createMethodCall(logind, u"/org/freedesktop/login1"_s, logindManager, u"GetSession"_s);
    ask << u"auto"_s;
    auto *watcher = new QDBusPendingCallWatcher(m_buses.system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *answered;
        if (reply.isValid()) {
            watchSession(reply.value().path());
        }
    });
}

void AwaySigns::watchSession(const QString &path)
{
    m_buses.system.connect(logind, path, dbusProperties, u"PropertiesChanged"_s, this,
                           SLOT(onSession(QString, QVariantMap, QStringList)));
    QDBusMessage ask = QDBusMessage::createMethodCall(logind, path, dbusProperties, u"Get"_s);
    ask << logindSession << lockedHint;
    auto *watcher = new QDBusPendingCallWatcher(m_buses.system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        if (reply.isValid()) {
            note(m_isLocked, reply.value().variant().toBool());
        }
    });
}

void AwaySigns::onCovered(bool isCovered)
{
    note(m_isCovered, isCovered);
}

void AwaySigns::onSleep(bool isAsleep)
{
    note(m_isAsleep, isAsleep);
}

void AwaySigns::onSession(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface == logindSession && changed.contains(lockedHint)) {
        note(m_isLocked, changed.value(lockedHint).toBool());
    }
}

void AwaySigns::note(bool &sign, bool isSet)
{
    const bool wasGone = isGone();
    sign = isSet;
    if (isGone() != wasGone) {
        Q_EMIT changed();
    }
}

} // namespace greenline
