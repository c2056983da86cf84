#pragma once

#include "app/base/clock.h"
#include "app/workspace/bulk.h"
#include "ui/lists/bulkbar.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;
class QMessageBox;

namespace greenline {

class CloseDialog;
class ConversationList;
class ForwardDialog;
class ProblemBar;
class Session;
struct CloseRequest;
struct ForwardRequest;

/// The end of a shift: returns, forwards or closes every marked conversation, or returns all of the agent's, after one
/// question; tells how far it has come, and names each that failed.
class BulkDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationList &list;
        ProblemBar &problem;
        Clock &clock;
        QWidget &window;
        QAction &returnAll;
    };
    explicit BulkDesk(const Needs &needs, QObject *parent = nullptr);

private:
    void refresh();
    void onRequested(BulkBar::Deed deed);
    void askReturn(const QList<RoomId> &rooms);
    void askForward(const QList<RoomId> &rooms);
    void askClose(const QList<RoomId> &rooms);
    void returnAll();
    void start(BulkBar::Deed deed, const QList<RoomId> &rooms, const Bulk::Deed &how);
    void onProgress();
    void onFinished();
    QList<RoomId> mine() const;
    QString whyNot(BulkBar::Deed deed) const;

    Needs m_needs;
    Bulk m_bulk;
    BulkBar *m_bar;
    Alarm m_ticking;
    BulkBar::Deed m_deed = BulkBar::Deed::Return;
    QHash<RoomId, QString> m_names; // of those the deed is done to; they leave the list
};

} // namespace greenline
