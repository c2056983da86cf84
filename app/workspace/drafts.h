#pragma once

#include "app/base/clock.h"
#include "app/storage/safedb.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

/// What agents have typed and not sent, by conversation. Written down at most one second after a key press, and on
/// flush().
class Drafts : public QObject
{
    Q_OBJECT
public:
    Drafts(SafeDb &journal, Clock &clock, QObject *parent = nullptr);
    Status load();
    QString text(const RoomId &room) const;
    void set(const RoomId &room, const QString &text);
    void forget(const RoomId &room); ///< Sent: the journal has already dropped it.
    void flush();
    QList<RoomId> rooms() const;

Q_SIGNALS:
    void presenceChanged(const greenline::RoomId &room, bool hasDraft);
    void storageFailed(const greenline::Error &error);
    void stored(); ///< Something was written down, so whatever storageFailed told is over.

private:
    SafeDb &m_journal;
    QHash<RoomId, QString> m_texts;
    QSet<RoomId> m_unwritten;
    Alarm m_alarm;
};

} // namespace greenline
