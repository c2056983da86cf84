#include "app/workspace/farewell.h"

#include "app/ddp/ddpclient.h"
#include "app/rest/authapi.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto signOutPatience = 5'000ms;

} // namespace

Farewell::Farewell(DdpClient &ddp, AuthApi &auth, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ddp(ddp)
    , m_auth(auth)
    , m_clock(clock)
{
}

void Farewell::say(const Then<Done> &then)
{
    m_asked.append(then);
    if (m_asked.size() > 1) {
        return; // under way already
    }
    m_clock.after(signOutPatience, this, [this] {
        finish(Error{Error::Kind::Timeout, u"sign-out was not confirmed"_s});
    });
    if (m_ddp.state() != DdpClient::State::Online) {
        revoke();
        return;
    }
    // Only the logout on the socket makes the agent not available (7.7.1).
    m_ddp.call(u"logout"_s, {}, {this, [this](const Result<QJsonValue> &) { revoke(); }});
}

void Farewell::revoke()
{
    if (m_asked.isEmpty()) {
        return; // too late
    }
    m_auth.logout({this, [this](const Status &revoked) {
                       // The logout on the socket has revoked the token already (7.7.1), so this one may be told that
                       // it is unknown.
                       const bool isGone = revoked || revoked.error().kind == Error::Kind::Unauthorized;
                       finish(isGone ? Status(Done()) : revoked);
                   }});
}

void Farewell::finish(const Status &revoked)
{
    const QList<Then<Done>> asked = std::exchange(m_asked, {});
    for (const Then<Done> &then : asked) {
        then(revoked);
    }
}

} // namespace greenline
