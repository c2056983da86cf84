#include "app/setup/workspacefindings.h"

#include "app/setup/outcomes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// The account sees settings that are not for everybody, so one that is missing is one that the server has not.
bool areReadable(const WorkspaceSettings &settings)
{
    return settings.smsEnabled.has_value();
}

CheckOutcome missingSetting(const WorkspaceSettings &settings)
{
    return areReadable(settings) ? fine() : found(CheckVerdict::Unknown, u"settings-unreadable"_s);
}

RepairPlan::Change accepting()
{
    return {u"Livechat_accept_chats_with_no_agents"_s, u"false"_s, u"true"_s};
}

} // namespace

CheckOutcome judgeOmnichannel(const WorkspaceSettings &settings)
{
    if (!settings.omnichannel) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.omnichannel) {
        return mendable(u"omnichannel-off"_s, {u"Livechat_enabled"_s, u"false"_s, u"true"_s});
    }
    return fine(u"Livechat_enabled true"_s);
}

CheckOutcome judgeRouting(const WorkspaceSettings &settings)
{
    if (!settings.routing) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (settings.assignsToBot.value_or(false)) {
        return found(CheckVerdict::Warning, u"routing-to-bot"_s);
    }
    static const QStringList known{u"Manual_Selection"_s, u"Auto_Selection"_s, u"Load_Balancing"_s, u"Load_Rotation"_s};
    if (known.contains(*settings.routing)) {
        return fine(*settings.routing);
    }
    return found(CheckVerdict::Warning, u"routing-unknown"_s, {*settings.routing});
}

CheckOutcome judgeNobody(const WorkspaceSettings &settings, ServerVersion version)
{
    if (!settings.acceptsWithoutAgents) {
        return missingSetting(settings);
    }
    if (*settings.acceptsWithoutAgents) {
        return fine(accepting().where + u" true"_s);
    }
    // 3.11.6 texts "Sorry, no online agents"; newer ones refuse Twilio's call, and nobody is told (5.1, 11).
    return mendable(version < ServerVersion{5, 0} ? u"nobody-customer-texted"_s : u"texts-lost-without-agents"_s,
                    accepting(), CheckVerdict::Warning);
}

CheckOutcome judgeHours(const WorkspaceSettings &settings)
{
    if (!settings.businessHours) {
        return missingSetting(settings);
    }
    const bool losesTexts = *settings.businessHours && !settings.acceptsWithoutAgents.value_or(false);
    return losesTexts
        ? mendable(u"lost-outside-hours"_s, accepting(), CheckVerdict::Warning)
        : fine(u"Livechat_enable_business_hours %1"_s.arg(*settings.businessHours ? u"true"_s : u"false"_s));
}

CheckOutcome judgeVerification(const WorkspaceSettings &settings)
{
    if (!settings.verification) {
        return missingSetting(settings);
    }
    if (*settings.verification == "never"_L1 || settings.verification->isEmpty()) {
        return fine(*settings.verification);
    }
    return mendable(u"contact-verification"_s,
                    {u"Livechat_Require_Contact_Verification"_s, *settings.verification, u"never"_s},
                    CheckVerdict::Warning);
}

CheckOutcome judgeAgents(const WorkspaceSettings &settings, const QList<Agent> &agents,
                         const std::optional<QList<AgentId>> &department)
{
    if (agents.isEmpty()) {
        return found(CheckVerdict::Failed, u"no-agents"_s);
    }
    QList<Agent> there = agents;
    if (department) {
        there.removeIf([&department](const Agent &agent) { return !department->contains(agent.id); });
    }
    if (there.isEmpty()) {
        return found(CheckVerdict::Failed, u"no-agents-in-department"_s);
    }
    const auto ready = std::count_if(there.cbegin(), there.cend(), [&settings](const Agent &agent) {
        return agent.availability == Availability::Available
            && (settings.countsAbsent || agent.presence != Presence::Offline);
    });
    if (ready > 0) {
        return fine(QString::number(ready));
    }
    if (!settings.acceptsWithoutAgents) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    // Without one, a text is only kept when the workspace accepts conversations all the same (5.8).
    if (*settings.acceptsWithoutAgents) {
        return found(CheckVerdict::Warning, u"no-agent-ready"_s, {QString::number(there.size())});
    }
    return found(CheckVerdict::Failed, u"no-agent-ready-texts-lost"_s, {QString::number(there.size())});
}

} // namespace greenline
