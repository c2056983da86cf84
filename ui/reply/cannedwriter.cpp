#include "ui/reply/cannedwriter.h"

#include "app/omnichannel/agentstore.h"
#include "app/sms/phonenumber.h"
#include "app/workspace/abilities.h"
#include "app/workspace/cannedresponses.h"
#include "app/workspace/session.h"
#include "ui/composer/composer.h"
#include "ui/composer/composertool.h"
#include "ui/composer/replyedit.h"
#include "ui/reply/snippetsdialog.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/abilitywords.h"
#include "ui/words/plainline.h"

#include <QAction>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace greenline {

CannedWriter::CannedWriter(const ReplyNeeds &needs, QAction &open, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_snippets(needs.settings, needs.session.signedIn().account.key())
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
    ReplyEdit &edit = m_needs.composer.edit();
    if (edit.isReadOnly() || !edit.isVisible()) {
        return;
    }
    edit.setFocus(Qt::OtherFocusReason);
    m_isCalled = true;
    m_anchor = edit.textCursor().position();
    m_popup->setSource(sourceWords());
    m_popup->show(entries(), m_needs.composer.box());
}

void CannedWriter::show(const QString &typed)
{
    const QList<CannedEntry> fitting = fittingEntries(entries(), typed);
    if (fitting.isEmpty()) {
        close();
        return;
    }
    m_popup->setSource(sourceWords());
    m_popup->show(fitting, m_needs.composer.box());
}

void CannedWriter::close()
{
    m_isCalled = false;
    if (m_popup) {
        m_popup->hide();
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
        m_dialog = new SnippetsDialog(m_snippets, &m_needs.window);
    }
    m_dialog->open();
}

QList<CannedEntry> CannedWriter::entries() const
{
    const PlaceholderFacts known = facts();
    QList<CannedEntry> all;
    const auto add = [&](const QList<CannedResponse> &responses) {
        for (const CannedResponse &one : responses) {
            all.append({one, withPlaceholdersFilled(one.text, known)});
        }
    };
    add(m_snippets.all());
    add(m_needs.session.canned().forDepartment(m_needs.view.conversation().department));
    return all;
}

PlaceholderFacts CannedWriter::facts() const
{
    const Conversation &conversation = m_needs.view.conversation();
    PlaceholderFacts known;
    known.contactName = plainLine(conversation.customerName);
    // The workspace names visitors by bare digits; a customer is told the number as it is dialled.
    const std::optional<PhoneNumber> number = parsePhoneNumber(conversation.customerNumber);
    known.contactPhone = number ? number->e164 : plainLine(conversation.customerNumber);
    known.agentName = plainLine(m_needs.session.agent().me().name);
    known.agentEmail = plainLine(m_needs.session.agent().me().email);
    return known;
}

QString CannedWriter::sourceWords() const
{
    const Verdict verdict = m_needs.session.abilities().verdict(Ability::CannedResponses);
    if (!verdict.isAllowed) {
        return tr("Snippets of this computer. The workspace's own: %1")
            .arg(abilityRefusal(Ability::CannedResponses, verdict));
    }
    if (m_needs.session.canned().all().isEmpty() && m_snippets.all().isEmpty()) {
        return tr("There are no canned responses yet. Write a snippet of your own.");
    }
    return tr("Of the workspace, and snippets of this computer");
}

} // namespace greenline
