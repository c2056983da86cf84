#pragma once

#include "app/omnichannel/agent.h"
#include "app/workspace/abilities.h"
#include "app/workspace/commands.h"
#include "ui/words/errortext.h"

#include <QObject>
#include <QSet>

namespace greenline {

class CloseDialog;
class Session;

/// Carries out what the person asks for and says in words how it ended.
class DeskCommands : public QObject
{
    Q_OBJECT
public:
    DeskCommands(Session &session, QWidget &window, QObject *parent = nullptr);
    void take(const RoomId &room);
    void takeNext(const RoomId &first); ///< One at a time: a second key in haste takes nobody else.
    void askToClose(const RoomId &room);
    void setAvailability(Availability availability);
    const QSet<RoomId> &taking() const { return m_taking; } ///< Asked for, not answered yet.
    /// What was said of another one has been read, and the person works with this one now.
    void noteOpened(const RoomId &room);

Q_SIGNALS:
    void takingChanged();
    void taken(const greenline::RoomId &room); ///< And the person waits to answer it.
    void closed(const greenline::RoomId &room);
    void told(const QString &news);
    void failed(const greenline::ErrorText &problem);
    void settled(const QString &sentence); ///< What failed() said of a taking is no longer so.

protected:
    /// Whoever goes on writing, wherever it is, is not led to what they have asked for: the next key would go there.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString refusal(Ability ability) const;
    void forgetUntaken();
    void onRow(int row);
    void tellTake(const RoomId &room, const Result<TakeOutcome> &outcome);
    void tellMine(const RoomId &room);
    void close(const RoomId &room, CloseDialog *dialog, const CloseRequest &request);

    Session &m_session;
    QWidget &m_window;
    QSet<RoomId> m_taking;
    QSet<RoomId> m_closing; // asked for, not answered yet
    RoomId m_toOpen; // the last one asked for, unless the person has turned to something else since
    RoomId m_untaken; // of which it was said that taking it failed
    QString m_untakenWords;
};

} // namespace greenline
