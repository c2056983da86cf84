#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/storage/picturefolder.h"
#include "app/workspace/filechecks.h"

#include <QObject>

namespace greenline {

class ConversationStore;
class Drafts;
class FilesApi;
class Outbox;

/// The files of the drafts: taken in when workspace and channel will take them, given up when they are not sent. Files
/// stay where they lie; a picture that was pasted lies nowhere else and is kept beside the drafts.
class Attachments : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        std::optional<FilesApi> &files;
        Drafts &drafts;
        Outbox &outbox;
        const ConversationStore &conversations;
    };
    Attachments(const Parts &parts, Clock &clock, QObject *parent = nullptr);
    void setFolder(const QString &folder); ///< For pasted pictures. What nobody refers to in it is removed.

    void readRules(); ///< When they are not known, or not for a while. Until then everything is taken for allowed.
    /// Nothing: it hangs on the draft now. Codes of filechecks.h and filecontents.h, "too-many-files",
    /// "file-there-already", and of storage.
    enum class Pictures { Cleaned, AsTheyAre };
    std::optional<FileRefusal> add(const RoomId &room, const QString &path, Pictures pictures = Pictures::Cleaned);
    std::optional<FileRefusal> addPicture(const RoomId &room, const QByteArray &bytes, const QString &name);
    Status remove(const RoomId &room, const KeptFile &file);

private:
    std::optional<FileRefusal> take(const RoomId &room, const KeptFile &file);
    void sweepSoon();
    void sweep();

    Parts m_parts;
    Clock &m_clock;
    PictureFolder m_folder;
    FileRules m_rules;
    std::optional<std::chrono::milliseconds> m_rulesAt; // monotonic
    bool m_willSweep = false;
    Alarm m_last; // sweep once more when nothing that left can be refused any more
};

} // namespace greenline
