#include "ui/reply/spelling.h"

#include "app/spelling/dictionary.h"
#include "app/storage/settingsfile.h"
#include "ui/composer/composer.h"
#include "ui/composer/replyedit.h"
#include "ui/composer/replyhighlighter.h"
#include "ui/timeline/conversationview.h"

#include <QLocale>
#include <QMenu>
#include <QPromise>
#include <QTextBlock>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostSuggestions = 5;
constexpr auto spellingOff = "off"_L1;

QString languageTitle(const QString &language)
{
    const QLocale locale(language);
    return locale.language() == QLocale::C
        ? language
        : u"%1 (%2)"_s.arg(QLocale::languageToString(locale.language()), language.section(u'_', 1));
}

} // namespace

Spelling::Spelling(const ReplyNeeds &needs, ReplyHighlighter &highlighter, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_highlighter(highlighter)
    , m_folder(folder)
    , m_languages(Dictionary::languagesIn(folder))
{
    ReplyEdit &edit = needs.composer.edit();
    edit.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&edit, &QWidget::customContextMenuRequested, this, &Spelling::showMenu);
    connect(&needs.view, &ConversationView::timelineChanged, this, &Spelling::follow);
    connect(&m_loading, &QFutureWatcher<Shared>::finished, this, &Spelling::onLoaded);
}

void Spelling::choose(const QString &language)
{
    const QString kept = language.isEmpty() ? QString(spellingOff) : language;
    m_needs.settings.setText(key(), kept);
    m_needs.settings.setText(u"spelling/last"_s, kept);
    use(language);
}

void Spelling::follow()
{
    const QString kept = m_needs.settings.text(key(), preferred());
    use(m_languages.contains(kept) ? kept : QString());
}

/// What was chosen last, else the language of the desktop.
QString Spelling::preferred() const
{
    return m_needs.settings.text(u"spelling/last"_s, QLocale().name());
}

QString Spelling::key() const
{
    const Conversation &conversation = m_needs.view.conversation();
    return u"spelling/"_s + (conversation.visitor.isEmpty() ? conversation.id.value : conversation.visitor.value);
}

void Spelling::use(const QString &language)
{
    m_language = language;
    if (language.isEmpty()) {
        m_highlighter.setSpelling({});
    } else if (language != m_loaded) {
        load(language);
    } else if (m_dictionary) { // else it is on its way
        m_highlighter.setSpelling(
            [dictionary = m_dictionary](const QString &word) { return dictionary->isRight(word); });
    }
}

void Spelling::load(const QString &language)
{
    m_loaded = language;
    m_dictionary.reset();
    auto promise = std::make_shared<QPromise<Shared>>();
    m_loading.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, folder = m_folder, language] {
        promise->start();
        promise->addResult(std::make_shared<Dictionary>(folder, language));
        promise->finish();
    });
}

void Spelling::onLoaded()
{
    m_dictionary = m_loading.result();
    if (m_language == m_loaded) {
        use(m_language);
    }
}

void Spelling::showMenu(const QPoint &at)
{
    ReplyEdit &edit = m_needs.composer.edit();
    QMenu *menu = edit.createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QTextCursor word = wordAt(at);
    if (m_dictionary && !m_language.isEmpty() && !edit.isReadOnly() && word.hasSelection()
        && !m_dictionary->isRight(word.selectedText())) {
        addSuggestions(*menu, word);
    }
    if (!m_languages.isEmpty()) {
        addLanguages(*menu);
    }
    menu->popup(edit.viewport()->mapToGlobal(at));
}

void Spelling::addSuggestions(QMenu &menu, const QTextCursor &word)
{
    QAction *first = menu.actions().value(0);
    const QStringList suggestions = m_dictionary->suggestions(word.selectedText()).mid(0, mostSuggestions);
    for (const QString &suggestion : suggestions) {
        auto *action = new QAction(suggestion, &menu);
        connect(action, &QAction::triggered, this, [suggestion, word] { QTextCursor(word).insertText(suggestion); });
        menu.insertAction(first, action);
    }
    if (suggestions.isEmpty()) {
        auto *none = new QAction(tr("No suggestions"), &menu);
        none->setEnabled(false);
        menu.insertAction(first, none);
    }
    menu.insertSeparator(first);
}

void Spelling::addLanguages(QMenu &menu)
{
    menu.addSeparator();
    QMenu *languages = menu.addMenu(tr("Spelling"));
    const auto add = [&](const QString &language, const QString &title) {
        QAction *action = languages->addAction(title);
        action->setCheckable(true);
        action->setChecked(language == m_language);
        connect(action, &QAction::triggered, this, [this, language] { choose(language); });
    };
    add({}, tr("Off"));
    for (const QString &language : std::as_const(m_languages)) {
        add(language, languageTitle(language));
    }
}

QTextCursor Spelling::wordAt(const QPoint &at) const
{
    QTextCursor cursor = m_needs.composer.edit().cursorForPosition(at);
    const QTextBlock block = cursor.block();
    const QList<WordPlace> words = wordsOf(block.text());
    for (const WordPlace &word : words) {
        if (word.at <= cursor.positionInBlock() && cursor.positionInBlock() <= word.at + word.length) {
            cursor.setPosition(block.position() + word.at);
            cursor.setPosition(block.position() + word.at + word.length, QTextCursor::KeepAnchor);
            return cursor;
        }
    }
    return cursor;
}

} // namespace greenline
