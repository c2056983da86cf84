#include "ui/startreport.h"

#include <QEvent>
#include <QMetaObject>
#include <QWidget>

#include <cstdio>
#include <utility>

namespace greenline {

StartReport::StartReport(QWidget &window, std::function<int()> conversations, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_conversations(std::move(conversations))
{
    window.installEventFilter(this);
}

bool StartReport::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Paint) {
        m_window.removeEventFilter(this);
        // The event is still to be carried out; what is queued behind it runs when the window can be used.
        QMetaObject::invokeMethod(this, &StartReport::print, Qt::QueuedConnection);
    }
    return false;
}

void StartReport::tellComplete()
{
    std::puts("complete");
    std::fflush(stdout);
}

void StartReport::print()
{
    std::printf("interactive, %d conversations\n", m_conversations());
    std::fflush(stdout);
}

} // namespace greenline
