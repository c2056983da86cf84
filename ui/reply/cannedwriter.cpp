#include "ui/reply/cannedwriter.h"

#include "app/omnichannel/placeholders.h"
#include "ui/composer/composer.h"
#include "ui/composer/composertool.h"
#include "ui/composer/replyedit.h"
#include "ui/reply/cannedsupply.h"
#include "ui/reply/snippetsdialog.h"
#include "ui/reply/writable.h"
#include "ui/timeline/conversationview.h"

#include <QAction>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace greenline {

CannedWriter::CannedWriter(const ReplyNeeds &needs, CannedSupply &supply, QAction &open, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_supply(supply)
    , m_popup(new CannedPopup(&needs.window))
{
    auto *button = new ComposerTool(Glyph::Canned, tr("Canned responses"), &needs.composer.box());
    needs.composer.addTool(button);
    needs.composer.addGate([this](const QString &text) { return mayGo(text); });
    needs.composer.edit().installEventFilter(this);
    connect(button, &QToolButton::clicked, this, &CannedWriter::openByButton);
    connect(&open, &QAction::triggered, this, &CannedWriter::openByButton);
    connect(&needs.composer, &Composer::textEdited, this, &CannedWriter::look);
    connect(&needs.composer.edit(), &ReplyEdit::cursorPositionChanged, this, [this] {
        if (isOpen()) {
            look();
        }
    });
    connect(&needs.view, &ConversationView::timelineChanged, this, &CannedWriter::close);
    connect(m_popup, &CannedPopup::chosen, this, &CannedWriter::insert);
    connect(m_popup, &CannedPopup::dismissed, this, [this] {
        m_dismissed = m_anchor;
        close();
    });
    connect(m_popup, &CannedPopup::snippetsRequested, this, &CannedWriter::editSnippets);
}

CannedWriter::~CannedWriter()
{
    delete m_popup; // the window outlives the desk
    delete m_dialog;
}

bool CannedWriter::eventFilter(QObject *watched, QEvent *event)
{
    if (!isOpen()) {
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) { // else it would leave the conversation
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut) {
        close();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return !key->modifiers().testFlag(Qt::ControlModifier) && m_popup->handleKey(key->key());
    }
    return QObject::eventFilter(watched, event);
}

void CannedWriter::look()
{
    static const QRegularExpression called(u"(?:^|\\s)([/!])([^\\s/!]*)$"_s);
    const QTextCursor cursor = m_needs.composer.edit().textCursor();
    if (m_isCalled && cursor.position() >= m_anchor) {
        show(m_needs.composer.text().mid(m_anchor, cursor.position() - m_anchor));
        return;
    }
    const QRegularExpressionMatch match = called.match(cursor.block().text().left(cursor.positionInBlock()));
    if (!match.hasMatch() || cursor.hasSelection()) {
        m_dismissed = -1;
        close();
        return;
    }
    m_anchor = cursor.block().position() + static_cast<int>(match.capturedStart(1));
    if (m_anchor != m_dismissed) {
        show(match.captured(2));
    }
}

void CannedWriter::openByButton()
{
    if (!isWritable(m_needs)) {
        return;
    }
    ReplyEdit &edit = m_needs.composer.edit();
    edit.setFocus(Qt::OtherFocusReason);
    m_isCalled = true;
    m_anchor = edit.textCursor().position();
    m_supply.prepare();
    m_popup->setSource(m_supply.sourceWords());
    m_popup->show(m_supply.entries(), m_needs.composer.box());
}

void CannedWriter::show(const QString &typed)
{
    const QList<CannedEntry> fitting = fittingEntries(m_supply.entries(), typed);
    if (fitting.isEmpty()) {
        close();
        return;
    }
    m_popup->setSource(m_supply.sourceWords());
    m_popup->show(fitting, m_needs.composer.box());
}

void CannedWriter::close()
{
    m_isCalled = false;
    if (m_popup) {
        m_popup->hide();
    }
}

void CannedWriter::write(const CannedEntry &entry)
{
    if (isWritable(m_needs)) {
        m_anchor = m_needs.composer.edit().textCursor().selectionStart();
        insert(entry);
    }
}

void CannedWriter::insert(const CannedEntry &entry)
{
    ReplyEdit &edit = m_needs.composer.edit();
    QTextCursor cursor = edit.textCursor();
    const int from = m_anchor;
    close();
    cursor.setPosition(from, QTextCursor::KeepAnchor);
    cursor.insertText(entry.filled);
    edit.setTextCursor(cursor);
    selectOpenPlaceholder(from);
    edit.setFocus(Qt::OtherFocusReason);
}

/// What is typed next takes its place.
void CannedWriter::selectOpenPlaceholder(int from)
{
    ReplyEdit &edit = m_needs.composer.edit();
    const QList<Placeholder> open = placeholdersIn(m_needs.composer.text());
    for (const Placeholder &one : open) {
        if (one.at >= from) {
            QTextCursor cursor = edit.textCursor();
            cursor.setPosition(static_cast<int>(one.at));
            cursor.setPosition(static_cast<int>(one.at + one.length), QTextCursor::KeepAnchor);
            edit.setTextCursor(cursor);
            return;
        }
    }
}

bool CannedWriter::mayGo(const QString &text)
{
    const QList<Placeholder> open = placeholdersIn(text);
    if (open.isEmpty()) {
        return true;
    }
    m_needs.composer.showProblem(
        tr("Not sent: nothing is known for %1. Fill it in or remove it.").arg(open.first().name));
    selectOpenPlaceholder(0);
    return false;
}

void CannedWriter::editSnippets()
{
    close();
    if (!m_dialog) {
        m_dialog = new SnippetsDialog(m_supply.snippets(), &m_needs.window);
    }
    m_dialog->open();
}

} // namespace greenline
