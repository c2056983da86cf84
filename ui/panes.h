#pragma once

#include <QWidget>

class QSplitter;

namespace greenline {

/// List, conversation and customer side by side. Under 900 px the customer is a drawer over the conversation; under 620
/// px list and conversation take turns. The widths of the wide form are remembered.
class Panes : public QWidget
{
    Q_OBJECT
public:
    explicit Panes(QWidget *parent = nullptr);
    // The parents that what they hold is made with: moving it there later would style it once more.
    QWidget *listPlace() const;
    QWidget &conversationPlace() { return *m_conversation; } ///< With a layout, as the next; both may stay empty.
    QWidget &customerPlace() { return *m_customer; }
    void hold(QWidget &list);

    void setCustomerWanted(bool isWanted);
    void showConversation(); ///< Matters only where list and conversation take turns.
    void showList();
    QByteArray widths() const;
    void setWidths(const QByteArray &widths);

Q_SIGNALS:
    void listHidden(bool isHidden); ///< Only the conversation is in sight; there has to be a way back.
    void
    customerSwitched(bool isShown); ///< By itself: a drawer was put away, or the window has room for the pane again.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Form { Wide, Drawer, Single };
    Form formOf(int width) const;
    void arrange();
    void changeForm(Form form);
    void placeDrawer();

    QWidget *m_list = nullptr;
    QSplitter *m_splitter;
    QWidget *m_conversation;
    QWidget *m_customer;
    QWidget *m_edge; // of the drawer
    Form m_form = Form::Wide;
    bool m_isCustomerWanted = true;
    bool m_wasCustomerWanted = false; // before the window became narrow
    bool m_isConversationOnTop = false;
    QByteArray m_wideWidths;
};

} // namespace greenline
