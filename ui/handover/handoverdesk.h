#pragma once

#include "app/base/clock.h"
#include "app/workspace/returning.h"
#include "ui/timeline/offer.h"
#include "ui/words/errortext.h"

#include <QObject>

class QAction;
class QWidget;

namespace greenline {

class ConversationView;
class ForwardDialog;
class NoticeBar;
class ProblemBar;
class Session;
struct Conversation;
struct ForwardRequest;

/// Everything by which a conversation changes hands: offers it in the header and by keys, asks what has to be asked,
/// and says how it ended.
class HandoverDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationView &view;
        ProblemBar &problem; ///< The bar with the way back stands below it.
        Clock &clock;
    };
    struct Keys {
        QAction &forward;
        QAction &returnToQueue;
        QAction &hold; ///< Places on hold, or resumes.
        QAction &undo; ///< Of a return, while there is something to undo.
    };
    HandoverDesk(const Needs &needs, const Keys &keys, QObject *parent = nullptr);

private:
    void connectParts();
    void onKey(Deed deed);
    void onDeed(const RoomId &room, Deed deed);
    void ask(const Conversation &conversation, Deed deed);
    QList<Offer> offers(const Conversation &conversation) const;
    void askWhere(const Conversation &conversation);
    void forward(const RoomId &room, ForwardDialog *dialog, const ForwardRequest &request);
    void change(const RoomId &room, Deed deed);
    void startReturn(const Conversation &conversation);
    void undoReturn();
    void onReturning();
    void tick();
    void onReturnFailed(const RoomId &room, const Error &error);

    Needs m_needs;
    Keys m_keys;
    Returning m_returning;
    Alarm m_ticking;
    std::chrono::milliseconds m_startedAt{0};
    QString m_returned; // whose conversation is on its way back
    NoticeBar *m_bar;
    RoomId m_busy; // a change of it was asked for and not answered
};

} // namespace greenline
