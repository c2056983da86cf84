#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "ui/notify/noticehistory.h"

#include <QPointer>
#include <QToolButton>

#include <functional>

namespace greenline {

class HistoryPopup;
class Notifier;

/// The bell in the top bar: crossed while nothing may disturb, and below it what was told.
class NoticeBell : public QToolButton
{
    Q_OBJECT
public:
    NoticeBell(Notifier &notifier, Clock &clock, QWidget *parent = nullptr);
    ~NoticeBell() override;
    void open();

Q_SIGNALS:
    void chosen(const greenline::RoomId &room); ///< A row of the history.
    void preferencesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    HistoryPopup &popup();
    void showChoices();

    Notifier &m_notifier;
    NoticeHistory m_history;
    QPointer<HistoryPopup> m_popup; // the window's, made when it is first looked at
};

} // namespace greenline
