#include "app/practice/seeddefaults.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto secretSetting = DefaultSetting::Exposure::Secret;
constexpr auto publicSetting = DefaultSetting::Exposure::Public;
const auto acceptedMediaTypes = u"image/*,audio/*,video/*,text/*,application/pdf"_s;

} // namespace

const std::vector<DefaultSetting> &defaultSettings()
{
    static const std::vector<DefaultSetting> settings{
        {"SMS_Enabled"_L1, true},
        {"SMS_Service"_L1, u"twilio"_s},
        {"SMS_Default_Omnichannel_Department"_L1, QString()},
        {"SMS_Twilio_Account_SID"_L1, QString(), secretSetting},
        {"SMS_Twilio_authToken"_L1, QString(), secretSetting},
        {"SMS_Twilio_FileUpload_Enabled"_L1, true, secretSetting},
        {"SMS_Twilio_FileUpload_MediaTypeWhiteList"_L1, acceptedMediaTypes, secretSetting},
        {"SMS_Voxtelesys_authToken"_L1, QString(), secretSetting},
        {"SMS_Voxtelesys_URL"_L1, u"https://smsapi.voxtelesys.net/api/v1/sms"_s, secretSetting},
        {"SMS_Voxtelesys_FileUpload_Enabled"_L1, true, secretSetting},
        {"SMS_Voxtelesys_FileUpload_MediaTypeWhiteList"_L1, acceptedMediaTypes, secretSetting},
        {"SMS_Mobex_gateway_address"_L1, QString()},
        {"SMS_Mobex_restful_address"_L1, QString()},
        {"SMS_Mobex_username"_L1, QString()},
        {"SMS_Mobex_password"_L1, QString()},
        {"SMS_Mobex_from_number"_L1, QString()},
        {"SMS_Mobex_from_numbers_list"_L1, QString()},
        {"Livechat_enabled"_L1, true, publicSetting},
        {"Livechat_Routing_Method"_L1, u"Manual_Selection"_s, publicSetting},
        {"Livechat_accept_chats_with_no_agents"_L1, true},
        {"Livechat_enabled_when_agent_idle"_L1, true},
        {"Livechat_enable_business_hours"_L1, false, publicSetting},
        {"Livechat_assign_new_conversation_to_bot"_L1, false},
        {"Livechat_agent_leave_action"_L1, u"none"_s},
        {"Livechat_waiting_queue"_L1, false},
        {"Livechat_maximum_chats_per_agent"_L1, 0},
        {"Livechat_Require_Contact_Verification"_L1, u"never"_s},
        {"Livechat_request_comment_when_closing_conversation"_L1, true, publicSetting},
        {"Livechat_show_queue_list_link"_L1, false, publicSetting},
        {"Livechat_title"_L1, u"Practice workspace"_s, publicSetting},
        {"Omnichannel_queue_delay_timeout"_L1, 5},
        {"Omnichannel_sorting_mechanism"_L1, u"Timestamp"_s, publicSetting},
        {"FileUpload_Enabled"_L1, true, publicSetting},
        {"FileUpload_MaxFileSize"_L1, 104857600, publicSetting},
        {"FileUpload_MediaTypeWhiteList"_L1, QString(), publicSetting},
        {"FileUpload_MediaTypeBlackList"_L1, u"image/svg+xml"_s, publicSetting},
        {"FileUpload_ProtectFiles"_L1, true, publicSetting},
        {"FileUpload_Enable_json_web_token_for_files"_L1, true},
        {"FileUpload_json_web_token_secret_for_files"_L1, u"practice-file-secret"_s, secretSetting},
        {"SSRF_Allowlist"_L1, QString()},
        {"Site_Url"_L1, QString(), publicSetting},
        {"Site_Name"_L1, u"Practice workspace"_s, publicSetting},
        {"uniqueID"_L1, u"practiceWorkspace1"_s, publicSetting},
        {"UI_Use_Real_Name"_L1, false, publicSetting},
        {"Message_MaxAllowedSize"_L1, 5000, publicSetting},
        {"Message_AllowEditing"_L1, true, publicSetting},
        {"Message_AllowDeleting"_L1, true, publicSetting},
        {"Accounts_LoginExpiration"_L1, 90},
        {"Accounts_AllowUserStatusMessageChange"_L1, true, publicSetting},
        {"Accounts_TwoFactorAuthentication_Enabled"_L1, true, publicSetting},
        {"Accounts_TwoFactorAuthentication_By_Email_Enabled"_L1, true, publicSetting},
        {"Accounts_TwoFactorAuthentication_RememberFor"_L1, 1800},
        {"API_Enable_Rate_Limiter"_L1, true},
        {"API_Enable_Rate_Limiter_Limit_Calls_Default"_L1, 10},
        {"API_Enable_Rate_Limiter_Limit_Time_Default"_L1, 60000},
        {"API_Default_Count"_L1, 50},
        {"DDP_Rate_Limit_IP_Enabled"_L1, true},
        {"DDP_Rate_Limit_User_Enabled"_L1, true},
        {"DDP_Rate_Limit_Connection_Enabled"_L1, true},
        {"DDP_Rate_Limit_User_By_Method_Enabled"_L1, true},
        {"DDP_Rate_Limit_Connection_By_Method_Enabled"_L1, true},
        {"API_Upper_Count_Limit"_L1, 100},
        {"API_Allow_Infinite_Count"_L1, true},
        {"Canned_Responses_Enable"_L1, true, publicSetting},
    };
    return settings;
}

const std::vector<DefaultPermission> &defaultPermissions()
{
    static const std::vector<DefaultPermission> permissions{
        {"access-permissions"_L1, "admin"_L1},
        {"api-bypass-rate-limit"_L1, "admin bot app"_L1},
        {"block-livechat-contact"_L1, "livechat-manager livechat-agent livechat-monitor admin"_L1},
        {"close-livechat-room"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"close-others-livechat-room"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"create-livechat-contact"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"edit-omnichannel-contact"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"edit-privileged-setting"_L1, "admin"_L1},
        {"force-delete-message"_L1, "admin owner"_L1},
        {"logout-other-user"_L1, "admin"_L1},
        {"manage-livechat-agents"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"manage-livechat-departments"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"manage-selected-settings"_L1, "admin"_L1},
        {"on-hold-livechat-room"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"on-hold-others-livechat-room"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"outbound.can-assign-any-agent"_L1, "livechat-manager livechat-monitor admin"_L1, {7, 11}},
        {"outbound.can-assign-queues"_L1, "livechat-manager admin"_L1, {7, 11}},
        {"outbound.can-assign-self-only"_L1, "livechat-agent"_L1, {7, 11}},
        {"outbound.send-messages"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1, {7, 11}},
        {"remove-closed-livechat-room"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"request-pdf-transcript"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"save-canned-responses"_L1, "livechat-agent livechat-monitor livechat-manager admin"_L1},
        {"save-others-livechat-room-info"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"send-many-messages"_L1, "admin bot app"_L1},
        {"send-omnichannel-chat-transcript"_L1, "livechat-manager admin"_L1},
        {"transfer-livechat-guest"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"update-livechat-contact"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"view-canned-responses"_L1, "livechat-agent livechat-monitor livechat-manager admin"_L1},
        {"view-l-room"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"view-livechat-contact"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"view-livechat-contact-history"_L1, "livechat-manager livechat-monitor livechat-agent admin"_L1},
        {"view-livechat-departments"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"view-livechat-manager"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"view-livechat-rooms"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"view-livechat-room-closed-by-another-agent"_L1, "livechat-manager livechat-monitor admin"_L1},
        {"view-privileged-setting"_L1, "admin"_L1},
        {"view-statistics"_L1, "admin"_L1},
    };
    return permissions;
}

} // namespace greenline::practice
