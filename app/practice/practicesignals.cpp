#include "app/practice/practicesignals.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace greenline::practice {

namespace {

int ends[2] = {-1, -1}; // written by the handler, read by the notifier

void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(ends[0], &byte, 1);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

PracticeSignals::PracticeSignals(std::function<void()> stop)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
        return; // Ctrl+C then ends the program the rough way
    }
    m_notifier = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    QSocketNotifier *notifier = m_notifier.get();
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [stop = std::move(stop), notifier] {
        notifier->setEnabled(false);
        stop();
    });
    setHandler(handle);
}

PracticeSignals::~PracticeSignals()
{
    setHandler(SIG_DFL);
    m_notifier.reset();
    for (int &end : ends) {
        close(end);
        end = -1;
    }
}

} // namespace greenline::practice
