#pragma once

#include <QQueue>
#include <QSet>
#include <QString>

namespace greenline {

/// Ids of documents that have ended, so that a late event does not bring them back. Remembers the last few thousand.
class EndedIds
{
public:
    void insert(const QString &id);
    void remove(const QString &id) { m_ids.remove(id); } ///< REST says that it lives.
    bool contains(const QString &id) const { return m_ids.contains(id); }
    void clear();

private:
    QSet<QString> m_ids;
    QQueue<QString> m_order; // may name ids that were removed since
};

} // namespace greenline
