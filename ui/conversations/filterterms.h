#pragma once

#include "app/omnichannel/conversation.h"

#include <QString>
#include <QStringList>

namespace greenline {

/// What is typed into the filter box: words that must all be found in name, text, department, tags or our number; a
/// phone number in any spelling; "unread", "tag:…" and "dept:…".
class FilterTerms
{
public:
    FilterTerms() = default;
    explicit FilterTerms(const QString &typed);

    bool isEmpty() const;
    bool match(const Conversation &conversation, const QString &departmentName) const;
    bool operator==(const FilterTerms &) const = default;

private:
    QString m_digits; ///< All that was typed, when it reads as a number.
    QStringList m_words;
    QStringList m_tags;
    QStringList m_departments;
    bool m_isUnreadOnly = false;
};

} // namespace greenline
