#pragma once

#include "app/base/clock.h"

#include <QObject>

namespace greenline {

class CacheDb;
class Shift;

/// Carries a shift's figures over a restart on the same day, as this computer's clock has it. Written in quiet moments
/// and on quit.
class ShiftKeeper : public QObject
{
    Q_OBJECT
public:
    ShiftKeeper(Shift &shift, CacheDb &cache, Clock &clock, QObject *parent = nullptr);
    void load(); ///< Once the cache is open, and before the shift is.
    void write(); ///< At once, if anything has changed.

private:
    Shift &m_shift;
    CacheDb &m_cache;
    Clock &m_clock;
    Alarm m_alarm;
};

} // namespace greenline
