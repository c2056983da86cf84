#pragma once

#include "app/practice/documents.h"
#include "app/practice/settings.h"

namespace greenline::practice {

/// Who may do and see what: roles against the permissions collection, and the rule for omnichannel rooms
/// (rocketchat-wire.md 2.5, 2.8).
class Access
{
public:
    Access(Documents &documents, const Settings &settings);
    bool may(const QString &userId, const QString &permission) const;
    bool canRead(const QString &userId, const QJsonObject &room) const;
    bool isServing(const QString &userId, const QJsonObject &room) const;
    QStringList departmentsOf(const QString &userId) const; ///< Ids of the enabled ones.
    bool showsQueue() const; ///< Manual selection.
    /// Whether the entry is one that inquiries.queuedForUser lists for this agent (its department is mine or it has
    /// none).
    bool isInQueueOf(const QString &userId, const QJsonObject &inquiry) const;

private:
    Documents &m_documents;
    const Settings &m_settings;
};

} // namespace greenline::practice
