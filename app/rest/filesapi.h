#pragma once

#include "app/base/then.h"
#include "app/omnichannel/filerules.h"
#include "app/omnichannel/message.h"
#include "app/rest/formbody.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

namespace greenline {

/// Files into conversations. A workspace does that in one of two ways: bring() and then confirm(), or post() alone.
/// Nothing here may be repeated blindly: a file that is posted or confirmed twice stands in the conversation twice, and
/// the customer gets it twice (7.7.1, ddp/42).
class FilesApi
{
public:
    FilesApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    /// A file is brought first, and becomes a message by confirm(). May turn false when bring() was answered
    /// noSuchRoute.
    bool isConfirmed() const;
    /// rooms.media: the id of the file, which nobody sees yet and which is gone after a day. May be repeated.
    void bring(const RoomId &room, const FilePart &file, Transfer *transfer, const Then<QString> &then);
    /// rooms.mediaConfirm: waits for the SMS provider inside the server, up to 60 s. "invalid-file": it is gone.
    void confirm(const RoomId &room, const QString &file, const QString &text, const Then<Message> &then);
    void post(const RoomId &room, const FilePart &file, const QString &text, Transfer *transfer,
              const Then<Message> &then); ///< rooms.upload
    void rules(const Then<FileRules> &then); ///< What the workspace takes; what it does not tell is taken for allowed.

private:
    RestCall callFor(const Route &route, const RoomId &room) const;

    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
