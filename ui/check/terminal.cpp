#include "ui/check/terminal.h"

#include <QByteArray>

#include <cerrno>
#include <fcntl.h>
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

std::optional<QString> lineFrom(int handle)
{
    QByteArray line;
    char letter = 0;
    while (true) {
        const ssize_t count = ::read(handle, &letter, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
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
    std::optional<SilentTyping> silent; // before the question, for what is typed earlier is thrown away
    if (echo == Echo::Off) {
        silent.emplace(m_handle);
    }
    say(m_handle, question.toLocal8Bit() + ": ");
    const std::optional<QString> line = lineFrom(m_handle);
    if (echo == Echo::Off) {
        say(m_handle, "\n");
    }
    return line;
}

} // namespace greenline
