#include "ui/mainwindow.h"

#include "app/storage/settingsfile.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/palette/keymap.h"
#include "ui/palette/keysdialog.h"
#include "ui/theme/glyphs.h"
#include "ui/words/plainline.h"

#include <QAction>
#include <QCloseEvent>
#include <QIcon>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace greenline {

MainWindow::MainWindow(SettingsFile &settings)
    : m_settings(settings)
    , m_actions(new Actions(*this))
    , m_keys(new KeyMap(*this, settings))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Greenline"));
    setWindowIcon(QIcon(u":/greenline/icons/chat.greenline.Greenline.svg"_s));
    setCentralWidget(m_pages);
    setMinimumSize(400, 420);
    resize(1280, 820);
    restoreGeometry(settings.bytes(u"window"_s));
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions->keySheet, &QAction::triggered, this, [this] { (new KeysDialog(*m_keys, this))->open(); });
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::bringToFront);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
}

MainWindow::~MainWindow() = default;

QWidget &MainWindow::pages()
{
    return *m_pages;
}

void MainWindow::addPage(QWidget *page)
{
    m_pages->addWidget(page);
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
}

void MainWindow::setHeading(const QString &workspace, int waiting, const QString &state)
{
    QString name = plainLine(workspace);
    if (!state.isEmpty()) {
        //: The workspace, and that the agent is not available: in the title of the window
        name = tr("%1 – %2").arg(name, state);
    }
    if (name.isEmpty()) {
        setWindowTitle(tr("Greenline"));
    } else if (waiting > 0) {
        setWindowTitle(tr("(%1) %2 – Greenline").arg(waiting).arg(name));
    } else {
        setWindowTitle(tr("%1 – Greenline").arg(name));
    }
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::isLookedAt() const
{
    return isActiveWindow() && isOnScreen();
}

bool MainWindow::isOnScreen() const
{
    return isVisible() && !isMinimized();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange || event->type() == QEvent::WindowStateChange) {
        Q_EMIT lookChanged();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    m_settings.setBytes(u"window"_s, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::showAbout()
{
    (new AboutDialog(this))->open();
}

} // namespace greenline
