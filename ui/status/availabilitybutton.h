#pragma once

#include "app/omnichannel/agent.h"
#include "ui/status/pill.h"

#include <QPushButton>

class QMenu;

namespace greenline {

/// Whether the agent takes conversations, in words, and the choice of it. Shows what the workspace says, never what was
/// clicked.
class AvailabilityButton : public QPushButton
{
    Q_OBJECT
public:
    explicit AvailabilityButton(QWidget *parent = nullptr);
    void setAgent(const Agent &me, int serving);
    QMenu &choices() { return *m_choices; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(greenline::Availability availability);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill pill() const;
    QString servingText() const;
    void open();

    Agent m_me;
    int m_serving = 0;
    QMenu *m_choices; // not the button's own menu: Qt would wait for its end, and so would whoever pressed over AT-SPI
    QAction *m_available = nullptr;
    QAction *m_notAvailable = nullptr;
};

} // namespace greenline
