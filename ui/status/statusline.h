#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/rest/serverfeatures.h"
#include "app/workspace/connectionstate.h"

#include <QWidget>

#include <functional>

class QLabel;

namespace greenline {

class Pauses;

/// The bottom line: "Live, checked 12 s ago", "2 waiting to send", "Rocket.Chat 8.8".
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(Clock &clock, QWidget *parent = nullptr);
    void setState(const ConnectionState &state);
    void setWaitingToSend(int count);
    /// Says the pauses that the workspace asks for elsewhere than in the open conversation, which says its own.
    void follow(const Pauses &pauses, const std::function<RoomId()> &open);
    void showPause(); ///< Another conversation is open.
    void setServer(const ServerVersion &version);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QString lineText() const;
    std::chrono::milliseconds age() const;
    void tick();

    Clock &m_clock;
    ConnectionState m_state;
    std::function<QString()> m_pauseWords; // nothing: no pauses are followed
    QLabel *m_line = nullptr;
    QLabel *m_pause = nullptr;
    QLabel *m_outbox = nullptr;
    QLabel *m_server = nullptr;
    Alarm m_alarm;
};

} // namespace greenline
