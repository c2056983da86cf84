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

void noteSignal(int number)
{
    caughtSignal = number;
}

/// Ctrl+C and SIGTERM end the waiting while this lives, and are handed on to whoever heard them before.
class Interruption
{
public:
    Interruption()
    {
        caughtSignal = 0;
        struct sigaction noting = {};
        noting.sa_handler = noteSignal;
        sigemptyset(&noting.sa_mask);
        sigset_t both;
        sigemptyset(&both);
        sigaddset(&both, SIGINT);
        sigaddset(&both, SIGTERM);
        sigprocmask(SIG_BLOCK, &both, &m_mask); // they come in while we wait, and at no other moment
        sigaction(SIGINT, &noting, &m_interrupt);
        sigaction(SIGTERM, &noting, &m_terminate);
    }
    ~Interruption()
    {
        sigaction(SIGINT, &m_interrupt, nullptr);
        sigaction(SIGTERM, &m_terminate, nullptr);
        sigprocmask(SIG_SETMASK, &m_mask, nullptr);
        if (caughtSignal != 0) {
            std::raise(caughtSignal);
        }
    }
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    bool comesBefore(int handle) const
    {
        pollfd input{handle, POLLIN, 0};
        while (::ppoll(&input, 1, nullptr, &m_mask) < 0 && errno == EINTR && caughtSignal == 0) { }
        return caughtSignal != 0;
    }

private:
    sigset_t m_mask;
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
