#pragma once

#include "ui/composer/cannedpopup.h"
#include "ui/reply/replyneeds.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace greenline {

class CannedSupply;
class SnippetsDialog;

/// Canned responses for the reply: the list opens by "/" or "!" at the start of a word or by its button, what is chosen
/// takes the place of what was typed, and nothing leaves while a placeholder stands in it.
class CannedWriter : public QObject
{
    Q_OBJECT
public:
    CannedWriter(const ReplyNeeds &needs, CannedSupply &supply, QAction &open, QObject *parent = nullptr);
    ~CannedWriter() override;

    void write(const CannedEntry &entry); ///< At the caret.
    void editSnippets();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(); ///< Whether something was typed that asks for the list.
    void openByButton();
    void show(const QString &typed);
    void close();
    void insert(const CannedEntry &entry);
    void selectOpenPlaceholder(int from);
    bool mayGo(const QString &text);
    bool isOpen() const { return m_popup && m_popup->isVisible(); }

    ReplyNeeds m_needs;
    CannedSupply &m_supply;
    QPointer<CannedPopup> m_popup; // the window's child
    QPointer<SnippetsDialog> m_dialog;
    int m_anchor = -1; // where the text that chooses begins, its mark included; -1: nowhere
    int m_dismissed = -1; // the anchor that was escaped from
    bool m_isCalled = false; // by the button: there is no mark
};

} // namespace greenline
