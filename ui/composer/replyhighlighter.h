#pragma once

#include <QSyntaxHighlighter>

#include <functional>

namespace greenline {

/// What must be seen in a reply while it is written: placeholders that nothing is known for, and words that are spelled
/// wrong. Only blocks that changed are looked at.
class ReplyHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit ReplyHighlighter(QTextDocument *document);
    using IsRight = std::function<bool(const QString &word)>;
    void setSpelling(const IsRight &isRight); ///< Empty: not checked.

protected:
    void highlightBlock(const QString &text) override;

private:
    void markWords(const QString &text);
    IsRight m_isRight;
};

/// Where a word of a person's language stands; addresses, numbers and placeholders are none.
struct WordPlace {
    int at = 0;
    int length = 0;
};
QList<WordPlace> wordsOf(const QString &text);

} // namespace greenline
