#include "ui/check/terminal.h"

#include <QByteArray>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace greenline {

namespace {

/// What is typed is not shown while this lives.
class SilentTyping
{
public:
    explicit SilentTyping(int handle)
        : m_handle(handle)
    {
        m_isSet = tcgetattr(handle, &m_before) == 0;
        if (m_isSet) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            tcsetattr(handle, TCSAFLUSH, &silent);
        }
    }
    ~SilentTyping()
    {
        if (m_isSet) {
            tcsetattr(m_handle, TCSAFLUSH, &m_before);
        }
    }
    SilentTyping(const SilentTyping &) = delete;
    SilentTyping &operator=(const SilentTyping &) = delete;

private:
    int m_handle;
    bool m_isSet = false;
    termios m_before = {};
};

void say(int handle, const QByteArray &text)
{
    if (::write(handle, text.constData(), static_cast<size_t>(text.size())) < 0) {
        return; // whoever does not see the question can still answer it
    }
}

volatile std::sig_atomic_t caughtSignal = 0;
int signalled[2] = {-1, -1}; // the handler may run in any thread, so it tells the one that waits through a pipe

void noteSignal(int number)
{
    caughtSignal = number;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalled[1], &byte, 1);
}

/// Ctrl+C and SIGTERM end the waiting while this lives, and are handed on to whoever heard them before.
class Interruption
{
public:
    Interruption()
    {
        caughtSignal = 0;
        m_isListening = ::pipe2(signalled, O_CLOEXEC | O_NONBLOCK) == 0;
        if (m_isListening) {
            struct sigaction noting = {};
            noting.sa_handler = noteSignal;
            noting.sa_flags = SA_RESTART;
            sigemptyset(&noting.sa_mask);
            sigaction(SIGINT, &noting, &m_interrupt);
            sigaction(SIGTERM, &noting, &m_terminate);
        }
    }
    ~Interruption()
    {
        if (!m_isListening) {
            return;
        }
        sigaction(SIGINT, &m_interrupt, nullptr);
        sigaction(SIGTERM, &m_terminate, nullptr);
        ::close(signalled[0]);
        ::close(signalled[1]);
        if (caughtSignal != 0) {
            std::raise(caughtSignal);
        }
    }
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    bool comesBefore(int handle) const
    {
        pollfd waited[]{{handle, POLLIN, 0}, {m_isListening ? signalled[0] : -1, POLLIN, 0}};
        while (::poll(waited, 2, -1) < 0 && errno == EINTR && caughtSignal == 0) { }
        return caughtSignal != 0;
    }

private:
    bool m_isListening = false;
    struct sigaction m_interrupt = {};
    struct sigaction m_terminate = {};
};

std::optional<QString> lineFrom(int handle, const Interruption &interruption)
{
    QByteArray line;
    char letter = 0;
    while (true) {
        if (interruption.comesBefore(handle) || ::read(handle, &letter, 1) <= 0) {
            return std::nullopt;
        }
        if (letter == '\n') {
            return QString::fromLocal8Bit(line).trimmed();
        }
        line.append(letter);
    }
}

} // namespace

Terminal::Terminal()
    : m_handle(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
{
}

Terminal::~Terminal()
{
    if (isThere()) {
        ::close(m_handle);
    }
}

std::optional<QString> Terminal::ask(const QString &question, Echo echo)
{
    if (!isThere()) {
        return std::nullopt;
    }
    const Interruption interruption;
    std::optional<SilentTyping> silent; // before the question, for what is typed earlier is thrown away
    if (echo == Echo::Off) {
        silent.emplace(m_handle);
    }
    say(m_handle, question.toLocal8Bit() + ": ");
    const std::optional<QString> line = lineFrom(m_handle, interruption);
    if (echo == Echo::Off) {
        say(m_handle, "\n");
    }
    return line;
}

} // namespace greenline
