#pragma once

#include "app/omnichannel/conversation.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace greenline {

class AgentStore;
class TagChips;

/// Who writes in the open conversation, as far as the conversation itself says. Reads only.
class CustomerPane : public QWidget
{
    Q_OBJECT
public:
    explicit CustomerPane(AgentStore &agent, QWidget *parent = nullptr);
    void setConversation(const Conversation *conversation); ///< Null: none is open. Copied.

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A caption and below it what it says; both hidden while there is nothing to say.
    struct Field {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };
    void build();
    Field addField(QVBoxLayout *column, const QString &caption);
    void addPhone(QVBoxLayout *column);
    void fill(const Field &field, const QString &text);
    void showConversation();
    void showPhone();
    void copyPhone();
    void setFonts();
    void drawGlyphs();

    AgentStore &m_agent;
    Conversation m_conversation;
    QStackedLayout *m_pages = nullptr;
    QLabel *m_glyph = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_source = nullptr;
    Field m_phone;
    QLabel *m_country = nullptr;
    QToolButton *m_copy = nullptr;
    Field m_department;
    Field m_tags;
    TagChips *m_chips = nullptr;
    Field m_ourNumber;
    Field m_servedBy;
    Field m_started;
    QList<QLabel *> m_captions;
};

} // namespace greenline
