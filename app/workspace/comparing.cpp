#include "app/workspace/comparing.h"

#include "app/workspace/connectionline.h"
#include "app/workspace/gapfill.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto betweenComparisons = 60'000ms;

} // namespace

Comparing::Comparing(GapFill &gapFill, const ConnectionLine &line, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_gapFill(gapFill)
    , m_line(line)
    , m_clock(clock)
    , m_next(clock, [this] { ask(); })
{
    connect(&gapFill, &GapFill::finished, this, &Comparing::onCompared);
}

void Comparing::ask()
{
    if (!m_line.isLive() || m_gapFill.isRunning()) {
        return;
    }
    const auto sinceLast = m_comparedAt ? m_clock.monotonic() - *m_comparedAt : betweenComparisons;
    if (sinceLast < betweenComparisons) {
        m_next.start(betweenComparisons - sinceLast);
        return;
    }
    m_gapFill.run();
}

void Comparing::setView(const Attention::View &view)
{
    const Attention::View before = std::exchange(m_view, view);
    if (!view.isWindowVisible) {
        m_next.stop();
    } else if ((view.isWindowActive && !before.isWindowActive) || !before.isWindowVisible) {
        ask();
    }
}

void Comparing::stop()
{
    m_next.stop();
}

void Comparing::onCompared()
{
    m_comparedAt = m_clock.monotonic();
    if (m_view.isWindowVisible) {
        m_next.start(betweenComparisons);
    }
}

} // namespace greenline
