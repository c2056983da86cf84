#pragma once

#include "app/workspace/bulk.h"

#include <QDialog>
#include <QHash>

class QHBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace greenline {

class Session;

/// Asked before somebody quits or signs out who still serves conversations: names them, and returns them all to the
/// queue first where that is wanted.
class ShiftEndDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Going { Quit, SignOut };
    ShiftEndDialog(Session &session, Clock &clock, Going going, QWidget *parent = nullptr);

    static QList<RoomId> openOnes(Session &session); ///< Those that would be left behind; on hold does not count.

Q_SIGNALS:
    void goingOn(); ///< All are returned, or the agent goes all the same.

public Q_SLOTS:
    void reject() override;

private:
    void build();
    void fill();
    void returnAll();
    void onProgress();
    void onFinished();
    QString whyNotReturned() const;
    QHBoxLayout *buttons();

    Session &m_session;
    Going m_going;
    Bulk m_bulk;
    QHash<RoomId, QString> m_names;
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_state;
    QPushButton *m_return;
    QPushButton *m_go;
};

} // namespace greenline
