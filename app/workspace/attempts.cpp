#include "app/workspace/attempts.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto noticeMayLag = 5'000ms; // behind the answer of its message
constexpr auto sendMayLast = 90'000ms; // inside the server, which waits for the provider, and on the way
// Server processes on two computers do not have the very same time. The next message leaves 200 ms after an answer, so
// half of that tells the two apart.
constexpr auto clocksMayDiffer = 100ms;
constexpr qsizetype attemptsKept = 16;

} // namespace

void Attempts::begin(const OutgoingMessage &message, std::chrono::milliseconds now)
{
    Attempt attempt{.message = message, .firstSentAt = now, .lastSentAt = now};
    if (const Attempt *known = find(message.id); known && !known->end) {
        attempt.firstSentAt = known->firstSentAt;
        attempt.refusals = known->refusals;
    }
    forget(message.id);
    m_attempts.append(attempt);
    if (m_attempts.size() > attemptsKept) {
        m_attempts.removeFirst();
    }
}

void Attempts::end(const MessageId &id, End end, std::chrono::milliseconds now)
{
    if (Attempt *attempt = find(id)) {
        attempt->end = end;
        attempt->endedAt = now;
    }
}

std::optional<OutgoingMessage> Attempts::bind(const Refusal &refusal)
{
    const auto spokenOf = std::find_if(m_attempts.rbegin(), m_attempts.rend(), [&refusal](const Attempt &attempt) {
        return attempt.firstSentAt <= refusal.arrivedAt && !isBefore(refusal, attempt.writtenAt);
    });
    if (spokenOf == m_attempts.rend() || !mayStillBeRefused(*spokenOf, refusal.arrivedAt)) {
        return std::nullopt;
    }
    spokenOf->refusals.append(refusal);
    return spokenOf->message;
}

QList<Refusal> Attempts::takeForeign(const MessageId &id, const QDateTime &writtenAt)
{
    QList<Refusal> foreign;
    if (Attempt *attempt = find(id)) {
        attempt->writtenAt = writtenAt;
        std::copy_if(attempt->refusals.cbegin(), attempt->refusals.cend(), std::back_inserter(foreign),
                     [&writtenAt](const Refusal &refusal) { return isBefore(refusal, writtenAt); });
        attempt->refusals.removeIf([&writtenAt](const Refusal &refusal) { return isBefore(refusal, writtenAt); });
    }
    return foreign;
}

bool Attempts::isRefused(const MessageId &id) const
{
    return std::any_of(m_attempts.cbegin(), m_attempts.cend(), [&id](const Attempt &attempt) {
        return attempt.message.id == id && !attempt.refusals.isEmpty();
    });
}

QStringList Attempts::filePaths(std::chrono::milliseconds now) const
{
    QStringList paths;
    for (const Attempt &attempt : m_attempts) {
        if (attempt.message.file && mayStillBeRefused(attempt, now)) {
            paths.append(attempt.message.file->file.path);
        }
    }
    return paths;
}

void Attempts::rename(const MessageId &id, const MessageId &given)
{
    if (Attempt *attempt = find(id)) {
        attempt->message.id = given;
    }
}

void Attempts::forget(const MessageId &id)
{
    m_attempts.removeIf([&id](const Attempt &attempt) { return attempt.message.id == id; });
}

Attempts::Attempt *Attempts::find(const MessageId &id)
{
    const auto found = std::find_if(m_attempts.begin(), m_attempts.end(),
                                    [&id](const Attempt &attempt) { return attempt.message.id == id; });
    return found == m_attempts.end() ? nullptr : &*found;
}

bool Attempts::isBefore(const Refusal &refusal, const QDateTime &messageWrittenAt)
{
    return refusal.writtenAt.isValid() && messageWrittenAt.isValid()
        && refusal.writtenAt.addMSecs(clocksMayDiffer.count()) < messageWrittenAt;
}

bool Attempts::mayStillBeRefused(const Attempt &attempt, std::chrono::milliseconds at)
{
    if (attempt.end == End::Failed) {
        return false;
    }
    return attempt.end == End::Answered ? at - attempt.endedAt <= noticeMayLag : at - attempt.lastSentAt <= sendMayLast;
}

} // namespace greenline
