#include "app/base/backoff.h"

#include <algorithm>

namespace greenline {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds cap, quint32 seed)
    : m_first(first)
    , m_cap(cap)
    , m_span(first)
    , m_random(seed)
{
}

std::chrono::milliseconds Backoff::next()
{
    const auto half = m_span.count() / 2;
    const auto drawn = std::chrono::milliseconds(half + m_random.bounded(qint64(half) + 1));
    m_span = std::min(m_span * 2, m_cap);
    return drawn;
}

} // namespace greenline
