#pragma once

#include "app/practice/release.h"
#include "app/practice/restcall.h"

#include <QLatin1StringView>

#include <functional>
#include <optional>
#include <vector>

namespace greenline::practice {

class State;

/// One REST route: who may call it, in which releases it exists, what it takes, and what answers it.
struct RestRoute {
    enum class Caller { Anyone, SignedIn };
    /// Enterprise routes do not exist in a pure community build (7.7.1, rest/66); with the code but no licence they say
    /// so (ee_code_no_licence); those of EnterpriseCode come with the code alone.
    enum class Edition { Community, EnterpriseCode, Enterprise };

    QByteArray verb = "GET";
    QLatin1StringView path
        = {}; ///< Below /api/v1/, "livechat/:rid/messages"; one with a leading slash counts from the root.
    std::function<void(State &, const CallPtr &)> handle = {};
    Caller caller = Caller::SignedIn;
    QLatin1StringView permissions = {}; ///< Any one of these, by spaces; none: whoever is signed in.
    std::optional<QLatin1StringView> query = {}; ///< restschema.h; none: anything goes.
    std::optional<QLatin1StringView> body = {};
    Release since = {0, 0};
    Release until = {99, 0}; ///< The first release without it.
    Edition edition = Edition::Community;
    QLatin1StringView module = QLatin1StringView("livechat-enterprise"); ///< Of the licence, for Enterprise routes.

    bool isIn(const Release &release) const { return release >= since && release < until; }
};

using RestRoutes = std::vector<RestRoute>;

/// What stands for the ":name" parts of a path, in order; nothing when the path is another.
std::optional<QStringList> capturesOf(QLatin1StringView pattern, const QString &path);

} // namespace greenline::practice
