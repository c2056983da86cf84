#include "app/ddp/pendingcalls.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto callPatience = 30'000ms;

} // namespace

PendingCalls::PendingCalls(Clock &clock)
    : m_clock(clock)
{
}

void PendingCalls::add(const QString &id, const Then<QJsonValue> &then)
{
    m_calls.emplace_back(id, then);
    m_clock.after(callPatience, &m_life, [this, id] {
        settle(id, Error{Error::Kind::Timeout, u"a method call was not answered"_s});
    });
}

void PendingCalls::settle(const QString &id, const Result<QJsonValue> &result)
{
    const auto call = std::find_if(m_calls.begin(), m_calls.end(), [&id](const Call &one) { return one.first == id; });
    if (call == m_calls.end()) {
        return;
    }
    const Then<QJsonValue> then = call->second;
    m_calls.erase(call);
    then(result);
}

std::vector<PendingCalls::Call> PendingCalls::takeAll()
{
    return std::exchange(m_calls, {});
}

} // namespace greenline
