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
    m_texts = *kept;
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
    if (text.isEmpty()) {
        m_texts.remove(room);
    } else {
        m_texts.insert(room, text);
    }
    m_unwritten.insert(room);
    if (!m_alarm.isActive()) {
        m_alarm.start(writtenAfter); // from the first key press, not from the last
    }
    if (text.isEmpty() != before.isEmpty()) {
        Q_EMIT presenceChanged(room, !text.isEmpty());
    }
}

void Drafts::forget(const RoomId &room)
{
    m_unwritten.remove(room);
    if (m_texts.remove(room)) {
        Q_EMIT presenceChanged(room, false);
    }
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
    return m_texts.keys();
}

} // namespace greenline
