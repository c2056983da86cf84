#include "app/workspace/shiftkeeper.h"

#include "app/base/log.h"
#include "app/storage/cachedb.h"
#include "app/workspace/shift.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto shiftWrittenAfter = 2'000ms;
constexpr auto shiftName = "shift"_L1;

} // namespace

ShiftKeeper::ShiftKeeper(Shift &shift, CacheDb &cache, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_shift(shift)
    , m_cache(cache)
    , m_clock(clock)
    , m_alarm(clock, [this] { write(); })
{
    connect(&shift, &Shift::changed, this, [this] {
        if (!m_alarm.isActive()) {
            m_alarm.start(shiftWrittenAfter);
        }
    });
}

void ShiftKeeper::load()
{
    const Result<QByteArray> kept = m_cache.kept(shiftName);
    if (!kept) {
        qCWarning(logWorkspace) << "shift:" << redacted(kept.error().detail);
        return;
    }
    const ShiftRecord record = readShiftRecord(*kept);
    if (record.since.isValid() && record.since.toLocalTime().date() == m_clock.now().toLocalTime().date()) {
        m_shift.resume(record);
    }
}

void ShiftKeeper::write()
{
    m_alarm.stop();
    const ShiftRecord &record = m_shift.record();
    if (!record.since.isValid()) {
        return; // not open yet: what was kept is still to be taken up
    }
    const Status kept = m_cache.keep(shiftName, written(record));
    if (!kept) {
        qCWarning(logWorkspace) << "shift:" << redacted(kept.error().detail);
    }
}

} // namespace greenline
