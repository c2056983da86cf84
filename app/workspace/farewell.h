#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"

#include <QList>
#include <QObject>

namespace greenline {

class AuthApi;
class DdpClient;

/// Signing out on the server: makes the agent not available where the line stands, and revokes the token. Answered
/// after some seconds whatever happens, for nobody waits for a server that does not answer.
class Farewell : public QObject
{
    Q_OBJECT
public:
    Farewell(DdpClient &ddp, AuthApi &auth, Clock &clock, QObject *parent = nullptr);
    void say(const Then<Done> &then);

private:
    void revoke();
    void finish(const Status &revoked);

    DdpClient &m_ddp;
    AuthApi &m_auth;
    Clock &m_clock;
    QList<Then<Done>> m_asked; // while under way
};

} // namespace greenline
