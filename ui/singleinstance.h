#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace greenline {

/// One running program for each profile. A second start asks the first to come to the front and ends. The lock names
/// its process, so that one left behind by kill -9 is recognised and taken over.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    SingleInstance(const QString &profile, Clock &clock, QObject *parent = nullptr);
    bool claim(); ///< True: this is the first; it hears of later ones by raiseRequested.
    void askFirst(
        const Then<Done> &then); ///< Asks the first to come to the front; tried again while that one is still starting.

Q_SIGNALS:
    void raiseRequested();

private:
    Clock &m_clock;
    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
    int m_tries = 0;
};

} // namespace greenline
