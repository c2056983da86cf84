#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace greenline {

/// What went wrong, by kind. Low layers say which kind; ui/errortext alone makes sentences of it.
struct Error {
    enum class Kind {
        Network,
        Tls,
        Timeout,
        Protocol,
        Unauthorized,
        Forbidden,
        NotFound,
        RateLimited,
        Rejected,
        Keychain,
        Storage,
        Cancelled
    };
    Kind kind = Kind::Protocol;
    QString detail; ///< For the log and the "Details" fold; never the only thing shown. No secrets, no message text.
    QString code = {}; ///< The server's own error id where it gave one ("error-inquiry-taken", "totp-required").
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< Only with RateLimited: how long to stay away.
    bool operator==(const Error &) const = default;
};

/// The value of a Result that carries none.
struct Done {
    bool operator==(const Done &) const = default;
};

/// A value or an Error.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    bool isOk() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return isOk(); }
    const T &value() const { return std::get<T>(m_state); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

using Status = Result<Done>;

} // namespace greenline
