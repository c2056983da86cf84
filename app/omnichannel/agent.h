#pragma once

#include "app/base/id.h"
#include "app/omnichannel/source.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace greenline {

/// Whether an agent takes conversations (statusLivechat).
enum class Availability { Unknown, Available, NotAvailable };

struct Agent {
    AgentId id = {};
    QString username = {};
    QString name = {};
    QString email = {}; ///< The first one; only one's own is told.
    QStringList roles = {};
    Presence presence = Presence::Offline;
    Availability availability = Availability::Unknown;
    std::optional<int> maximumChats = {}; ///< livechat.maxNumberSimultaneousChat
    bool isAgent() const { return roles.contains(QLatin1StringView("livechat-agent")); }
    bool operator==(const Agent &) const = default;
};

} // namespace greenline
