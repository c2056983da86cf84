#include "app/workspace/drafts.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto writtenAfter = 1'000ms;
constexpr auto triedAgainAfter = 10'000ms;

} // namespace

Drafts::Drafts(SafeDb &journal, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_alarm(clock, [this] { flush(); })
{
}

Status Drafts::load()
{
    const Result<QHash<RoomId, QString>> kept = m_journal.drafts();
    if (!kept) {
        return kept.error();
    }
    const Result<QHash<RoomId, QList<KeptFile>>> files = m_journal.draftFiles();
    if (!files) {
        return files.error();
    }
    m_texts = *kept;
    m_files = *files;
    return Done();
}

QString Drafts::text(const RoomId &room) const
{
    return m_texts.value(room);
}

void Drafts::set(const RoomId &room, const QString &text)
{
    const QString before = m_texts.value(room);
    if (text == before) {
        return;
    }
    const bool wasEmpty = isEmpty(room);
    if (text.isEmpty()) {
        m_texts.remove(room);
    } else {
        m_texts.insert(room, text);
    }
    m_unwritten.insert(room);
    if (!m_alarm.isActive()) {
        m_alarm.start(writtenAfter); // from the first key press, not from the last
    }
    tellPresence(room, wasEmpty);
}

void Drafts::tellPresence(const RoomId &room, bool wasEmpty)
{
    if (isEmpty(room) != wasEmpty) {
        Q_EMIT presenceChanged(room, wasEmpty);
    }
}

QList<KeptFile> Drafts::files(const RoomId &room) const
{
    return m_files.value(room);
}

Status Drafts::setFiles(const RoomId &room, const QList<KeptFile> &files)
{
    if (files == m_files.value(room)) {
        return Done();
    }
    const Status written = m_journal.putDraftFiles(room, files);
    if (written) {
        hold(room, files);
    }
    return written;
}

void Drafts::returnFile(const RoomId &room, const KeptFile &file)
{
    QList<KeptFile> files = m_files.value(room);
    files.removeAll(file);
    files.prepend(file);
    if (const Status written = m_journal.putDraftFiles(room, files); !written) {
        Q_EMIT storageFailed(written.error()); // it stays on screen
    }
    hold(room, files);
}

void Drafts::hold(const RoomId &room, const QList<KeptFile> &files)
{
    const bool wasEmpty = isEmpty(room);
    if (files.isEmpty()) {
        m_files.remove(room);
    } else {
        m_files.insert(room, files);
    }
    Q_EMIT filesChanged(room);
    tellPresence(room, wasEmpty);
}

void Drafts::forget(const RoomId &room)
{
    m_unwritten.remove(room);
    const bool wasEmpty = isEmpty(room);
    m_texts.remove(room);
    if (m_files.remove(room)) {
        Q_EMIT filesChanged(room);
    }
    tellPresence(room, wasEmpty);
    Q_EMIT stored();
}

void Drafts::flush()
{
    m_alarm.stop();
    const QSet<RoomId> rooms = std::exchange(m_unwritten, {});
    std::optional<Error> failure;
    for (const RoomId &room : rooms) {
        const Status written = m_journal.putDraft(room, m_texts.value(room));
        if (!written) {
            m_unwritten.insert(room);
            failure = written.error();
        }
    }
    if (failure) {
        m_alarm.start(triedAgainAfter);
        Q_EMIT storageFailed(*failure);
    } else if (!rooms.isEmpty()) {
        Q_EMIT stored();
    }
}

QList<RoomId> Drafts::rooms() const
{
    QList<RoomId> rooms = m_texts.keys();
    const QList<RoomId> withFiles = m_files.keys();
    for (const RoomId &room : withFiles) {
        if (!m_texts.contains(room)) {
            rooms.append(room);
        }
    }
    return rooms;
}

} // namespace greenline
