#include "app/practice/restme.h"

#include "app/practice/document.h"
#include "app/practice/state.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// The defaults of Accounts_Default_User_Preferences_*, word for word.
constexpr auto oldPreferences
    = R"({"enableAutoAway":true,"idleTimeLimit":300,"desktopNotificationRequireInteraction":false,
"audioNotifications":"mentions","desktopNotifications":"all","mobileNotifications":"all","unreadAlert":true,"useEmojis":true,
"convertAsciiEmoji":true,"autoImageLoad":true,"saveMobileBandwidth":true,"collapseMediaByDefault":false,"hideUsernames":false,
"hideRoles":false,"hideFlexTab":false,"hideAvatars":false,"sidebarGroupByType":true,"sidebarViewMode":"medium",
"sidebarHideAvatar":false,"sidebarShowUnread":false,"sidebarSortby":"activity","showMessageInMainThread":false,
"sidebarShowFavorites":true,"sendOnEnter":"normal","messageViewMode":0,"emailNotificationMode":"mentions",
"newRoomNotification":"door","newMessageNotification":"chime","muteFocusedConversations":true,"notificationsSoundVolume":100,
"sidebarShowDiscussion":true})";

constexpr auto newPreferences
    = R"({"enableAutoAway":true,"idleTimeLimit":300,"desktopNotificationRequireInteraction":false,
"desktopNotifications":"all","pushNotifications":"all","unreadAlert":true,"useEmojis":true,"convertAsciiEmoji":true,
"autoImageLoad":true,"saveMobileBandwidth":true,"collapseMediaByDefault":false,"hideUsernames":false,"hideRoles":false,
"hideFlexTab":false,"displayAvatars":true,"sidebarGroupByType":true,"themeAppearence":"auto","sidebarViewMode":"medium",
"sidebarDisplayAvatar":true,"sidebarShowUnread":false,"sidebarSortby":"activity","showThreadsInMainChannel":false,
"alsoSendThreadToChannel":"default","sidebarShowFavorites":true,"sendOnEnter":"normal","emailNotificationMode":"mentions",
"newRoomNotification":"door","newMessageNotification":"chime","muteFocusedConversations":true,"masterVolume":100,
"notificationsSoundVolume":100,"voipRingerVolume":100,"omnichannelTranscriptEmail":false,"notifyCalendarEvents":true,
"enableMobileRinging":true,"sidebarSectionsOrder":["Incoming_Calls","Incoming_Livechats","Open_Livechats","On_Hold_Chats","Unread",
"Favorites","Teams","Discussions","Channels","Direct_Messages","Conversations"],"featuresPreview":"[]"})";

QJsonObject preferencesOf(const State &state)
{
    return QJsonDocument::fromJson(state.isBefore(6, 0) ? oldPreferences : newPreferences).object();
}

QJsonObject servicesOf(const State &state, const QString &userId)
{
    QJsonObject services{{u"email2fa"_s, QJsonObject{{u"enabled"_s, true}}}};
    // Old servers show the hash to its owner; ours is none of the password.
    services.insert(u"password"_s,
                    state.isBefore(6, 0) ? QJsonObject{{u"bcrypt"_s, u"$2b$10$practice"_s}}
                                         : QJsonObject{{u"exists"_s, true}});
    if (state.accounts.usesTotp(userId)) {
        services.insert(u"totp"_s, QJsonObject{{u"enabled"_s, true}});
    }
    return services;
}

} // namespace

QJsonObject ownDocument(const State &state, const QString &userId)
{
    const QJsonObject user = state.documents.users.find(userId);
    QJsonObject me
        = only(user,
               {u"_id"_s, u"name"_s, u"username"_s, u"emails"_s, u"status"_s, u"statusDefault"_s, u"statusText"_s,
                u"statusConnection"_s, u"utcOffset"_s, u"roles"_s, u"active"_s, u"statusLivechat"_s, u"_updatedAt"_s});
    QJsonObject settings{{u"preferences"_s, preferencesOf(state)}};
    if (!state.isBefore(6, 0)) {
        settings.insert(u"profile"_s, QJsonObject());
        me.insert(u"isOAuthUser"_s, false);
    }
    me.insert(u"settings"_s, settings);
    me.insert(u"requirePasswordChange"_s, false);
    me.insert(u"services"_s, servicesOf(state, userId));
    me.insert(u"email"_s, user.value("emails"_L1).toArray().first().toObject().value("address"_L1));
    me.insert(u"avatarUrl"_s,
              QString(state.settings.text(u"Site_Url"_s) + u"/avatar/"_s + user.value("username"_L1).toString()));
    return me;
}

} // namespace greenline::practice
