#include "app/rest/serverfeatures.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr ServerVersion always{0, 0};
constexpr ServerVersion never{1000, 0};
constexpr ServerVersion oldestKnown{3, 11};
constexpr int newestKnownMajor = 9;

struct FeatureRow {
    Action action;
    ServerVersion tried; ///< From here on it may be there,
    ServerVersion sure; ///< and from here on it is; between the two the row below is the way out.
    Route::Kind kind;
    const char *verb;
    QLatin1StringView path;
};

using Kind = Route::Kind;

// Newest first within an action. "Seen" is traffic of a running server; the numbers are pull requests of
// RocketChat/Rocket.Chat.
constexpr std::array featureTable{
    // queued: deprecated 5.4.1 in favour of queuedForUser, gone in 7.0 (#33453). queuedForUser: absent in 3.11.6, there
    // in 7.7.1 (seen).
    FeatureRow{Action::ListQueue, {5, 0}, {6, 0}, Kind::Rest, "GET", "livechat/inquiries.queuedForUser"_L1},
    FeatureRow{Action::ListQueue, always, always, Kind::Rest, "GET", "livechat/inquiries.queued"_L1},
    // Seen on 3.11.6 and 7.7.1; the method is gone in 8.0 (#37464).
    FeatureRow{Action::Take, always, always, Kind::Rest, "POST", "livechat/inquiries.take"_L1},
    // REST since 7.12.0, 404 on 7.7.1 (seen); the method is gone in 8.0 (#37392).
    FeatureRow{Action::ReturnToQueue, {7, 12}, {8, 0}, Kind::Rest, "POST", "livechat/inquiries.returnAsInquiry"_L1},
    FeatureRow{Action::ReturnToQueue, always, always, Kind::MethodCall, "POST", "livechat:returnAsInquiry"_L1},
    // First version of closeByUser not found; there on 7.7.1 (seen), not on 3.11.6. The method is gone in 8.0 (#36836).
    FeatureRow{Action::CloseConversation, {5, 0}, {7, 0}, Kind::Rest, "POST", "livechat/room.closeByUser"_L1},
    FeatureRow{Action::CloseConversation, always, always, Kind::MethodCall, "POST", "livechat:closeRoom"_L1},
    // REST since 7.11.0, 404 on 7.7.1 (seen).
    FeatureRow{Action::ReadRouting, {7, 11}, {8, 0}, Kind::Rest, "GET", "livechat/config/routing"_L1},
    FeatureRow{Action::ReadRouting, always, always, Kind::MethodCall, "POST", "livechat:getRoutingConfig"_L1},
    // #27047, merged in October 2022, about 5.3; there on 7.7.1 (seen). The method only toggles on 3.11.6 (seen) and is
    // gone in 8.0.
    FeatureRow{Action::SetAvailability, {5, 0}, {6, 0}, Kind::Rest, "POST", "livechat/agent.status"_L1},
    FeatureRow{Action::SetAvailability, always, always, Kind::MethodCall, "POST", "livechat:changeLivechatStatus"_L1},
    // Enterprise code only; a community server has neither (seen on 3.11.6 and 7.7.1).
    FeatureRow{Action::ListTags, {4, 0}, {6, 0}, Kind::Rest, "GET", "livechat/tags"_L1},
    FeatureRow{Action::ListTags, always, always, Kind::Rest, "GET", "livechat/tags.list"_L1},
    // Seen on 3.11.6 and 7.7.1.
    FeatureRow{Action::ListMyDepartments, always, always, Kind::Rest, "GET", "livechat/agents/%1/departments"_L1},
    // loadHistory pages by date and has the system messages; seen on 3.11.6 and 7.7.1, in the newest code read, but on
    // its way out.
    FeatureRow{Action::ReadHistory, {8, 0}, never, Kind::MethodCall, "POST", "loadHistory"_L1},
    FeatureRow{Action::ReadHistory, {8, 0}, {8, 0}, Kind::Rest, "GET", "chat.syncMessages"_L1},
    FeatureRow{Action::ReadHistory, always, always, Kind::MethodCall, "POST", "loadHistory"_L1},
    // The lastUpdate form: seen on 3.11.6 and 7.7.1.
    FeatureRow{Action::CatchUpMessages, always, always, Kind::Rest, "GET", "chat.syncMessages"_L1},
    // _id since 7.0, when query ceased to work (both seen).
    FeatureRow{Action::ReadPublicSettings, always, always, Kind::Rest, "GET", "settings.public"_L1},
    // The route since about 6.5, for everybody (seen on 7.7.1, also without a licence; a community build has none). The
    // method is what the web client of 3.0 to 7.x asks.
    FeatureRow{Action::ReadLicence, {6, 5}, {7, 0}, Kind::Rest, "GET", "licenses.info"_L1},
    FeatureRow{Action::ReadLicence, always, always, Kind::MethodCall, "POST", "license:getModules"_L1},
    // The route's first version was not found; the method is gone in 8.0 (rocketchat-wire.md 2.1).
    FeatureRow{Action::ResumeConversation, {6, 0}, {8, 0}, Kind::Rest, "POST", "livechat/room.resumeOnHold"_L1},
    FeatureRow{Action::ResumeConversation, always, always, Kind::MethodCall, "POST", "livechat:resumeOnHold"_L1},
    // Contacts have documents of their own since 7.0; before, a customer is a visitor (rocketchat-wire.md 2.8).
    FeatureRow{Action::ReadCustomer, {7, 0}, {7, 0}, Kind::Rest, "GET", "omnichannel/contacts.get"_L1},
    FeatureRow{Action::ReadCustomer, always, always, Kind::Rest, "GET", "livechat/visitors.info"_L1},
    // room.saveInfo is in the code of 5.3.0, not on 3.11.6; the method is gone in 7.0 (rocketchat-wire.md 2.1).
    FeatureRow{Action::SaveCustomer, {7, 0}, {7, 0}, Kind::Rest, "POST", "omnichannel/contacts.update"_L1},
    FeatureRow{Action::SaveCustomer, {5, 0}, {6, 0}, Kind::Rest, "POST", "livechat/room.saveInfo"_L1},
    FeatureRow{Action::SaveCustomer, always, always, Kind::MethodCall, "POST", "livechat:saveInfo"_L1},
    FeatureRow{Action::SaveRoomInfo, {5, 0}, {6, 0}, Kind::Rest, "POST", "livechat/room.saveInfo"_L1},
    FeatureRow{Action::SaveRoomInfo, always, always, Kind::MethodCall, "POST", "livechat:saveInfo"_L1},
    FeatureRow{Action::ListEarlier, {7, 0}, {7, 0}, Kind::Rest, "GET", "omnichannel/contacts.history"_L1},
    FeatureRow{Action::ListEarlier, always, always, Kind::Rest, "GET",
               "livechat/visitors.chatHistory/room/%1/visitor/%2"_L1},
    // media since about 6.10, there on 7.7.1 (seen); upload seen on 3.11.6 and 7.7.1, gone in 8.0
    // (rocketchat-wire.md 2.6).
    FeatureRow{Action::SendFile, {6, 10}, {7, 0}, Kind::Rest, "POST", "rooms.media/%1"_L1},
    FeatureRow{Action::SendFile, always, always, Kind::Rest, "POST", "rooms.upload/%1"_L1},
    // In one call since 8.6.0, with a code every time; 404 on 7.7.1 (seen), where the method does it
    // (rocketchat-wire.md 6.4, 6.5).
    FeatureRow{Action::SaveSettings, {8, 6}, {8, 6}, Kind::Rest, "POST", "settings"_L1},
    FeatureRow{Action::SaveSettings, always, always, Kind::MethodCall, "POST", "saveSettings"_L1},
    // Whole since 7.11.0 (#36207, outboundapi.h); an older server is not asked, by Abilities.
    FeatureRow{Action::ListProviders, always, always, Kind::Rest, "GET", "omnichannel/outbound/providers"_L1},
    FeatureRow{Action::ListTemplates, always, always, Kind::Rest, "GET",
               "omnichannel/outbound/providers/%1/metadata"_L1},
    FeatureRow{Action::StartConversation, always, always, Kind::Rest, "POST",
               "omnichannel/outbound/providers/%1/message"_L1},
    // With the contacts, since 7.0 (apps/meteor/app/livechat/server/api/v1/contact.ts).
    FeatureRow{Action::FindCustomers, always, always, Kind::Rest, "GET", "omnichannel/contacts.search"_L1},
    // "typing" up to 3.x, then "user-activity" (rocketchat-wire.md 2.6, 3.3).
    FeatureRow{Action::TellTyping, {4, 0}, {4, 0}, Kind::MethodCall, "POST", "user-activity"_L1},
    FeatureRow{Action::TellTyping, always, always, Kind::MethodCall, "POST", "typing"_L1},
};

Route routeOf(const FeatureRow &row, ServerVersion version)
{
    Route route;
    route.kind = row.kind;
    route.verb = row.verb;
    route.path = row.path;
    // 400 on the closed schema of 7.7.1 (seen), in the schema of 8.8.1.
    route.takesOptions = (row.action == Action::Take && version >= ServerVersion{8, 0})
        || (row.action == Action::TellTyping && version >= ServerVersion{4, 0});
    route.filtersByQuery = row.action == Action::ReadPublicSettings && version < ServerVersion{7, 0};
    route.isConfirmed = row.action == Action::SendFile && row.tried > always;
    route.needsLicence = row.action == Action::ListTags;
    return route;
}

const FeatureRow *featureRow(Action action, ServerVersion version)
{
    const auto row = std::find_if(featureTable.begin(), featureTable.end(), [action, version](const FeatureRow &one) {
        return one.action == action && version >= one.tried;
    });
    return row != featureTable.end() ? &*row : nullptr;
}

} // namespace

std::optional<ServerVersion> parseServerVersion(const QString &text)
{
    static const QRegularExpression form(u"^\\s*v?(\\d{1,4})\\.(\\d{1,4})"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return ServerVersion{match.captured(1).toInt(), match.captured(2).toInt()};
}

Route ServerFeatures::route(Action action) const
{
    const FeatureRow *row = featureRow(action, m_version);
    Q_ASSERT(row); // every action has a row that is always tried
    return routeOf(*row, m_version);
}

std::optional<Route> ServerFeatures::olderRoute(Action action) const
{
    const FeatureRow *row = featureRow(action, m_version);
    if (m_version >= row->sure) {
        return std::nullopt;
    }
    return routeOf(*(row + 1), m_version); // rows that are not sure have another of their action below them
}

bool ServerFeatures::isKnown() const
{
    return m_version >= oldestKnown && m_version.major <= newestKnownMajor;
}

} // namespace greenline
