#include "app/ddp/subscriptions.h"

#include <algorithm>

namespace greenline {

bool Subscriptions::want(const StreamKey &key)
{
    Entry *known = find(key);
    if (!known) {
        m_entries.push_back({key});
        return true;
    }
    if (!known->isRefused) {
        return false;
    }
    *known = Entry{key};
    return true;
}

QString Subscriptions::forget(const StreamKey &key)
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [&key](const Entry &one) { return one.key == key; });
    if (entry == m_entries.end()) {
        return {};
    }
    const QString id = entry->isRefused ? QString() : entry->id;
    m_entries.erase(entry);
    return id;
}

bool Subscriptions::isWanted(const StreamKey &key) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&key](const Entry &one) { return one.key == key; });
}

QList<StreamKey> Subscriptions::wanted() const
{
    QList<StreamKey> keys;
    for (const Entry &entry : m_entries) {
        keys.append(entry.key);
    }
    return keys;
}

void Subscriptions::startLine()
{
    for (Entry &entry : m_entries) {
        entry = Entry{entry.key};
    }
}

void Subscriptions::noteAsked(const StreamKey &key, const QString &id, std::chrono::milliseconds at)
{
    Entry *entry = find(key);
    if (!entry) {
        return;
    }
    if (entry->id.isEmpty()) {
        entry->askedAt = at; // asking again does not make the waiting start again
    }
    entry->id = id;
}

void Subscriptions::confirm(const QString &id)
{
    if (Entry *entry = find(id)) {
        entry->isAnswered = true;
    }
}

std::optional<StreamKey> Subscriptions::refuse(const QString &id)
{
    Entry *entry = find(id);
    if (!entry) {
        return std::nullopt;
    }
    entry->isAnswered = true;
    entry->isRefused = true;
    return entry->key;
}

std::optional<StreamKey> Subscriptions::keyOf(const QString &id) const
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &one) { return one.id == id; });
    return entry != m_entries.end() ? std::optional(entry->key) : std::nullopt;
}

void Subscriptions::stopWaiting(std::chrono::milliseconds askedBefore)
{
    for (Entry &entry : m_entries) {
        entry.isAnswered = entry.isAnswered || entry.askedAt <= askedBefore;
    }
}

bool Subscriptions::areAllAnswered() const
{
    return std::all_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.isAnswered; });
}

Subscriptions::Entry *Subscriptions::find(const StreamKey &key)
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [&key](const Entry &one) { return one.key == key; });
    return entry != m_entries.end() ? &*entry : nullptr;
}

Subscriptions::Entry *Subscriptions::find(const QString &id)
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &one) { return one.id == id; });
    return !id.isEmpty() && entry != m_entries.end() ? &*entry : nullptr;
}

} // namespace greenline
