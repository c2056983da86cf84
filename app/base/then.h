#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace greenline {

/// The one answer of an asynchronous call: a continuation that is dropped when its context has died.
/// Every Then handed to a method is called exactly once: value, error, timeout or Cancelled.
template <typename T>
class Then
{
public:
    template <typename Function>
    Then(QObject *context, Function function)
        : m_context(context)
        , m_function(std::move(function))
    {
    }

    void operator()(const Result<T> &result) const
    {
        if (m_context) {
            m_function(result);
        }
    }

private:
    QPointer<QObject> m_context;
    std::function<void(const Result<T> &)> m_function;
};

} // namespace greenline
