#include "app/omnichannel/endedids.h"

namespace greenline {

namespace {

constexpr qsizetype endedIdsKept = 4096;

} // namespace

void EndedIds::insert(const QString &id)
{
    if (id.isEmpty() || m_ids.contains(id)) {
        return;
    }
    m_ids.insert(id);
    m_order.enqueue(id);
    if (m_order.size() > endedIdsKept) {
        m_ids.remove(m_order.dequeue());
    }
}

void EndedIds::clear()
{
    m_ids.clear();
    m_order.clear();
}

} // namespace greenline
