#pragma once

#include "outboxstation.h"

#include <QCoreApplication>

#include <csignal>
#include <unistd.h>

/// A console reduced to its outbox, in a process of its own, that dies where it is told to: it sends the drafts that it
/// finds, three at most, and goes on with what an earlier one has left.
class OutboxSender : public QObject
{
public:
    struct Order {
        QString file;
        QString workspace;
        QString death; ///< before-commit, after-commit, sending, saved; never: it ends in peace; else whoever started
                       ///< it kills it.
        int count = 1; ///< At which of those moments.
    };

    explicit OutboxSender(const Order &order)
        : m_order(order)
        , m_station(order.file, order.workspace, m_clock)
    {
        connect(&m_station.outbox, &greenline::Outbox::changed, this, [this](const greenline::Message &message) {
            if (message.delivery == greenline::Message::Delivery::Sending) {
                dieAt(QStringLiteral("sending"));
            } else if (message.delivery == greenline::Message::Delivery::Saved) {
                dieAt(QStringLiteral("saved"));
                QMetaObject::invokeMethod(
                    this, [this] { leaveWhenDone(); }, Qt::QueuedConnection);
            }
        });
    }

    bool start()
    {
        const auto drafts = m_station.safe.drafts();
        if (!m_station.isOpen || !drafts) {
            return false;
        }
        m_station.outbox.setOnline(true);
        int quota = isLast() ? static_cast<int>(drafts->size()) : 3;
        for (auto draft = drafts->cbegin(); draft != drafts->cend() && quota > 0; ++draft, --quota) {
            dieAt(QStringLiteral("before-commit"));
            if (!m_station.outbox.send(draft.key(), draft.value())) {
                return false;
            }
            dieAt(QStringLiteral("after-commit"));
        }
        leaveWhenDone();
        return true;
    }

private:
    bool isLast() const { return m_order.death == QLatin1StringView("never"); }

    void leaveWhenDone()
    {
        if (isLast() && m_station.outbox.waiting() == 0) {
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        }
    }

    void dieAt(const QString &moment)
    {
        if (m_order.death == moment && --m_order.count == 0) {
            ::kill(::getpid(), SIGKILL);
        }
    }

    Order m_order;
    greenline::SystemClock m_clock;
    greenline::OutboxStation m_station;
};
