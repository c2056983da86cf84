#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/department.h"
#include "app/rest/serverfeatures.h"
#include "app/setup/check.h"
#include "app/setup/setupplan.h"
#include "app/twilio/twiliotypes.h"

#include <QHash>
#include <QSet>

namespace greenline {

/// A workspace's settings that SMS depends on (rocketchat-wire.md 5.7, 5.8). Nothing: this server has no such setting,
/// or the account may not read it.
struct WorkspaceSettings {
    std::optional<QString> siteUrl = {}; ///< Site_Url
    std::optional<bool> smsEnabled = {};
    std::optional<QString> smsService = {}; ///< "twilio", "voxtelesys", "mobex"
    std::optional<QString> smsDepartment = {}; ///< SMS_Default_Omnichannel_Department: id or name; may be empty.
    std::optional<QString> accountSid = {}; ///< SMS_Twilio_Account_SID
    std::optional<QString> authToken = {}; ///< Never shown, never part of an outcome.
    bool isTokenMasked = false; ///< There is one, and the server keeps it to itself.
    std::optional<bool> sendsFiles = {}; ///< SMS_Twilio_FileUpload_Enabled
    std::optional<QString> fileTypes = {}; ///< SMS_Twilio_FileUpload_MediaTypeWhiteList
    std::optional<bool> omnichannel = {}; ///< Livechat_enabled
    std::optional<QString> routing = {}; ///< Livechat_Routing_Method
    std::optional<bool> acceptsWithoutAgents = {}; ///< Livechat_accept_chats_with_no_agents
    std::optional<bool> businessHours = {}; ///< Livechat_enable_business_hours
    std::optional<bool> assignsToBot = {}; ///< Livechat_assign_new_conversation_to_bot
    std::optional<QString> verification = {}; ///< Livechat_Require_Contact_Verification: "never", …
    bool countsAbsent = false; ///< An available agent gets texts also while offline.
    std::optional<bool> fileUpload = {}; ///< FileUpload_Enabled
    std::optional<bool> protectsFiles = {}; ///< FileUpload_ProtectFiles
    std::optional<bool> signsFileLinks = {}; ///< FileUpload_Enable_json_web_token_for_files, with its secret set
    std::optional<QString> fetchesFrom = {}; ///< SSRF_Allowlist
    std::optional<bool> limitsApi = {}; ///< API_Enable_Rate_Limiter
    std::optional<int> limitCalls = {}; ///< API_Enable_Rate_Limiter_Limit_Calls_Default
    std::optional<int> limitSeconds = {};
    QHash<QString, QString> others = {}; ///< Of VoxTelesys and Mobex, by id; a secret is only a bullet, or empty.
};

/// Where Twilio is: on this computer for practice, and then a loopback workspace is public enough.
enum class TwilioPlace { Internet, ThisComputer };

CheckOutcome judgeReached(const Result<ServerVersion> &version, const QUrl &address);
CheckOutcome judgeVersion(ServerVersion version);
CheckOutcome judgeRights(const QSet<QString> &rights);
bool mayWriteSettings(const QSet<QString> &rights); ///< Those of SMS.
/// Without the repairs that save settings which these rights do not let be saved, and why.
CheckOutcome permittedBy(const QSet<QString> &rights, CheckOutcome outcome);
CheckOutcome judgeLicence(const Result<QSet<QString>> &modules); ///< Its modules.

CheckOutcome judgeSiteUrl(const WorkspaceSettings &settings, const QUrl &address,
                          TwilioPlace place = TwilioPlace::Internet);

CheckOutcome judgeOmnichannel(const WorkspaceSettings &settings);
CheckOutcome judgeRouting(const WorkspaceSettings &settings);
/// What becomes of a text, and what its sender is told, when nobody is there.
CheckOutcome judgeNobody(const WorkspaceSettings &settings, ServerVersion version);
CheckOutcome judgeHours(const WorkspaceSettings &settings);
CheckOutcome judgeVerification(const WorkspaceSettings &settings);
/// agents: all of the workspace, with their availability; department: those who are in the SMS department, none: all.
CheckOutcome judgeAgents(const WorkspaceSettings &settings, const QList<Agent> &agents,
                         const std::optional<QList<AgentId>> &department);

/// wanted: the provider, as SMS_Service names it.
CheckOutcome judgeSmsEnabled(const WorkspaceSettings &settings, const QString &wanted);
/// The account that owns the number must be the one that the workspace sends as, and its token checks the signature of
/// what arrives (twilio.md 1.1, 6.2). owner: its SID; empty: the plan's.
CheckOutcome judgeSmsLogin(const WorkspaceSettings &settings, const SetupPlan &plan, const QString &owner);
/// The same of a plan. Without an account in it, the one that the workspace names is meant.
CheckOutcome judgePlannedLogin(const WorkspaceSettings &settings, const SetupPlan &plan);
/// judgeSmsEnabled(), but SMS is not to be switched on alone: while the workspace lacks a login that nobody has
/// entered, it could neither send nor check the signature of what arrives.
CheckOutcome judgeSmsSwitch(const WorkspaceSettings &settings, const SetupPlan &plan);
/// By id or name; null: there is none, or none was named.
const Department *departmentOf(const QList<Department> &departments, const QString &idOrName);
/// planned: id or name of the one that is wanted; empty: whichever it is.
CheckOutcome judgeSmsDepartment(const WorkspaceSettings &settings, const QList<Department> &departments,
                                const QString &planned);
CheckOutcome judgePictures(const WorkspaceSettings &settings);
/// Those of customers. Rocket.Chat 7 follows no redirect, and Twilio hands pictures out through one (rocketchat-wire.md
/// 5.5; RocketChat/Rocket.Chat issue 36491). Since 8 the workspace fetches nothing from private addresses, unless
/// SSRF_Allowlist names the host. Twilio's are public; but where somebody had to name it (a proxy, NAT64), all of the
/// hosts that a picture comes by have to be named, and whole: api.twilio.com sends on to mms.twiliocdn.com
/// (packages/server-fetch/src/checkForSsrf.ts).
CheckOutcome judgePicturesIn(const WorkspaceSettings &settings, ServerVersion version, TwilioPlace place);
CheckOutcome judgePicturesBothWays(const WorkspaceSettings &settings, ServerVersion version, TwilioPlace place);
CheckOutcome judgeLimiter(const WorkspaceSettings &settings);

} // namespace greenline
