#pragma once

#include "app/base/then.h"

#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace greenline {

/// What several checks need and one question answers: whoever asks while it is under way, or after it, gets the same
/// answer, until it is forgotten. An error is not kept.
template <typename T>
class SharedRead
{
public:
    using Ask = std::function<void(const Then<T> &)>;
    SharedRead(QObject *context, Ask ask)
        : m_context(context)
        , m_ask(std::move(ask))
    {
    }

    void read(const Then<T> &then)
    {
        if (m_known) {
            then(*m_known);
            return;
        }
        m_waiting->append(then);
        if (m_waiting->size() > 1) {
            return;
        }
        m_ask({m_context, [this, waiting = m_waiting](const Result<T> &answer) {
                   if (answer && waiting == m_waiting) {
                       m_known = *answer;
                   }
                   const QList<Then<T>> all = std::exchange(*waiting, {});
                   for (const Then<T> &one : all) {
                       one(answer);
                   }
               }});
    }
    void forget() ///< Who waits is still answered.
    {
        m_known.reset();
        m_waiting = std::make_shared<QList<Then<T>>>();
    }
    const std::optional<T> &known() const { return m_known; }

private:
    QObject *m_context;
    Ask m_ask;
    std::optional<T> m_known;
    std::shared_ptr<QList<Then<T>>> m_waiting = std::make_shared<QList<Then<T>>>();
};

} // namespace greenline
