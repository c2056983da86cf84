#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace greenline {

class BoardWindow;
class ProblemBar;
class Session;

/// Opens the manager board where the account may see it, else says what is missing; reads only while it is open.
class BoardDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ProblemBar &problem;
        Clock &clock;
        QWidget &window;
        QAction &show;
    };
    explicit BoardDesk(const Needs &needs, QObject *parent = nullptr);

private:
    void open();
    void refresh();
    void showAbility();
    QString refusal() const;

    Needs m_needs;
    QPointer<BoardWindow> m_board;
};

} // namespace greenline
