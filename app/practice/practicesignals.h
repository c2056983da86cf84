#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace greenline::practice {

/// Turns SIGINT and SIGTERM into a call in the event loop: a signal handler itself may do next to nothing, so it only writes to a
/// socket pair whose other end is watched. One at a time.
class PracticeSignals
{
public:
    explicit PracticeSignals(std::function<void()> stop);
    ~PracticeSignals();
    PracticeSignals(const PracticeSignals &) = delete;
    PracticeSignals &operator=(const PracticeSignals &) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace greenline::practice
