#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"

#include <QJsonValue>
#include <QObject>

#include <utility>
#include <vector>

namespace greenline {

/// Method calls that the server has not answered yet. Each is answered once: by its result, by its time limit, or by
/// whoever takes them all.
class PendingCalls
{
public:
    using Call = std::pair<QString, Then<QJsonValue>>;

    explicit PendingCalls(Clock &clock);
    void add(const QString &id, const Then<QJsonValue> &then);
    void settle(const QString &id,
                const Result<QJsonValue> &result); ///< An unknown id is one that was answered already.
    std::vector<Call> takeAll();

private:
    Clock &m_clock;
    std::vector<Call> m_calls;
    QObject m_life; // of the time limits
};

} // namespace greenline
