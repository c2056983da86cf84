#pragma once

#include "outboxstation.h"
#include "postoffice.h"

#include <QTemporaryDir>

#include <functional>

namespace greenline {

/// An outbox with its journal, and the post office it sends to; both are made anew for each test.
class OutboxBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

protected:
    QString file() { return m_folder->filePath(QStringLiteral("safe.sqlite")); }
    void start(const QString &name = {});
    QStringList states(const RoomId &where = {QStringLiteral("r1")}) const;
    /// Lets the sockets work and the clock run until something is so.
    bool pass(const std::function<bool()> &isReached);
    Refusal notice(const QString &text) const
    {
        return {text, m_clock.monotonic(), m_clock.now()};
    } ///< Written and received now.

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostOffice> m_office;
    std::unique_ptr<OutboxStation> m_station;
    QStringList m_seen; ///< "text: State" of every change, in order.
};

} // namespace greenline
