#pragma once

#include "app/base/then.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <QHash>
#include <QSet>

namespace greenline {

/// What an account is allowed here, as far as the workspace tells an agent.
class RightsApi
{
public:
    RightsApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void permissions(const QStringList &roles, const Then<QSet<QString>> &then); ///< What these roles grant.
    /// The licence's active modules. None: no licence, or a build without Enterprise code.
    void modules(const Then<QSet<QString>> &then);
    /// Public settings that are switches: on or off; the ones that the workspace does not have are missing.
    void switches(const QStringList &ids, const Then<QHash<QString, bool>> &then);

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
