#include "app/workspace/rights.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/omnichannel/agentstore.h"
#include "app/wire/rightscodec.h"
#include "app/workspace/abilities.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto toLoggedIn = "stream-notify-logged"_L1;
constexpr auto toAll = "stream-notify-all"_L1;
constexpr auto quietAfterLicence = 1'000ms;

void noteUnread(const char *what, const Error &error)
{
    qCWarning(logWorkspace) << what << redacted(error.detail);
}

} // namespace

Rights::Rights(RightsApi &api, DdpClient &ddp, const Stores &stores, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_stores(stores)
    , m_modulesAlarm(clock, [this] { readModules(); })
{
    // rocketchat-wire.md 3.5
    for (const QString &event : {u"permissions-changed"_s, u"roles-change"_s}) {
        ddp.subscribe({QString(toLoggedIn), event});
    }
    for (const QString &event : {u"public-settings-changed"_s, u"license"_s}) {
        ddp.subscribe({QString(toAll), event});
    }
    connect(&ddp, &DdpClient::ready, this, &Rights::read);
    connect(&ddp, &DdpClient::streamEvent, this, &Rights::onEvent);
    connect(&stores.agent, &AgentStore::meChanged, this, &Rights::onMe);
}

void Rights::read()
{
    m_isLive = true;
    readPermissions();
    readModules();
    readSwitches();
}

void Rights::readPermissions()
{
    m_roles = m_stores.agent.me().roles;
    if (m_roles.isEmpty()) {
        return; // not told yet: an account that was kept comes without them, and nobody's permissions are not its own
    }
    m_api.permissions(m_roles, {this, [this, roles = m_roles](const Result<QSet<QString>> &granted) {
                                    if (!granted) {
                                        noteUnread("permissions:", granted.error());
                                    } else if (roles == m_roles) {
                                        m_stores.abilities.setPermissions(*granted);
                                    }
                                }});
}

void Rights::readModules()
{
    m_api.modules({this, [this](const Result<QSet<QString>> &modules) {
                       if (!modules) {
                           noteUnread("licence:", modules.error());
                       }
                       m_stores.abilities.setModules(modules ? std::optional(*modules) : std::nullopt);
                   }});
}

void Rights::readSwitches()
{
    m_api.switches(Abilities::switchIds(), {this, [this](const Result<QHash<QString, bool>> &switches) {
                                                if (!switches) {
                                                    noteUnread("settings:", switches.error());
                                                    return;
                                                }
                                                m_stores.abilities.setSwitches(*switches);
                                            }});
}

void Rights::onMe()
{
    if (m_isLive && m_roles != m_stores.agent.me().roles) {
        readPermissions();
    }
}

void Rights::onEvent(const StreamEvent &event)
{
    if (event.key.stream == toLoggedIn && event.key.event == "permissions-changed"_L1) {
        onPermission(event.args);
    } else if (event.key.stream == toLoggedIn && event.key.event == "roles-change"_L1) {
        onRole(event.args);
    } else if (event.key.stream == toAll && event.key.event == "public-settings-changed"_L1) {
        onSetting(event.args);
    } else if (event.key.stream == toAll && event.key.event == "license"_L1) {
        m_modulesAlarm.start(quietAfterLicence);
    }
}

void Rights::onPermission(const QJsonArray &args)
{
    const Result<PermissionChange> change = decodePermissionChange(args);
    if (!change) {
        noteUnread("permission:", change.error());
        return;
    }
    const QStringList &mine = m_stores.agent.me().roles;
    const bool isGranted = std::any_of(change->roles.cbegin(), change->roles.cend(),
                                       [&mine](const QString &role) { return mine.contains(role); });
    m_stores.abilities.setPermission(change->permission, isGranted);
}

void Rights::onSetting(const QJsonArray &args)
{
    const Result<SwitchChange> change = decodeSwitchChange(args);
    if (!change) {
        noteUnread("setting:", change.error());
        return;
    }
    m_stores.abilities.setSwitch(change->id, change->isOn);
}

void Rights::onRole(const QJsonArray &args)
{
    if (decodeRoleHolder(args) == m_stores.agent.me().id) {
        Q_EMIT rolesTouched();
    }
}

} // namespace greenline
