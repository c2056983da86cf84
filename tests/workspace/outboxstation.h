#pragma once

#include "app/base/clock.h"
#include "app/http/httpclient.h"
#include "app/rest/messagesapi.h"
#include "app/rest/restclient.h"
#include "app/storage/safedb.h"
#include "app/workspace/outbox.h"

#include <QUrl>

namespace greenline {

/// An outbox with everything beneath it. Destroying one is what a crash leaves: whatever was not committed is gone.
struct OutboxStation {
    OutboxStation(const QString &file, const QString &workspace, Clock &clock)
        : rest(http, clock)
        , api(rest, ServerFeatures({7, 7}))
        , outbox(safe, api, clock)
    {
        rest.setWorkspace(QUrl(workspace));
        rest.setCredentials({QStringLiteral("me"), QStringLiteral("token")});
        isOpen = bool(safe.open(file)) && bool(outbox.load());
    }

    bool isOpen = false;
    SafeDb safe;
    HttpClient http;
    RestClient rest;
    MessagesApi api;
    Outbox outbox;
};

} // namespace greenline
