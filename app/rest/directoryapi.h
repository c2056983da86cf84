#pragma once

#include "app/base/then.h"
#include "app/omnichannel/agent.h"
#include "app/omnichannel/contact.h"
#include "app/omnichannel/department.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <QSet>

namespace greenline {

/// What the close dialogue and the sign-in must know of the workspace's settings.
struct WorkspaceRules {
    bool omnichannelEnabled = true; ///< Livechat_enabled
    bool closingNeedsComment = true; ///< Livechat_request_comment_when_closing_conversation
    bool usesRealNames = false; ///< UI_Use_Real_Name
    QString siteName = {};
};

class DirectoryApi
{
public:
    DirectoryApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void departments(const Then<QList<Department>> &then);
    void myDepartments(const AgentId &me, const Then<QSet<DepartmentId>> &then); ///< Enabled ones that I serve.
    /// awaitedIn, here and below: as in RestCall.
    void visitor(const VisitorId &visitor, const Then<Contact> &then, const std::optional<Wait> &awaitedIn = {});
    /// Enterprise; without it an empty list.
    void tags(const DepartmentId &department, const Then<QStringList> &then, const std::optional<Wait> &awaitedIn = {});
    void setAvailability(Availability availability, const Then<Availability> &then);
    /// settings.public; works before sign-in too.
    void rules(const Then<WorkspaceRules> &then, const std::optional<Wait> &awaitedIn = {});

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
