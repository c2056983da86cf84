#pragma once

#include "app/base/clock.h"
#include "app/rest/serverfeatures.h"
#include "app/workspace/connectionstate.h"

#include <QWidget>

class QLabel;

namespace greenline {

/// The bottom line: "Live, checked 12 s ago", "2 waiting to send", "Rocket.Chat 8.8".
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(Clock &clock, QWidget *parent = nullptr);
    void setState(const ConnectionState &state);
    void setWaitingToSend(int count);
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
    QLabel *m_line = nullptr;
    QLabel *m_outbox = nullptr;
    QLabel *m_server = nullptr;
    Alarm m_alarm;
};

} // namespace greenline
