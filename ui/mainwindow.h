#pragma once

#include "ui/actions.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace greenline {

class KeyMap;
class SettingsFile;

/// The window: one page in the middle, every action, and its remembered place on the screen. It decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(SettingsFile &settings);
    ~MainWindow() override;
    Actions &actions() { return *m_actions; }

    QWidget &pages(); ///< The parent of pages: one that is made elsewhere and moved here is styled twice.
    void addPage(QWidget *page);
    void showPage(QWidget *page);
    /// The title: who waits stands first, for task bars cut it. state: that the agent takes nothing; empty: nothing to
    /// say.
    void setHeading(const QString &workspace, int waiting, const QString &state = {});
    /// Asked before the window closes; who says no asks the person and closes it later.
    void setCloseGuard(const std::function<bool()> &mayClose) { m_mayClose = mayClose; }
    void bringToFront();
    bool isLookedAt() const; ///< Active and on screen.
    bool isOnScreen() const; ///< Neither hidden nor minimised.

Q_SIGNALS:
    void lookChanged(); ///< isLookedAt() or isOnScreen() may be different.

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void showAbout();

    SettingsFile &m_settings;
    std::function<bool()> m_mayClose;
    Actions *m_actions;
    KeyMap *m_keys;
    QStackedWidget *m_pages;
};

} // namespace greenline
