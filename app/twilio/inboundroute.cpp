#include "app/twilio/inboundroute.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr auto demoHost = "demo.twilio.com"_L1;

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool isSameHost(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

/// The one parameter that the workspace knows: who gets the texts. It is signed with the rest (rocketchat-wire.md 5.3).
bool isDepartment(const QString &query)
{
    return query.startsWith("department="_L1) && !query.contains(u'&');
}

} // namespace

InboundRoute inboundRoute(const TwilioNumber &number, const TwilioApplication *application,
                          const TwilioService *service)
{
    if (service && !service->defersToNumber) {
        return {InboundRoute::Holder::Service, service->sid, service->hook, service->hook.url.isEmpty()};
    }
    if (!number.application.isEmpty()) {
        return {InboundRoute::Holder::Application, number.application, application ? application->hook : TwilioHook(),
                false};
    }
    return {InboundRoute::Holder::Number, number.sid, number.hook, false};
}

RouteVerdict compared(const InboundRoute &route, const QUrl &wanted)
{
    if (route.isDropped) {
        return RouteVerdict::Dropped;
    }
    const QUrl called(route.hook.url.trimmed());
    if (called.isEmpty()) {
        return RouteVerdict::NotSet;
    }
    if (called.host() == demoHost) {
        return RouteVerdict::Demo;
    }
    if (!isSameHost(called, wanted)) {
        return RouteVerdict::Elsewhere;
    }
    const bool isSamePlace = called.path(QUrl::FullyEncoded) == wanted.path(QUrl::FullyEncoded)
        && (called.query(QUrl::FullyEncoded) == wanted.query(QUrl::FullyEncoded)
            || (!wanted.hasQuery() && isDepartment(called.query(QUrl::FullyEncoded))))
        && called.userInfo() == wanted.userInfo();
    if (!isSamePlace) {
        return RouteVerdict::SameHostOtherPath;
    }
    return route.hook.method.compare("POST"_L1, Qt::CaseInsensitive) == 0 ? RouteVerdict::Right
                                                                          : RouteVerdict::WrongMethod;
}

} // namespace greenline
