#pragma once

#include "app/base/clock.h"

namespace greenline {

/// Gives memory that is no longer used back to the system. The workspace sends each text once more, parsed: a text of
/// 100,000 empty lines comes as some MB of JSON (`md`, one object for each line), and the C library would keep what
/// reading it took for as long as the program runs.
class MemoryKeeper
{
public:
    explicit MemoryKeeper(Clock &clock);

private:
    void look();

    Alarm m_alarm;
};

} // namespace greenline
