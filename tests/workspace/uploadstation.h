#pragma once

#include "app/http/httpclient.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/rest/filesapi.h"
#include "app/rest/messagesapi.h"
#include "app/rest/restclient.h"
#include "app/storage/safedb.h"
#include "app/workspace/outbox.h"
#include "app/workspace/uploads.h"

namespace greenline {

/// An outbox with everything beneath it, of a manager, who may write into every conversation.
struct UploadStation {
    UploadStation(practice::PracticeWorkspace &workspace, const QString &file, Clock &clock)
        : rest(http, clock)
        , features(*parseServerVersion(workspace.state().options.version))
        , messages(rest, features)
        , files(rest, features)
        , uploads({files, messages}, {workspace.state().accounts.userIdOf(QStringLiteral("maria"))}, clock)
        , outbox(safe, messages, clock)
    {
        rest.setWorkspace(workspace.url());
        practice::Accounts &accounts = workspace.state().accounts;
        rest.setCredentials(
            {accounts.userIdOf(QStringLiteral("maria")), accounts.addPersonalToken(QStringLiteral("maria"))});
        outbox.setUploads(uploads);
        isOpen = bool(safe.open(file)) && bool(outbox.load());
    }

    bool isOpen = false;
    SafeDb safe;
    HttpClient http;
    RestClient rest;
    ServerFeatures features;
    MessagesApi messages;
    FilesApi files;
    Uploads uploads;
    Outbox outbox;
};

} // namespace greenline
