#pragma once

#include "app/omnichannel/agent.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace greenline {

class Actions;
class AvailabilityButton;
class Clock;
class QueuePill;
class Session;

/// Which workspace this is, who waits there, whether the agent takes conversations, and the menu.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(Session &session, Clock &clock, Actions &actions, QWidget *parent = nullptr);
    void refresh();
    void setBackOffered(bool isOffered); ///< The list is out of sight.
    void addTool(QWidget *tool); ///< Before the availability; takes it as its child.

Q_SIGNALS:
    void backRequested();
    void availabilityChosen(greenline::Availability availability);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void openMenu();
    void drawGlyphs();

    Session &m_session;
    QToolButton *m_back;
    QLabel *m_logo;
    QLabel *m_name;
    QLabel *m_address;
    QueuePill *m_queue;
    AvailabilityButton *m_availability;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    QHBoxLayout *m_row = nullptr;
};

} // namespace greenline
