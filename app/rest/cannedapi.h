#pragma once

#include "app/base/then.h"
#include "app/omnichannel/cannedresponse.h"

#include <QList>

namespace greenline {

class RestClient;

/// The workspace's canned responses. The route is the same in every version; it needs the licence's module
/// "canned-responses" and the permission view-canned-responses (rocketchat-wire.md 2.8).
class CannedApi
{
public:
    explicit CannedApi(RestClient &rest)
        : m_rest(rest)
    {
    }
    void all(const Then<QList<CannedResponse>> &then); ///< Everything the agent may use.

private:
    RestClient &m_rest;
};

} // namespace greenline
