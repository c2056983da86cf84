#pragma once

#include <QString>

#include <optional>

namespace greenline {

/// The terminal that the program was started from, whatever its input and output are joined to.
class Terminal
{
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    bool isThere() const { return m_handle >= 0; } ///< Not for what runs by the clock.
    enum class Echo { On, Off };
    /// One line, without blanks around it. Nothing: there is no terminal, or its user has ended the input.
    std::optional<QString> ask(const QString &question, Echo echo);

private:
    int m_handle = -1;
};

} // namespace greenline
