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
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(greenline::Availability availability);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill pill() const;
    QString servingText() const;

    Agent m_me;
    int m_serving = 0;
    QAction *m_available = nullptr;
    QAction *m_notAvailable = nullptr;
};

} // namespace greenline
