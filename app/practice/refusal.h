#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace greenline::practice {

/// Why the workspace does not do something: a Meteor.Error before it has a wire form.
struct Refusal {
    QString code = {}; ///< "error-inquiry-taken"
    QString reason = {}; ///< "Inquiry already taken"; empty where the server throws a bare code.
    QJsonObject details = {};
};

using Refused = std::optional<Refusal>; ///< Nothing: it was done.

/// What was asked for, or a Refusal.
template <typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value)
        : m_state(std::move(value))
    {
    }
    Outcome(Refusal refusal)
        : m_state(std::move(refusal))
    {
    }
    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    const T &operator*() const { return std::get<T>(m_state); }
    const T *operator->() const { return &std::get<T>(m_state); }
    const Refusal &refusal() const { return std::get<Refusal>(m_state); }

private:
    std::variant<T, Refusal> m_state;
};

} // namespace greenline::practice
