#pragma once

#include "app/omnichannel/conversation.h"
#include "ui/timeline/offer.h"

#include <QSet>
#include <QWidget>

#include <vector>

class QMenu;
class QPushButton;
class QToolButton;

namespace greenline {

/// Who the conversation is with and what can be done with it as a whole. Where there is no room for every button, the
/// first ones go into a menu.
class ConversationHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationHeader(QWidget *parent = nullptr);
    void setConversation(const Conversation &conversation, const QString &department);
    void setOffers(const QList<Offer> &offers);
    void setTaking(const QSet<RoomId> &rooms); ///< Of these the button says so, whichever is shown.
    void addTool(QToolButton *tool); ///< Left of the buttons; takes it as its child.

Q_SIGNALS:
    void pressed(greenline::Deed deed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString details(const QString &department) const;
    QRect discPlace() const;
    QRect wordsPlace() const;
    int toolsWidth() const;
    void showTaking();
    void arrange();
    void fillMore();

    struct Button {
        Offer offer;
        QPushButton *widget;
        bool isOffered = false;
    };
    Conversation m_conversation;
    QString m_name;
    QString m_details;
    QSet<RoomId> m_taking;
    std::vector<Button> m_buttons; // in the order of Deed
    std::vector<QToolButton *> m_tools;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace greenline
