#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace greenline::practice {

/// The documents of one kind by their _id, in the order in which they were made. Stamps _updatedAt with every change.
class Collection
{
public:
    using Test = std::function<bool(const QJsonObject &)>;
    explicit Collection(const Clock &clock);

    QJsonObject find(const QString &id) const; ///< Empty when there is none.
    bool contains(const QString &id) const { return m_documents.contains(id); }
    QList<QJsonObject> all() const;
    QList<QJsonObject> where(const Test &test) const;
    QList<QJsonObject> where(const QString &field, const QString &value) const; ///< Quick for "rid".
    QJsonObject first(const Test &test) const; ///< Empty when there is none.
    QJsonObject first(const QString &field, const QString &value) const;
    qsizetype size() const { return m_order.size(); }

    QJsonObject insert(QJsonObject document); ///< Gives it an _id when it has none; answers what is kept.
    QJsonObject change(const QString &id, const QJsonObject &fields,
                       const QStringList &unset = {}); ///< Answers what is kept now.
    QJsonObject remove(const QString &id); ///< Answers what was removed; remembered in removedSince().

    /// {_id, _deletedAt} of everything removed since then: the `remove` list of rooms.get, subscriptions.get and
    /// chat.syncMessages.
    QList<QJsonObject> removedSince(const QDateTime &since) const;
    /// The documents as they were when removed.
    QList<QJsonObject> removedDocuments() const;

private:
    QStringList candidates(const QString &field, const QString &value) const;
    const Clock &m_clock;
    QHash<QString, QJsonObject> m_documents;
    QStringList m_order;
    QHash<QString, QStringList> m_byRoom; // ids by `rid`, which nearly everything is looked up by and which never changes
    QList<QJsonObject> m_removed;
};

} // namespace greenline::practice
