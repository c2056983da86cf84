#include "ui/mainwindow.h"

#include "tests/ui/window.h"
#include "tests/workspace/console.h"
#include "ui/appcontext.h"
#include "ui/singleinstance.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

namespace {

/// One run of the program in a profile.
struct Run {
    Run(const QString &profile, CommandLine options)
        : context(options, profilePaths(profile), *qApp)
    {
        context.start();
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *one : all) {
            window = qobject_cast<MainWindow *>(one) ? qobject_cast<MainWindow *>(one) : window;
        }
    }

    void signIn(const Console &console, const QString &address) const
    {
        named<QLineEdit>(*window, u"Workspace address"_s)->setText(address);
        named<QLineEdit>(*window, u"Username or e-mail"_s)->setText(u"ana"_s);
        named<QLineEdit>(*window, u"Password"_s)->setText(console.passwordOf(u"ana"_s));
        button(*window, u"Sign in"_s)->click();
    }
    QListView *list() const
    {
        auto *rows = named<QListView>(*window, u"Conversations"_s);
        return rows && rows->isVisible() ? rows : nullptr;
    }
    int rows() const { return list() ? list()->model()->rowCount() : 0; }

    AppContext context;
    MainWindow *window = nullptr;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void practiceFillsTheListByItself();
    void withoutAKeyringTheSessionIsSaidToBeAllThereIs();
    void expiredSessionKeepsTheDraft();
    void signingOutMakesUnavailableAndForgets();
    void signingOutWithoutALineSaysWhatItLeaves();
    void secondStartRaisesTheFirst();
};

void MainWindowTest::initTestCase()
{
    // No keyring and no notification service of whoever runs the tests.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void MainWindowTest::practiceFillsTheListByItself()
{
    QTemporaryDir profile;
    CommandLine options;
    options.isPractice = true;
    const Run run(profile.path(), options);
    QTRY_VERIFY(run.list());
    QTRY_VERIFY_WITH_TIMEOUT(run.rows() > 0, 10'000);
    QVERIFY(run.window->windowTitle().contains(u"(1)"_s));
    QVERIFY2(!QFile::exists(profile.filePath(u"accounts.json"_s)), "the practice account is not kept");
}

void MainWindowTest::withoutAKeyringTheSessionIsSaidToBeAllThereIs()
{
    QTemporaryDir profile;
    const Console console;
    CommandLine options;
    options.workspace = console.workspace.url().toString();
    const Run run(profile.path(), options);
    QCOMPARE(named<QLineEdit>(*run.window, u"Workspace address"_s)->text(), options.workspace);
    run.signIn(console, options.workspace);
    QTRY_VERIFY(run.list());
    QVERIFY(says(*run.window, u"You stay signed in until you quit"_s));
}

void MainWindowTest::expiredSessionKeepsTheDraft()
{
    QTemporaryDir profile;
    Console console;
    const Run run(profile.path(), {});
    run.signIn(console, console.workspace.url().toString());
    QTRY_VERIFY(run.list());
    console.text(u"+351912345678"_s, u"Are you open on Sunday?"_s);
    QTRY_COMPARE(run.rows(), 1);
    run.window->actions().takeNext->trigger();
    QTRY_VERIFY(named<QPlainTextEdit>(*run.window, u"Reply"_s)
                && named<QPlainTextEdit>(*run.window, u"Reply"_s)->isEnabled());
    named<QPlainTextEdit>(*run.window, u"Reply"_s)->setPlainText(u"On Sundays we"_s);

    console.workspace.state().accounts.revokeAll(console.userId(u"ana"_s));
    Q_EMIT console.workspace.faults().dropSockets();
    QTRY_VERIFY_WITH_TIMEOUT(says(*run.window, u"has ended. Sign in again"_s), 10'000);
    QCOMPARE(named<QLineEdit>(*run.window, u"Username or e-mail"_s)->text(), u"ana"_s);
    QVERIFY(!run.window->actions().takeNext->isEnabled());

    run.signIn(console, console.workspace.url().toString());
    QTRY_VERIFY(run.list());
    QTRY_COMPARE(named<QPlainTextEdit>(*run.window, u"Reply"_s)->toPlainText(), u"On Sundays we"_s);
}

void MainWindowTest::signingOutMakesUnavailableAndForgets()
{
    QTemporaryDir profile;
    Console console;
    const Run run(profile.path(), {});
    run.signIn(console, console.workspace.url().toString());
    QTRY_VERIFY(run.list());
    QTRY_VERIFY(says(*run.window, u"Live"_s) && button(*run.window, u"Availability: Available"_s));
    run.window->actions().signOut->trigger();
    auto *dialog = named<QDialog>(*run.window, u"Sign out"_s);
    QVERIFY(dialog && says(*dialog, u"makes you not available"_s));
    button(*dialog, u"Sign out"_s)->click();
    QTRY_VERIFY(named<QLineEdit>(*run.window, u"Workspace address"_s)->isVisible()
                && button(*run.window, u"Sign in"_s)->isEnabled());
    const QJsonObject ana = console.workspace.state().documents.users.find(console.userId(u"ana"_s));
    QCOMPARE(ana.value("statusLivechat"_L1).toString(), u"not-available"_s);
    AccountFile kept(profile.filePath(u"accounts.json"_s));
    QVERIFY(kept.load());
    QVERIFY(kept.accounts().isEmpty());
}

void MainWindowTest::signingOutWithoutALineSaysWhatItLeaves()
{
    QTemporaryDir profile;
    Console console;
    const Run run(profile.path(), {});
    run.signIn(console, console.workspace.url().toString());
    QTRY_VERIFY(run.list() && says(*run.window, u"Live"_s));
    run.window->actions().signOut->trigger();
    const auto *dialog = named<QDialog>(*run.window, u"Sign out"_s);
    QVERIFY(dialog && says(*dialog, u"makes you not available"_s));
    Q_EMIT console.workspace.faults().dropSockets();
    QTRY_VERIFY(says(*dialog, u"leaves you as available as you are"_s));
    QTRY_VERIFY2(says(*dialog, u"makes you not available"_s), "the line is back");
}

void MainWindowTest::secondStartRaisesTheFirst()
{
    QTemporaryDir profile;
    SystemClock clock;
    SingleInstance first(profile.path(), clock);
    SingleInstance other(profile.path() + u"/other"_s, clock);
    SingleInstance second(profile.path(), clock);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(first.claim());
    QVERIFY2(other.claim(), "another profile is another program");
    QVERIFY(!second.claim());
    Awaited<Done> asked;
    second.askFirst(asked.then(&second));
    QTRY_VERIFY(asked.isHere());
    QVERIFY(asked.result());
    QTRY_COMPARE(raised.size(), 1);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
