#pragma once

#include "app/omnichannel/agent.h"

#include <QObject>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace greenline {

/// The icon in the desktop's tray, where there is one, with the number of people who wait.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    struct Entries {
        QAction &open;
        QMenu &availability;
        QAction &quit;
    };
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;
    void appear(const Entries &entries); ///< Does nothing where there is no tray.
    void setWaiting(int waiting);
    void setAvailability(Availability availability);

Q_SIGNALS:
    void activated();

private:
    void draw();

    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    int m_waiting = 0;
    Availability m_availability = Availability::Unknown;
};

} // namespace greenline
