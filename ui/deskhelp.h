#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace greenline {

class Clock;
class Session;

/// What a helper wants to know.
class DeskHelp : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        const Clock &clock;
        QWidget &window;
        QAction &diagnostics;
    };
    explicit DeskHelp(const Needs &needs, QObject *parent = nullptr);

private:
    void showDiagnostics();

    Needs m_needs;
};

} // namespace greenline
