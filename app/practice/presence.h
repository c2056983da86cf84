#pragma once

#include "app/practice/refusal.h"
#include "app/practice/settings.h"
#include "app/practice/streams.h"

#include <QHash>

namespace greenline::practice {

/// Status and availability. Somebody without a DDP login is offline, however many REST tokens she has
/// (rocketchat-wire.md 1.7).
class Presence
{
public:
    Presence(Documents &documents, const Settings &settings, Streams &streams);
    void opened(const QString &userId,
                const QString &session); ///< A DDP login; also undoes a logout's "not-available".
    void closed(const QString &userId, const QString &session);
    void loggedOut(const QString &userId); ///< DDP logout: "not-available" (REST logout does nothing of the kind).
    void setConnectionStatus(const QString &userId, const QString &session, const QString &status); ///< online, away
    void setDefaultStatus(const QString &userId, const QString &status); ///< online, away, busy, offline
    void setStatusText(const QString &userId, const QString &text);
    void setAvailability(const QString &userId, bool isAvailable);
    bool isOutsideBusinessHours(const QString &userId) const; ///< Then nobody becomes available.
    bool isAvailable(const QString &userId) const;
    /// "error-agent-status-service-offline" for somebody who may not be given conversations now, else nothing.
    Refused mayServe(const QString &userId) const;

private:
    void settle(const QString &userId);
    Documents &m_documents;
    const Settings &m_settings;
    Streams &m_streams;
    QHash<QString, QHash<QString, QString>> m_sessions; // user id → session → online or away
};

} // namespace greenline::practice
