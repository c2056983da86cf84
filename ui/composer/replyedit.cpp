#include "ui/composer/replyedit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostLines = 8;

} // namespace

ReplyEdit::ReplyEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setProperty("quiet", true);
    setStyleSheet(
        u"border: none; background: transparent; padding: 0;"_s); // no colours here: the composer draws the frame
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Reply"));
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ReplyEdit::fit,
            Qt::QueuedConnection); // it comes in the middle of a layout
    fit();
}

void ReplyEdit::rewrite(const QString &text)
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    moveCursor(QTextCursor::End);
}

void ReplyEdit::setTaker(const Taker &taker)
{
    m_taker = taker;
}

void ReplyEdit::setEnterSends(bool enterSends)
{
    m_enterSends = enterSends;
}

void ReplyEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || m_isComposing) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier) == m_enterSends) {
        if (!isReadOnly()) {
            textCursor().insertBlock();
            ensureCursorVisible();
        }
    } else {
        Q_EMIT enterPressed();
    }
    event->accept();
}

void ReplyEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void ReplyEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_taker.wants && m_taker.wants(*source)) {
        m_taker.take(*source);
        return;
    }
    QString text = source->text();
    text.remove(QChar::Null);
    insertPlainText(text);
    ensureCursorVisible();
}

bool ReplyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return (source->hasText() && !source->hasImage()) || (m_taker.wants && m_taker.wants(*source));
}

void ReplyEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusMoved();
}

void ReplyEdit::focusOutEvent(QFocusEvent *event)
{
    m_isComposing = false;
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusMoved();
}

void ReplyEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    // Another height within this event would keep the text from being laid out for the new width.
    QMetaObject::invokeMethod(this, &ReplyEdit::fit, Qt::QueuedConnection);
}

void ReplyEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

/// Measured block by block, for a line with emoji is higher than the font says.
void ReplyEdit::fit()
{
    const double line = fontMetrics().lineSpacing();
    const double most = mostLines * line;
    double height = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && height < most; block = block.next()) {
        blockBoundingRect(block); // lays it out; the rectangle itself includes margins
        height += block.layout()->boundingRect().height();
    }
    const double margins = 2 * document()->documentMargin();
    const int wanted = qCeil(qBound(line, height, most) + margins) + 1;
    if (wanted != minimumHeight() || wanted != maximumHeight()) {
        setFixedHeight(wanted);
    }
}

} // namespace greenline
