#include "ui/status/away.h"

#include "app/base/clock.h"
#include "ui/status/awaykeeper.h"
#include "ui/status/awaysigns.h"
#include "ui/status/idletime.h"

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto untilSigns = 1'500ms; // opening a bus takes a moment; the list comes first

} // namespace

AwayKeeper &keepAway(Session &session, SettingsFile &settings, Clock &clock, QObject *owner)
{
    auto *idle = new DesktopIdleTime(owner);
    auto *keeper = new AwayKeeper({session, settings, clock, *idle}, owner);
    clock.after(untilSigns, keeper, [keeper] {
        auto *signs = new AwaySigns({QDBusConnection::sessionBus(), QDBusConnection::systemBus()}, keeper);
        QObject::connect(signs, &AwaySigns::changed, keeper, [keeper, signs] { keeper->setGone(signs->isGone()); });
    });
    return *keeper;
}

} // namespace greenline
