#pragma once

#include "app/practice/restlimiter.h"
#include "app/practice/restroute.h"

#include <QObject>

namespace greenline::practice {

class State;

/// The REST side of the workspace: finds the route, refuses what the server refuses before any route's own code runs
/// (no such route, too many calls, not signed in, a closed schema, a missing permission or licence), and lets Faults
/// spoil what they are to spoil.
class RestSide : public QObject
{
    Q_OBJECT
public:
    explicit RestSide(State &state, QObject *parent = nullptr);
    void add(const RestRoutes &routes); ///< Beside its own: the webhook's.
    const RestLimiter &limiter() const { return m_limiter; }
    void serve(const HttpRequest &request,
               const std::shared_ptr<HttpReply> &reply); ///< Everything that is no WebSocket.

private:
    void dispatch(const CallPtr &call);
    void admit(const RestRoute &route, const CallPtr &call);
    bool isServed(const RestRoute &route) const;
    bool spoils(const CallPtr &call);
    bool isTooMuch(const RestRoute &route, const CallPtr &call);
    bool identify(const CallPtr &call) const;
    bool isPermitted(const RestRoute &route, const CallPtr &call) const;
    void refuseVerb(const CallPtr &call) const;
    State &m_state;
    RestRoutes m_routes;
    RestLimiter m_limiter;
};

} // namespace greenline::practice
