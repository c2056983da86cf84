#pragma once

#include "app/omnichannel/conversation.h"

#include <QWidget>

class QPushButton;

namespace greenline {

/// Who the conversation is with and what can be done with it as a whole.
class ConversationHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationHeader(QWidget *parent = nullptr);
    void setConversation(const Conversation &conversation, const QString &department);
    void setBusyTaking(bool isBusy);

Q_SIGNALS:
    void takePressed();
    void closePressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString details(const QString &department) const;
    QRect discPlace() const;
    QRect wordsPlace() const;

    Conversation m_conversation;
    QString m_name;
    QString m_details;
    QPushButton *m_take;
    QPushButton *m_close;
};

} // namespace greenline
