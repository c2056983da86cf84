#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace greenline {

/// Prints "interactive, N conversations" once the window has been painted and the event loop is free again, and
/// "complete" when all else is built: `--report-start`, for benchmarks that time the start from outside.
class StartReport : public QObject
{
    Q_OBJECT
public:
    StartReport(QWidget &window, std::function<int()> conversations, QObject *parent = nullptr);
    void tellComplete();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void print();

    QWidget &m_window;
    std::function<int()> m_conversations;
};

} // namespace greenline
