#pragma once

#include "app/workspace/shift.h"
#include "ui/dialogs/popover.h"

class QGridLayout;
class QLabel;

namespace greenline {

/// The agent's own load and figures.
class ShiftPopup : public Popover
{
    Q_OBJECT
public:
    explicit ShiftPopup(QWidget *window);
    void showFigures(const ShiftFigures &figures, int maximumChats); ///< 0: no limit is known.

private:
    void addLine(QGridLayout *grid, const QString &words, QLabel *figure);

    QLabel *m_load;
    QLabel *m_hold;
    QLabel *m_handled;
    QLabel *m_firstReply;
    QLabel *m_since;
};

} // namespace greenline
