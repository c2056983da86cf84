#include "app/omnichannel/conversationstore.h"
#include "app/practice/document.h"
#include "app/workspace/abilities.h"
#include "tests/ui/deskplace.h"
#include "tests/ui/window.h"
#include "ui/board/boardwindow.h"
#include "ui/lists/shiftenddialog.h"
#include "ui/notify/historypopup.h"
#include "ui/notify/noticebell.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/status/shiftpopup.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

template <typename Widget>
Widget *shown(const QWidget &window)
{
    auto *found = window.findChild<Widget *>();
    return found && found->isVisible() ? found : nullptr;
}

/// Takes so many conversations of different customers.
bool serve(DeskPlace &place, int count)
{
    Session &session = *place.console.session;
    for (int each = 1; each <= count; ++each) {
        place.console.text(u"+1415555010%1"_s.arg(each), u"Hello %1"_s.arg(each));
        if (!QTest::qWaitFor([&session] { return session.conversations().waiting() == 1; })) {
            return false;
        }
        place.window.actions().takeNext->trigger();
        if (!QTest::qWaitFor([&session, each] { return ShiftEndDialog::openOnes(session).size() == each; })) {
            return false;
        }
    }
    return true;
}

} // namespace

/// How a person is told, what they chose, and what they see of their own work and everybody's.
class AttentionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChoiceActsAtOnce();
    void theMenuAndThePreferencesSayTheSame();
    void theBellKeepsWhatWasTold();
    void ownFiguresAreShown();
    void leavingNamesAndReturnsWhatIsOpen();
    void whatCannotBeReturnedStays();
    void outsideBusinessHoursIsSaid_data();
    void outsideBusinessHoursIsSaid();
    void theBoardIsForManagers_data();
    void theBoardIsForManagers();
};

void AttentionTest::aChoiceActsAtOnce()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    place.window.actions().preferences->trigger();
    auto *dialog = shown<PreferencesDialog>(place.window);
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Preferences"_s);
    named<QComboBox>(*dialog, u"What notifications show"_s)->setCurrentIndex(2);
    QCOMPARE(place.notifier.choices().privacy, Privacy::Nothing);
    named<QSpinBox>(*dialog, u"Seconds between alarms"_s)->setValue(500);
    QCOMPARE(place.notifier.choices().alarmSeconds, longestAlarm);
    named<QComboBox>(*dialog, u"Sound: somebody waits"_s)->setCurrentIndex(1);
    QCOMPARE(place.notifier.choices().queueSound, u"bell"_s);
    button(*dialog, u"For 1 hour"_s)->click();
    QVERIFY(place.notifier.choices().isQuiet);
    QVERIFY(place.notifier.choices().quietUntil.isValid());
    QVERIFY(place.window.actions().doNotDisturb->isChecked());
}

void AttentionTest::theMenuAndThePreferencesSayTheSame()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    place.window.actions().preferences->trigger();
    auto *dialog = shown<PreferencesDialog>(place.window);
    QVERIFY(dialog);
    auto *sounds = qobject_cast<QCheckBox *>(button(*dialog, u"Sounds"_s));
    QVERIFY(sounds && !sounds->isChecked());
    place.window.actions().sound->trigger();
    QVERIFY(sounds->isChecked());
    QVERIFY(place.notifier.choices().hasSound);
    sounds->click();
    QVERIFY(!place.window.actions().sound->isChecked());
}

void AttentionTest::theBellKeepsWhatWasTold()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    place.notifier.setQuiet(true);
    place.console.text(u"+14155550101"_s, u"Anybody?"_s);
    QTRY_COMPARE(place.console.conversations().waiting(), 1);
    auto *bell = place.window.findChild<NoticeBell *>();
    QVERIFY(bell && bell->accessibleDescription().contains(u"Nothing disturbs you"_s));
    bell->open();
    auto *popup = shown<HistoryPopup>(place.window);
    QVERIFY(popup);
    auto *list = named<QListView>(*popup, u"Notification history"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    Q_EMIT list->activated(list->model()->index(0, 0));
    QCOMPARE(place.desk->room(), place.console.only()->id);
    QVERIFY(!popup->isVisible());
    bell->open();
    QVERIFY(popup->isVisible());
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    bell->open();
    QTest::mouseClick(place.desk, Qt::LeftButton, {}, QPoint(5, place.desk->height() - 3));
    QVERIFY(!popup->isVisible());
}

void AttentionTest::ownFiguresAreShown()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    QVERIFY(serve(place, 1));
    Session &session = *place.console.session;
    QCOMPARE(session.shift().figures().answered, 0);
    bool isSent = false; // it is ours a moment after the take
    QTRY_VERIFY((isSent = isSent || session.outbox().send(place.console.only()->id, u"Hi"_s).isOk()));
    QTRY_COMPARE(session.shift().figures().answered, 1);
    place.window.actions().shiftFigures->trigger();
    auto *popup = shown<ShiftPopup>(place.window);
    QVERIFY(popup);
    QVERIFY(named<QLabel>(*popup, u"Open now: 1"_s));
    QVERIFY(named<QLabel>(*popup, u"Handled: 0"_s));
    QVERIFY(!named<QLabel>(*popup, u"First reply, on average: none yet"_s));
}

void AttentionTest::leavingNamesAndReturnsWhatIsOpen()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    QVERIFY(serve(place, 2));
    Session &session = *place.console.session;
    ShiftEndDialog dialog(session, place.console.clock, ShiftEndDialog::Going::Quit);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy goingOn(&dialog, &ShiftEndDialog::goingOn);
    dialog.open();
    QCOMPARE(named<QListView>(dialog, u"Open conversations"_s)->model()->rowCount(), 2);
    QVERIFY(says(dialog, u"You still serve 2 conversation"_s));
    button(dialog, u"Return all"_s)->click();
    QTRY_COMPARE(goingOn.size(), 1);
    QCOMPARE(session.conversations().mine(), 0);
    QVERIFY(!dialog.isVisible());
}

void AttentionTest::whatCannotBeReturnedStays()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    QVERIFY(serve(place, 1));
    ShiftEndDialog dialog(*place.console.session, place.console.clock, ShiftEndDialog::Going::SignOut);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy goingOn(&dialog, &ShiftEndDialog::goingOn);
    dialog.open();
    place.console.workspace.faults().answerHtml = 50;
    button(dialog, u"Return all"_s)->click();
    QTRY_VERIFY(says(dialog, u"answered with a web page"_s));
    QCOMPARE(goingOn.size(), 0);
    place.console.workspace.faults().answerHtml = 0;
    button(dialog, u"Sign out anyway"_s)->click();
    QCOMPARE(goingOn.size(), 1);
    QCOMPARE(ShiftEndDialog::openOnes(*place.console.session).size(), 1);
}

void AttentionTest::outsideBusinessHoursIsSaid_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void AttentionTest::outsideBusinessHoursIsSaid()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    DeskPlace place(options);
    QVERIFY(place.signIn());
    place.showDesk();
    const Agent &me = place.console.session->agent().me();
    place.window.actions().toggleAvailability->trigger();
    QTRY_COMPARE(me.availability, Availability::NotAvailable);
    place.console.workspace.state().settings.set(u"Livechat_enable_business_hours"_s, true);
    place.window.actions().toggleAvailability->trigger();
    QTRY_VERIFY(says(*place.desk, u"It is outside business hours, so nobody can be available."_s));
    QCOMPARE(me.availability, Availability::NotAvailable);
}

void AttentionTest::theBoardIsForManagers_data()
{
    QTest::addColumn<QJsonArray>("roles");
    QTest::addColumn<bool>("isManager");
    QTest::newRow("agent") << QJsonArray{u"livechat-agent"_s} << false;
    QTest::newRow("manager") << QJsonArray{u"livechat-agent"_s, u"livechat-manager"_s} << true;
}

void AttentionTest::theBoardIsForManagers()
{
    QFETCH(QJsonArray, roles);
    QFETCH(bool, isManager);
    DeskPlace place(Console::quiet());
    place.console.workspace.state().documents.users.change(place.console.userId(u"ana"_s), {{u"roles"_s, roles}});
    QVERIFY(place.signIn());
    place.showDesk();
    const Abilities &abilities = place.console.session->abilities();
    QTRY_VERIFY(abilities.verdict(Ability::SeeManagerBoard).why != Verdict::Why::Unknown);
    place.console.text(u"+14155550101"_s, u"Anybody?"_s);
    QTRY_COMPARE(place.console.conversations().waiting(), 1);
    place.window.actions().managerBoard->trigger();
    auto *board = shown<BoardWindow>(place.window);
    QCOMPARE(board != nullptr, isManager);
    if (!isManager) {
        QVERIFY(says(*place.desk, u"needs the permission view-livechat-manager"_s));
        return;
    }
    QTRY_VERIFY(says(*board, u"Live, checked"_s));
    QTRY_VERIFY(named<QLabel>(*board, u"1 waiting"_s));
    QVERIFY(named<QTreeView>(*board, u"Agents"_s)->model()->rowCount() >= 2);
}

QTEST_MAIN(AttentionTest)
#include "tst_attention.moc"
