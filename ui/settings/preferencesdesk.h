#pragma once

#include <QObject>
#include <QPointer>

class QAction;

namespace greenline {

class AwayKeeper;
class Notifier;
class PreferencesDialog;

/// Opens the preferences, and keeps the switches of the menu in step with them.
class PreferencesDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Notifier &notifier;
        AwayKeeper &away;
        QWidget &window;
    };
    struct Switches {
        QAction &preferences;
        QAction &doNotDisturb; ///< checkable
        QAction &quietForAnHour;
        QAction &sound; ///< checkable
        QAction &notifications; ///< checkable
    };
    PreferencesDesk(const Needs &needs, const Switches &switches, QObject *parent = nullptr);
    void open();

private:
    void showChoices();

    Needs m_needs;
    Switches m_switches;
    QPointer<PreferencesDialog> m_dialog;
};

} // namespace greenline
