#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace greenline {

/// The box for the reply: plain text only, one to eight lines high. Enter asks to send, Shift+Enter breaks the line, or
/// the other way around.
class ReplyEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ReplyEdit(QWidget *parent = nullptr);
    /// Replaces everything in one undoable step, as if it had been typed.
    void rewrite(const QString &text);
    /// Who takes pasted and dropped things that are no text.
    struct Taker {
        std::function<bool(const QMimeData &data)> wants = {};
        std::function<void(const QMimeData &data)> take = {};
    };
    void setTaker(const Taker &taker);
    void setEnterSends(bool enterSends); ///< Otherwise Enter breaks the line, and Shift+Enter asks to send.

Q_SIGNALS:
    void enterPressed();
    void focusMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    Taker m_taker;
    bool m_enterSends = true;
    bool m_isComposing = false; // an input method holds characters that are not chosen yet
};

} // namespace greenline
