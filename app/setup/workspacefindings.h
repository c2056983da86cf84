#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/department.h"
#include "app/setup/check.h"
#include "app/twilio/twiliotypes.h"

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
    std::optional<bool> businessHours = {};
    std::optional<bool> fileUpload = {}; ///< FileUpload_Enabled
    std::optional<bool> protectsFiles = {}; ///< FileUpload_ProtectFiles
    std::optional<bool> signsFileLinks = {}; ///< FileUpload_Enable_json_web_token_for_files, with its secret set
    std::optional<bool> limitsApi = {}; ///< API_Enable_Rate_Limiter
};

CheckOutcome judgeSiteUrl(const WorkspaceSettings &settings, const QUrl &address);
CheckOutcome judgeOmnichannel(const WorkspaceSettings &settings);
/// agents: all of the workspace, with their availability; department: those who are in the SMS department, none: all.
CheckOutcome judgeAgents(const WorkspaceSettings &settings, const QList<Agent> &agents,
                         const std::optional<QList<AgentId>> &department);
CheckOutcome judgeSmsEnabled(const WorkspaceSettings &settings);
/// The account that owns the number must be the one that the workspace sends as, and its token checks the signature of
/// what arrives (twilio.md 1.1, 6.2).
CheckOutcome judgeSmsLogin(const WorkspaceSettings &settings, const TwilioLogin &login, const QString &owner);
CheckOutcome judgeSmsDepartment(const WorkspaceSettings &settings, const QList<Department> &departments);
CheckOutcome judgePictures(const WorkspaceSettings &settings);
CheckOutcome judgeLimiter(const WorkspaceSettings &settings);

} // namespace greenline
