#include "ui/conversations/filterterms.h"

#include "app/sms/phonenumber.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool holds(const QString &text, const QString &word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

bool holds(const QStringList &texts, const QString &word)
{
    return std::any_of(texts.begin(), texts.end(), [&word](const QString &text) { return holds(text, word); });
}

bool looksLikeNumber(const QString &typed)
{
    static const QRegularExpression number(u"^[+(]?[0-9][0-9 ()./-]*$"_s);
    return number.match(typed).hasMatch();
}

/// "90s", "5m", "1h"; minutes where no unit is said.
std::optional<std::chrono::seconds> spanOf(const QString &typed)
{
    static const QRegularExpression form(u"^([0-9]{1,4})([smhSMH]?)$"_s);
    const QRegularExpressionMatch match = form.match(typed);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const std::chrono::seconds count(match.captured(1).toInt());
    const QString unit = match.captured(2).toLower();
    if (unit == "s"_L1) {
        return count;
    }
    return unit == "h"_L1 ? count * 3600 : count * 60;
}

} // namespace

FilterTerms::FilterTerms(const QString &typed)
{
    const QString text = typed.simplified();
    if (looksLikeNumber(text)) {
        m_digits = digitsOf(text);
        return;
    }
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!readKeyword(word)) {
            m_words.append(word);
        }
    }
}

bool FilterTerms::readKeyword(const QString &word)
{
    const auto begins = [&word](QLatin1StringView keyword) { return word.startsWith(keyword, Qt::CaseInsensitive); };
    if (word.compare("unread"_L1, Qt::CaseInsensitive) == 0) {
        m_isUnreadOnly = true;
    } else if (begins("tag:"_L1)) {
        m_tags.append(word.mid(4));
    } else if (begins("dept:"_L1)) {
        m_departments.append(word.mid(5));
    } else if (begins("number:"_L1)) {
        m_ourNumbers.append(digitsOf(word.mid(7)));
    } else if (begins("waiting>"_L1)) {
        const std::optional<std::chrono::seconds> span = spanOf(word.mid(8));
        if (!span) {
            return false;
        }
        m_waitsLonger = span;
    } else {
        return false;
    }
    return true;
}

bool FilterTerms::isEmpty() const
{
    return *this == FilterTerms();
}

bool FilterTerms::match(const Conversation &conversation, const QString &departmentName, const QDateTime &now) const
{
    if (m_isUnreadOnly && conversation.unread == 0) {
        return false;
    }
    if (m_waitsLonger
        && (!conversation.waitingSince.isValid()
            || conversation.waitingSince.secsTo(now) <= static_cast<qint64>(m_waitsLonger->count()))) {
        return false;
    }
    if (!m_digits.isEmpty()) {
        return digitsOf(conversation.customerNumber).contains(m_digits)
            || digitsOf(conversation.ourNumber).contains(m_digits) || conversation.preview.contains(m_digits)
            || conversation.customerName.contains(m_digits);
    }
    const auto isFound = [&](const QString &word) {
        return holds(conversation.customerName, word) || holds(conversation.preview, word)
            || holds(departmentName, word) || holds(conversation.tags, word) || holds(conversation.customerNumber, word)
            || holds(conversation.ourNumber, word);
    };
    return std::all_of(m_words.begin(), m_words.end(), isFound)
        && std::all_of(m_tags.begin(), m_tags.end(), [&](const QString &tag) { return holds(conversation.tags, tag); })
        && std::all_of(m_ourNumbers.begin(), m_ourNumbers.end(),
                       [&](const QString &digits) { return digitsOf(conversation.ourNumber).contains(digits); })
        && std::all_of(m_departments.begin(), m_departments.end(),
                       [&](const QString &part) { return holds(departmentName, part); });
}

} // namespace greenline
