#pragma once

#include "ui/reply/replyneeds.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

class QMenu;
class QPoint;
class QTextCursor;

namespace greenline {

class Dictionary;
class ReplyHighlighter;

/// Spelling of the reply in the language of the conversation: wrong words are underlined, and the context menu knows
/// better ones. Dictionaries are those of the computer; without any, nothing is offered.
class Spelling : public QObject
{
    Q_OBJECT
public:
    Spelling(const ReplyNeeds &needs, ReplyHighlighter &highlighter, const QString &folder, QObject *parent = nullptr);
    QString language() const { return m_language; } ///< Of the open conversation; empty: off.
    void choose(const QString &language); ///< For the open conversation, and for those that have none yet.

private:
    using Shared = std::shared_ptr<Dictionary>;
    void follow();
    void use(const QString &language);
    void load(const QString &language);
    void onLoaded();
    void showMenu(const QPoint &at);
    void addSuggestions(QMenu &menu, const QTextCursor &word);
    void addLanguages(QMenu &menu);
    QTextCursor wordAt(const QPoint &at) const;
    QString key() const;
    QString preferred() const;

    ReplyNeeds m_needs;
    ReplyHighlighter &m_highlighter;
    QString m_folder;
    QStringList m_languages;
    QString m_language;
    QString m_loaded; // the language of m_dictionary, or of the one on its way
    Shared m_dictionary;
    QFutureWatcher<Shared> m_loading;
};

} // namespace greenline
