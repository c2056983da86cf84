#pragma once

#include "app/omnichannel/message.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace greenline {

class ConversationView;
class FindBar;
class Jumps;
class MessageStore;
class Session;
struct ErrorText;

/// Find in conversation: looks through the loaded messages as one types, asks the workspace for older ones when told
/// to, and goes from match to match, the newest first.
class ConversationFinder : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationView &view;
        Jumps &jumps;
        QAction &find;
        QAction &findNext;
        QAction &findPrevious;
    };
    explicit ConversationFinder(const Needs &needs, QObject *parent = nullptr);

Q_SIGNALS:
    void told(const QString &sentence);
    void failed(const greenline::ErrorText &problem);

private:
    struct Match {
        MessageId id = {};
        QDateTime at = {};
    };
    void open();
    void close();
    void onTimeline();
    void look(); ///< For the phrase as it is now; shows the newest match.
    void lookAgainSoon();
    void collect();
    void step(int by);
    void show(int place);
    void tellCount();
    void askServer();
    void adoptFound(const QList<Message> &found);

    Needs m_needs;
    FindBar *m_bar;
    QPointer<MessageStore> m_store; // of what is shown
    QList<Match> m_matches; // newest first
    QList<Match> m_fromServer; // of these the loaded ones are found anyway
    MessageId m_current;
    bool m_wasServerAsked = false;
    bool m_willLook = false;
};

} // namespace greenline
