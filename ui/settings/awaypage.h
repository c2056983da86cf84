#pragma once

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace greenline {

class AwayKeeper;

/// When the workspace is told that the agent is away, and what that means for the queue.
class AwayPage : public QWidget
{
    Q_OBJECT
public:
    explicit AwayPage(AwayKeeper &away, QWidget *parent = nullptr);

private:
    void build();
    void adopt();

    AwayKeeper &m_away;
    QCheckBox *m_locked;
    QSpinBox *m_minutes;
    QCheckBox *m_leaves;
};

} // namespace greenline
