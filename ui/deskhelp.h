#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace greenline {

class Clock;
class ProblemBar;
class Session;

/// Actions that explain: why no conversation can be begun from here, and what a helper wants to know.
class DeskHelp : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ProblemBar &problem;
        const Clock &clock;
        QWidget &window;
        QAction &newConversation;
        QAction &diagnostics;
    };
    explicit DeskHelp(const Needs &needs, QObject *parent = nullptr);

private:
    void explainNewConversation();
    void showDiagnostics();

    Needs m_needs;
};

} // namespace greenline
