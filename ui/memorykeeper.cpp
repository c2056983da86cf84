#include "ui/memorykeeper.h"

#include <cstdlib> // says which C library it is
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto betweenLooks = 30s;
constexpr size_t worthwhile = 16 << 20; // giving back takes some ms, so not for what the next minute needs again

} // namespace

MemoryKeeper::MemoryKeeper(Clock &clock)
    : m_alarm(clock, [this] { look(); })
{
    m_alarm.start(betweenLooks);
}

void MemoryKeeper::look()
{
#ifdef __GLIBC__
    if (mallinfo2().fordblks > worthwhile) {
        malloc_trim(0);
    }
#endif
    m_alarm.start(betweenLooks);
}

} // namespace greenline
