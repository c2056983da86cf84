#pragma once

#include "app/base/clock.h"
#include "ui/status/pill.h"

#include <QWidget>

namespace greenline {

/// How many wait in the queue, and how long the first of them: "4 waiting, longest 02:14".
class QueuePill : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePill(Clock &clock, QWidget *parent = nullptr);
    void setQueue(int waiting, const QDateTime &longestSince); ///< Null: unknown.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Pill pill() const;
    bool isCounting() const { return m_waiting > 0 && m_longestSince.isValid(); }
    std::chrono::milliseconds longest() const;
    void tick();
    void nameIt();

    Clock &m_clock;
    int m_waiting = 0;
    QDateTime m_longestSince;
    Alarm m_alarm;
};

} // namespace greenline
