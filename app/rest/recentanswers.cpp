#include "app/rest/recentanswers.h"

namespace greenline {

void RecentAnswers::note(const QString &question, const QJsonObject &answer)
{
    m_answers.removeIf([this](const QHash<QString, Answer>::iterator &one) { return isOld(*one); });
    m_answers.insert(question, {answer, m_clock.monotonic()});
}

std::optional<QJsonObject> RecentAnswers::find(const QString &question) const
{
    const auto answer = m_answers.constFind(question);
    return answer == m_answers.constEnd() || isOld(*answer) ? std::nullopt : std::optional(answer->body);
}

} // namespace greenline
