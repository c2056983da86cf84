#include "app/workspace/abilities.h"

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using Why = Verdict::Why;

constexpr ServerVersion everyVersion{0, 0};

/// What one ability needs from a version on.
struct AbilityRule {
    Ability ability;
    ServerVersion from;
    QLatin1StringView permissions = {}; ///< All of these, by spaces.
    QLatin1StringView module = {};
    QLatin1StringView setting = {};
};

// Newest first within an ability. An ability without a row that is always true came with the version of its last row.
// Permissions and modules: rocketchat-wire.md 2.4-2.8; what 3.11.6 asks was seen there.
constexpr std::array abilityRules{
    AbilityRule{Ability::Take, everyVersion, "view-l-room"_L1},
    // 3.11.6 lets plain agents forward (seen).
    AbilityRule{Ability::Forward, {5, 0}, "view-l-room transfer-livechat-guest"_L1},
    AbilityRule{Ability::Forward, everyVersion, "view-l-room"_L1},
    AbilityRule{Ability::ReturnToQueue, everyVersion, "view-l-room"_L1, {}, "Livechat_Routing_Method"_L1},
    // On hold came with 3.13 (#20945); 3.11.6 knows neither the permission nor the field.
    AbilityRule{Ability::Hold,
                {3, 13},
                "view-l-room on-hold-livechat-room"_L1,
                "livechat-enterprise"_L1,
                "Livechat_allow_manual_on_hold"_L1},
    AbilityRule{Ability::Resume, {3, 13}, "view-l-room"_L1, "livechat-enterprise"_L1},
    AbilityRule{Ability::Close, everyVersion, "close-livechat-room"_L1},
    AbilityRule{Ability::CloseOthers, everyVersion, "close-livechat-room close-others-livechat-room"_L1},
    // There is no call of that name: it is forwarded to oneself.
    AbilityRule{Ability::TakeOver, {5, 0}, "view-l-room view-livechat-rooms transfer-livechat-guest"_L1},
    AbilityRule{Ability::TakeOver, everyVersion, "view-l-room view-livechat-rooms"_L1},
    AbilityRule{Ability::JoinAsObserver, {4, 5}, "view-l-room view-livechat-rooms"_L1},
    AbilityRule{Ability::SendTranscript, everyVersion, "send-omnichannel-chat-transcript"_L1},
    AbilityRule{Ability::EditCustomer, {7, 0}, "view-l-room update-livechat-contact"_L1},
    AbilityRule{Ability::EditCustomer, everyVersion, "view-l-room"_L1},
    AbilityRule{Ability::CannedResponses, everyVersion, "view-canned-responses"_L1, "canned-responses"_L1,
                "Canned_Responses_Enable"_L1},
    AbilityRule{Ability::Attach, everyVersion, {}, {}, "FileUpload_Enabled"_L1},
    // Outbound messages by providers, a module of their own: sources in outboundapi.h.
    AbilityRule{Ability::Outbound, {7, 11}, "outbound.send-messages"_L1, "outbound-messaging"_L1},
    AbilityRule{Ability::AssignAnyDepartment, {7, 11}, "outbound.can-assign-queues"_L1, "outbound-messaging"_L1},
    AbilityRule{Ability::AssignAnyAgent, {7, 11}, "outbound.can-assign-any-agent"_L1, "outbound-messaging"_L1},
    AbilityRule{Ability::AssignMyself, {7, 11}, "outbound.can-assign-self-only"_L1, "outbound-messaging"_L1},
    AbilityRule{Ability::SeeAllConversations, everyVersion, "view-livechat-rooms"_L1},
    AbilityRule{Ability::SeeManagerBoard, everyVersion, "view-livechat-manager"_L1},
    AbilityRule{Ability::SearchServer, everyVersion},
    AbilityRule{Ability::SetUpSms, everyVersion, "view-privileged-setting"_L1},
};

/// The oldest of an ability's rules when the version has none.
const AbilityRule &ruleFor(Ability ability, ServerVersion version)
{
    const AbilityRule *oldest = nullptr;
    for (const AbilityRule &rule : abilityRules) {
        if (rule.ability == ability) {
            oldest = &rule;
            if (version >= rule.from) {
                break;
            }
        }
    }
    Q_ASSERT(oldest); // each has one
    return *oldest;
}

Verdict refusedFor(Why why, const QString &what)
{
    return {false, why, what};
}

} // namespace

Abilities::Abilities(ServerVersion version, QObject *parent)
    : QObject(parent)
    , m_version(version)
{
}

Verdict Abilities::verdict(Ability ability) const
{
    bool isSure = true;
    const QList<Verdict> wanted = needs(ability);
    for (const Verdict &need : wanted) {
        const std::optional<bool> met = isMet(need);
        if (met == false) {
            return need;
        }
        isSure = isSure && met;
    }
    return {true, isSure ? Why::None : Why::Unknown, {}};
}

QList<Verdict> Abilities::needs(Ability ability) const
{
    const AbilityRule &rule = ruleFor(ability, m_version);
    if (m_version < rule.from) {
        return {refusedFor(Why::ServerTooOld, rule.from.text())};
    }
    QList<Verdict> needs;
    const QStringList permissions = QString(rule.permissions).split(u' ', Qt::SkipEmptyParts);
    for (const QString &permission : permissions) {
        needs.append(refusedFor(Why::Permission, permission));
    }
    if (!rule.module.isEmpty()) {
        needs.append(refusedFor(Why::Licence, rule.module));
    }
    if (!rule.setting.isEmpty()) {
        needs.append(refusedFor(Why::Setting, rule.setting));
    }
    return needs;
}

std::optional<bool> Abilities::isMet(const Verdict &need) const
{
    switch (need.why) {
    case Why::Permission:
        return m_granted ? std::optional(m_granted->contains(need.what)) : std::nullopt;
    case Why::Licence:
        return m_modules ? std::optional(m_modules->contains(need.what)) : std::nullopt;
    case Why::Setting:
        return m_switches ? std::optional(m_switches->value(need.what, false)) : std::nullopt;
    case Why::ServerTooOld:
        return false;
    case Why::None:
    case Why::Unknown:
        break;
    }
    return true;
}

void Abilities::setVersion(ServerVersion version)
{
    if (m_version != version) {
        m_version = version;
        Q_EMIT changed();
    }
}

void Abilities::setPermissions(const QSet<QString> &granted)
{
    if (m_granted != granted) {
        m_granted = granted;
        Q_EMIT changed();
    }
}

void Abilities::setPermission(const QString &permission, bool isGranted)
{
    if (!m_granted || m_granted->contains(permission) == isGranted) {
        return;
    }
    if (isGranted) {
        m_granted->insert(permission);
    } else {
        m_granted->remove(permission);
    }
    Q_EMIT changed();
}

void Abilities::setModules(const std::optional<QSet<QString>> &modules)
{
    if (m_modules != modules) {
        m_modules = modules;
        Q_EMIT changed();
    }
}

void Abilities::setSwitches(const QHash<QString, bool> &switches)
{
    if (m_switches != switches) {
        m_switches = switches;
        Q_EMIT changed();
    }
}

void Abilities::setSwitch(const QString &id, bool isOn)
{
    if (!m_switches || !switchIds().contains(id) || m_switches->value(id) == isOn) {
        return;
    }
    m_switches->insert(id, isOn);
    Q_EMIT changed();
}

QStringList Abilities::switchIds()
{
    QStringList ids;
    for (const AbilityRule &rule : abilityRules) {
        if (!rule.setting.isEmpty()) {
            ids.append(rule.setting);
        }
    }
    return ids;
}

} // namespace greenline
