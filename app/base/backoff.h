#pragma once

#include <QRandomGenerator>

#include <chrono>

namespace greenline {

/// Waiting times that double up to a cap, each drawn from the upper half of its span, so that a whole office
/// does not knock at the same moment after an outage.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds cap,
            quint32 seed = QRandomGenerator::global()->generate());
    std::chrono::milliseconds next();
    void reset() { m_span = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_cap;
    std::chrono::milliseconds m_span;
    QRandomGenerator m_random;
};

} // namespace greenline
