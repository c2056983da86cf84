#include "app/sms/optwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr std::array stopWords{"STOP"_L1, "STOPALL"_L1, "UNSUBSCRIBE"_L1, "CANCEL"_L1,
                               "END"_L1,  "QUIT"_L1,    "REVOKE"_L1,      "OPTOUT"_L1};
constexpr std::array startWords{"START"_L1, "UNSTOP"_L1, "YES"_L1};

template <typename Words>
bool isOneOf(const Words &words, const QString &word)
{
    return std::any_of(words.begin(), words.end(),
                       [&word](QLatin1StringView one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
}

} // namespace

OptWord optWordOf(const QString &text)
{
    const QString word = text.trimmed();
    if (isOneOf(stopWords, word)) {
        return OptWord::Stop;
    }
    return isOneOf(startWords, word) ? OptWord::Start : OptWord::None;
}

bool isOptOutRefusal(const QString &reason)
{
    return reason.contains("21610"_L1) || reason.contains("unsubscribed recipient"_L1, Qt::CaseInsensitive)
        || reason.contains("blacklist rule"_L1, Qt::CaseInsensitive);
}

} // namespace greenline
