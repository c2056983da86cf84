#pragma once

#include "app/base/clock.h"
#include "app/storage/safedb.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

/// What agents have typed and attached and not sent, by conversation. Texts are written down at most one second after a
/// key press, and on flush(); files at once.
class Drafts : public QObject
{
    Q_OBJECT
public:
    Drafts(SafeDb &journal, Clock &clock, QObject *parent = nullptr);
    Status load();
    QString text(const RoomId &room) const;
    void set(const RoomId &room, const QString &text);
    QList<KeptFile> files(const RoomId &room) const;
    Status setFiles(const RoomId &room, const QList<KeptFile> &files);
    void returnFile(const RoomId &room, const KeptFile &file); ///< Of a message that was taken back: before the others.
    void forget(const RoomId &room); ///< Sent: the journal has already dropped it.
    void flush();
    QList<RoomId> rooms() const;

Q_SIGNALS:
    void presenceChanged(const greenline::RoomId &room, bool hasDraft);
    void filesChanged(const greenline::RoomId &room);
    void storageFailed(const greenline::Error &error);
    void stored(); ///< Something was written down, so whatever storageFailed told is over.

private:
    bool isEmpty(const RoomId &room) const { return !m_texts.contains(room) && !m_files.contains(room); }
    void tellPresence(const RoomId &room, bool wasEmpty);
    void hold(const RoomId &room, const QList<KeptFile> &files);

    SafeDb &m_journal;
    QHash<RoomId, QString> m_texts;
    QHash<RoomId, QList<KeptFile>> m_files; // no empty lists
    QSet<RoomId> m_unwritten;
    Alarm m_alarm;
};

} // namespace greenline
