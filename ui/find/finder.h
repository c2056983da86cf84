#pragma once

#include "app/workspace/search.h"
#include "ui/find/conversationfinder.h"
#include "ui/find/jumps.h"
#include "ui/words/errortext.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;

namespace greenline {

class FindDialog;
class ProblemBar;

/// Finding things again: in the open conversation, everywhere, and the ways to a place. What is found is opened, and
/// the message shown.
class Finder : public QObject
{
    Q_OBJECT
public:
    /// The actions it carries out.
    struct Keys {
        QAction &find;
        QAction &findNext;
        QAction &findPrevious;
        QAction &findEverywhere;
        QAction &toNewest;
        QAction &toUnread;
        QAction &toDate;
    };
    struct Needs {
        Session &session;
        ConversationView &view;
        ProblemBar &problem;
        Clock &clock;
        QWidget &window;
        std::function<void(const RoomId &)> open;
    };
    Finder(const Needs &needs, const Keys &keys, QObject *parent = nullptr);
    void findEverywhere();

private:
    void lookHere(const QString &typed);
    void askWorkspace();
    void openFound(const Found &found);
    void showFound(const Found &found);

    Needs m_needs;
    Jumps m_jumps;
    ConversationFinder m_inConversation;
    QPointer<FindDialog> m_dialog;
    QString m_last; // what was looked for last
};

} // namespace greenline
