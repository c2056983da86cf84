#include "app/workspace/attachments.h"

#include "app/base/log.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/filesapi.h"
#include "app/workspace/drafts.h"
#include "app/workspace/filecontents.h"
#include "app/workspace/outbox.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto rulesLast = 10min;
constexpr auto refusalsLast = 100s; // Attempts: nothing that left is refused later

FileRefusal notAttached(const QString &code, qint64 limit = 0)
{
    return {{.kind = Error::Kind::Rejected, .detail = code, .code = code}, limit};
}

} // namespace

Attachments::Attachments(const Parts &parts, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_clock(clock)
    , m_last(clock, [this] { sweep(); })
{
    connect(&parts.drafts, &Drafts::filesChanged, this, &Attachments::sweepSoon);
    connect(&parts.outbox, &Outbox::removed, this, [this] {
        sweepSoon();
        m_last.start(refusalsLast);
    });
}

void Attachments::setFolder(const QString &folder)
{
    m_folder.setPath(folder);
    sweep();
}

void Attachments::readRules()
{
    const auto now = m_clock.monotonic();
    if (m_rulesAt && now - *m_rulesAt < rulesLast) {
        return;
    }
    m_rulesAt = now;
    m_parts.files->rules({this, [this](const Result<FileRules> &rules) {
                              if (rules) {
                                  m_rules = *rules;
                              } else {
                                  m_rulesAt.reset();
                                  qCWarning(logWorkspace) << "rules for files:" << redacted(rules.error().detail);
                              }
                          }});
}

std::optional<FileRefusal> Attachments::add(const RoomId &room, const QString &path, Pictures pictures)
{
    const Result<KeptFile> file = keptFileOf(path);
    if (!file) {
        return FileRefusal{file.error()};
    }
    KeptFile chosen = *file;
    chosen.isAsItIs = pictures == Pictures::AsTheyAre;
    return take(room, chosen);
}

std::optional<FileRefusal> Attachments::addPicture(const RoomId &room, const QByteArray &bytes, const QString &name)
{
    const Result<QString> path = m_folder.keep(bytes);
    if (!path) {
        return FileRefusal{path.error()};
    }
    Result<KeptFile> file = keptFileOf(*path);
    if (!file) {
        return FileRefusal{file.error()};
    }
    KeptFile named = *file;
    named.name = name;
    const std::optional<FileRefusal> refusal = take(room, named);
    if (refusal) {
        sweepSoon();
    }
    return refusal;
}

std::optional<FileRefusal> Attachments::take(const RoomId &room, const KeptFile &file)
{
    QList<KeptFile> files = m_parts.drafts.files(room);
    if (files.contains(file)) {
        return notAttached(u"file-there-already"_s);
    }
    if (files.size() >= filesOfADraft) {
        return notAttached(u"too-many-files"_s, filesOfADraft);
    }
    const Conversation *conversation = m_parts.conversations.find(room);
    const Source source = conversation ? conversation->source : Source::Sms;
    if (const std::optional<FileRefusal> refusal = refusalOf(file, m_rules, source)) {
        return refusal;
    }
    // What cannot be sent as it is says so now, not when it is to leave.
    if (const Result<FilePart> part = filePartOf(file); !part) {
        return FileRefusal{part.error()};
    }
    files.append(file);
    const Status kept = m_parts.drafts.setFiles(room, files);
    return kept ? std::nullopt : std::optional(FileRefusal{kept.error()});
}

Status Attachments::remove(const RoomId &room, const KeptFile &file)
{
    QList<KeptFile> files = m_parts.drafts.files(room);
    files.removeOne(file);
    return m_parts.drafts.setFiles(room, files);
}

void Attachments::sweepSoon()
{
    if (!m_willSweep) {
        m_willSweep = true; // later, for a file on its way from the outbox to a draft is in neither
        QMetaObject::invokeMethod(this, &Attachments::sweep, Qt::QueuedConnection);
    }
}

void Attachments::sweep()
{
    m_willSweep = false;
    QStringList used = m_parts.outbox.filePaths();
    const QList<RoomId> rooms = m_parts.drafts.rooms();
    for (const RoomId &room : rooms) {
        const QList<KeptFile> files = m_parts.drafts.files(room);
        for (const KeptFile &file : files) {
            used.append(file.path);
        }
    }
    m_folder.sweep(used);
}

} // namespace greenline
