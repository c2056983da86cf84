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
    struct Three {
        QWidget &list;
        QWidget &conversation;
        QWidget &customer;
    };
    explicit Panes(QWidget *parent = nullptr);
    QWidget *
    place() const; ///< The parent that the three are made with: moving them there later costs each a restyling.
    void hold(const Three &three);

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
    QWidget *m_conversation = nullptr;
    QWidget *m_customer = nullptr;
    QSplitter *m_splitter;
    QWidget *m_edge; // of the drawer
    Form m_form = Form::Wide;
    bool m_isCustomerWanted = true;
    bool m_wasCustomerWanted = false; // before the window became narrow
    bool m_isConversationOnTop = false;
    QByteArray m_wideWidths;
};

} // namespace greenline
