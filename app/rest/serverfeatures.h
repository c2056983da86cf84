#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace greenline {

/// The workspace's version, as far as servers tell: "8.8", "3.11.6".
struct ServerVersion {
    int major = 0;
    int minor = 0;
    auto operator<=>(const ServerVersion &) const = default;
    QString text() const { return QStringLiteral("%1.%2").arg(major).arg(minor); }
};
std::optional<ServerVersion> parseServerVersion(const QString &text);

/// What the agent can do that differs between servers.
enum class Action {
    ListQueue, ///< inquiries.queuedForUser, on old servers inquiries.queued
    Take,
    ReturnToQueue,
    CloseConversation,
    ReadRouting,
    SetAvailability,
    ListTags,
    ListMyDepartments,
    ReadHistory,
    CatchUpMessages,
    ReadPublicSettings,
    ReadLicence,
    ResumeConversation,
    ReadCustomer, ///< The contact; else the visitor.
    SaveCustomer,
    SaveRoomInfo,
    ListEarlier, ///< Conversations of one customer.
    SendFile, ///< %1 is the room.
    SaveSettings, ///< Several at once, all or none.
    ListProviders, ///< That begin conversations; since 7.11.
    ListTemplates, ///< %1 is the provider.
    StartConversation, ///< %1 is the provider.
    FindCustomers,
    TellTyping ///< The path is the name of the room's event.
};

/// How an action is done on one server.
struct Route {
    enum class Kind { Rest, MethodCall };
    Kind kind = Kind::Rest;
    QByteArray verb = "GET";
    QString path = {}; ///< "livechat/inquiries.take", or the method's name.
    bool takesOptions = false; ///< Take: options{clientAction} is known to the closed schema (8.x). TellTyping: a list
                               ///< of activities in place of a yes or no.
    bool filtersByQuery = false; ///< Public settings: query={"_id":{"$in":[…]}} instead of _id=a,b.
    bool needsLicence = false;
    bool isConfirmed = false; ///< SendFile: what is sent becomes a message by a second call.
};

/// One table for versions 3.11 to 9: which action is which route. Nothing else in Greenline asks about versions.
/// Sources in the table's rows.
class ServerFeatures
{
public:
    explicit ServerFeatures(ServerVersion version)
        : m_version(version)
    {
    }
    ServerVersion version() const { return m_version; }
    Route route(Action action) const;
    /// What to ask instead when the server does not have route(): only where the sources leave the boundary between two
    /// versions open.
    std::optional<Route> olderRoute(Action action) const;
    /// Oldest and newest version that Greenline was built for; others work as the nearest, with a remark in the status
    /// line.
    bool isKnown() const;

private:
    ServerVersion m_version;
};

} // namespace greenline
