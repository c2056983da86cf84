#pragma once

#include "app/base/then.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <QHash>
#include <QJsonValue>

namespace greenline {

struct PublicQuestion {
    QStringList ids = {};
    std::optional<Wait> awaitedIn = {}; ///< As in RestCall.
};

/// Settings that everybody may read, by id, in one call that works before sign-in too. Ids that the workspace does not
/// have, or does not show, are missing in the answer.
void readPublicSettings(RestClient &rest, const ServerFeatures &features, const PublicQuestion &question,
                        const Then<QHash<QString, QJsonValue>> &then);

} // namespace greenline
