#pragma once

#include "app/ddp/ddpclient.h"

#include <optional>
#include <vector>

namespace greenline {

/// Which streams are wanted, and how far the server has answered for them on the present line. Sends nothing itself.
class Subscriptions
{
public:
    bool want(const StreamKey &key); ///< False: is wanted and was not refused, nothing to do.
    QString forget(const StreamKey &key); ///< The id to unsubscribe; empty when it was not asked for on this line.
    bool isWanted(const StreamKey &key) const;
    QList<StreamKey> wanted() const; ///< In the order of wanting.

    void startLine(); ///< A new line knows none of them.
    void noteAsked(const StreamKey &key, const QString &id, std::chrono::milliseconds at);
    void confirm(const QString &id);
    std::optional<StreamKey> refuse(const QString &id); ///< Nothing: not ours, or given up meanwhile.
    std::optional<StreamKey> keyOf(const QString &id) const;
    void stopWaiting(std::chrono::milliseconds askedBefore); ///< What was asked by then counts as answered.
    bool areAllAnswered() const;

private:
    struct Entry {
        StreamKey key;
        QString id = {}; // empty: not asked on this line
        std::chrono::milliseconds askedAt{0};
        bool isAnswered = false;
        bool isRefused = false;
    };
    Entry *find(const StreamKey &key);
    Entry *find(const QString &id);

    std::vector<Entry> m_entries;
};

} // namespace greenline
