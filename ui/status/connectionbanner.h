#pragma once

#include "app/base/clock.h"
#include "app/workspace/connectionstate.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace greenline {

/// The amber bar of a lost line: what happened, what goes on meanwhile, and when the next try is. Hidden while there is
/// nothing to say.
class ConnectionBanner : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionBanner(Clock &clock, QWidget *parent = nullptr);
    void setState(const ConnectionState &state);

Q_SIGNALS:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void say();
    void drawGlyph();
    QString nextStep() const;

    Clock &m_clock;
    ConnectionState m_state;
    std::chrono::milliseconds m_retryAt{0}; // monotonic
    QLabel *m_glyph = nullptr;
    QLabel *m_happened = nullptr;
    QLabel *m_next = nullptr;
    QPushButton *m_retry = nullptr;
    Alarm m_alarm;
};

} // namespace greenline
