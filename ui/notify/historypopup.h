#pragma once

#include "app/base/id.h"
#include "ui/dialogs/popover.h"

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;

namespace greenline {

class NoticeHistory;
struct NoticeChoices;

/// What was told, and the switch that keeps it quiet.
class HistoryPopup : public Popover
{
    Q_OBJECT
public:
    HistoryPopup(NoticeHistory &history, QWidget *window);
    void showChoices(const NoticeChoices &choices);
    void openBelow(QWidget &button);

Q_SIGNALS:
    void chosen(const greenline::RoomId &room);
    void quietWanted(bool isQuiet); ///< Until it is switched off.
    void quietHourWanted();
    void preferencesWanted();

protected:
    QWidget *firstFocus() override;

private:
    void build();
    QWidget *foot();
    void showFilled();

    NoticeHistory &m_history;
    QLabel *m_nothing;
    QListView *m_list;
    QCheckBox *m_quiet;
    QPushButton *m_hour;
    QLabel *m_until;
};

} // namespace greenline
