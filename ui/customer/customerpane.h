#pragma once

#include "app/omnichannel/conversation.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedLayout;
class QTabWidget;

namespace greenline {

class AgentStore;
class DetailsPage;
class EarlierPage;
class NotesPage;

/// Who writes in the open conversation: the name on top, and tabs below it. What they show is filled in by
/// CustomerDesk.
class CustomerPane : public QWidget
{
    Q_OBJECT
public:
    explicit CustomerPane(AgentStore &agent, QWidget *parent = nullptr);
    void setConversation(const Conversation *conversation); ///< Null: none is open. Copied.
    const Conversation &conversation() const { return m_conversation; } ///< Without an id: none.

    DetailsPage &details() { return *m_details; }
    EarlierPage &history() { return *m_history; }
    NotesPage &notes() { return *m_notes; }
    void addTab(QWidget *page, const QString &title); ///< Before the notes, which stay last; takes it as its child.

Q_SIGNALS:
    void conversationChanged();
    void shown(); ///< The pane, or another of its tabs.

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build(AgentStore &agent);
    QScrollArea *addScrolled(const QString &title, const QString &name);
    void showHead();
    void setFonts();

    Conversation m_conversation;
    QStackedLayout *m_pages = nullptr;
    QWidget *m_page = nullptr; // of an open conversation
    QLabel *m_glyph = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_source = nullptr;
    QTabWidget *m_tabs = nullptr;
    DetailsPage *m_details = nullptr;
    EarlierPage *m_history = nullptr;
    NotesPage *m_notes = nullptr;
};

} // namespace greenline
