#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace greenline {

/// What was answered a moment ago, for those to whom that is as good as a call of their own. Nothing stays longer than
/// it may be used.
class RecentAnswers
{
public:
    static constexpr std::chrono::seconds longest{10};

    explicit RecentAnswers(const Clock &clock)
        : m_clock(clock)
    {
    }
    void note(const QString &question, const QJsonObject &answer);
    std::optional<QJsonObject> find(const QString &question) const;
    void clear() { m_answers.clear(); }

private:
    struct Answer {
        QJsonObject body;
        std::chrono::milliseconds at{0}; // monotonic
    };
    bool isOld(const Answer &answer) const { return m_clock.monotonic() - answer.at > longest; }

    const Clock &m_clock;
    QHash<QString, Answer> m_answers;
};

} // namespace greenline
