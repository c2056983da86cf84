#pragma once

#include "ui/reply/replyneeds.h"

#include <QHash>
#include <QList>
#include <QObject>

class QAction;

namespace greenline {

class NoticeBar;

/// A text is held back for some seconds when the agent wants that, and can be called back into the box meanwhile.
class UndoSend : public QObject
{
    Q_OBJECT
public:
    /// choices: one of them is checked; their data are seconds.
    UndoSend(const ReplyNeeds &needs, const QList<QAction *> &choices, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int seconds);
    void show();
    void undo();

    ReplyNeeds m_needs;
    NoticeBar *m_bar;
    void forget(const RoomId &room, const MessageId &id);
    QHash<RoomId, QList<MessageId>> m_held; // in the order of writing; no empty lists
};

} // namespace greenline
