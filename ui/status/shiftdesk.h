#pragma once

#include <QObject>
#include <QPointer>

class QAction;

namespace greenline {

class Session;
class ShiftPopup;

/// Shows the agent's own figures when asked, and follows them while they are looked at.
class ShiftDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        QWidget &anchor; ///< Below which they are shown.
        QAction &show;
    };
    explicit ShiftDesk(const Needs &needs, QObject *parent = nullptr);
    ~ShiftDesk() override;

private:
    void open();
    void refresh();

    Needs m_needs;
    QPointer<ShiftPopup> m_popup; // the window's, made when it is first looked at
};

} // namespace greenline
