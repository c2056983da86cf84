#pragma once

#include "app/omnichannel/conversation.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace greenline {

/// What is typed into the filter box: words that must all be found in name, text, department, tags or our number; a
/// phone number in any spelling; "unread", "tag:…", "dept:…", "number:…" for one of ours, "waiting>5m" (s, m or h).
class FilterTerms
{
public:
    FilterTerms() = default;
    explicit FilterTerms(const QString &typed);

    bool isEmpty() const;
    bool match(const Conversation &conversation, const QString &departmentName, const QDateTime &now = {}) const;
    bool dependsOnTime() const { return m_waitsLonger.has_value(); }
    bool operator==(const FilterTerms &) const = default;

private:
    bool readKeyword(const QString &word);

    QString m_digits; ///< All that was typed, when it reads as a number.
    QStringList m_words;
    QStringList m_tags;
    QStringList m_departments;
    QStringList m_ourNumbers; ///< Digits.
    std::optional<std::chrono::seconds> m_waitsLonger;
    bool m_isUnreadOnly = false;
};

} // namespace greenline
