#include "app/storage/settingsfile.h"
#include "app/workspace/finding.h"
#include "tests/ui/window.h"
#include "tests/workspace/console.h"
#include "ui/desk.h"
#include "ui/find/finddialog.h"
#include "ui/find/snippet.h"
#include "ui/mainwindow.h"
#include "ui/notify/notifier.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const QString customer = u"+351912345678"_s;

/// A desk with one conversation of ours on screen.
struct Place {
    Place()
        : settings(console.profile.filePath(u"settings.ini"_s))
        , window(settings)
        , notifier(console.clock)
    {
    }
    ~Place() { delete desk; }

    bool open(const QStringList &texts)
    {
        if (!console.signIn() || !console.start()) {
            return false;
        }
        notifier.setSoundOn(false);
        notifier.setNotificationsOn(false);
        console.text(customer, texts.first());
        if (!QTest::qWaitFor([this] { return console.only() != nullptr; })) {
            return false;
        }
        room = console.only()->id;
        console.session->commands().take(room, {&console, [](const Result<TakeOutcome> &) {}});
        if (!QTest::qWaitFor([this] { return console.only() && console.only()->stage == Stage::Mine; })) {
            return false;
        }
        for (const QString &text : texts.mid(1)) {
            console.textQuietly(customer, text);
        }
        desk = new Desk({*console.session, console.clock, settings, window.actions(), notifier}, &window);
        window.addPage(desk);
        window.actions().setDeskEnabled(true);
        window.resize(1280, 800);
        window.show();
        desk->finish();
        QApplication::setActiveWindow(&window);
        desk->select(room);
        return QTest::qWaitFor([&] { return view().messages().store() && !isLoading(); });
    }
    bool isLoading() { return console.session->timelines().isLoading(room); }
    TimelineView &view() const { return *desk->findChild<TimelineView *>(); }
    QLineEdit *edit(const QString &name) const { return named<QLineEdit>(window, name); }
    QString currentText() const { return view().currentMessage() ? view().currentMessage()->text : QString(); }

    Console console;
    SettingsFile settings;
    MainWindow window;
    Notifier notifier;
    Desk *desk = nullptr;
    RoomId room;
};

QStringList manyLines(int count)
{
    QStringList lines{u"The first of all, about a parcel"_s};
    for (int number = 1; number < count; ++number) {
        lines.append(number % 40 == 0 ? u"Párcel %1"_s.arg(number) : u"Line %1"_s.arg(number));
    }
    return lines;
}

} // namespace

class FindTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsASnippetAroundWhatWasFound();
    void walksThroughTheMatches();
    void asksTheServerForOlderOnes();
    void leavesTheBarByEscape();
    void findsEverywhereAndOpensIt();
    void opensWhatIsClosedToBeRead();
    void jumpsToADay();
};

void FindTest::cutsASnippetAroundWhatWasFound()
{
    const QString text = u"Good morning, I wrote to you last week about\nmy order 8841 which is late"_s;
    const Snippet snippet = snippetOf(text, {u"order"_s});
    QVERIFY2(snippet.line.startsWith(u"…"_s) && !snippet.line.contains(u'\n'), qPrintable(snippet.line));
    QCOMPARE(snippet.found.size(), 1);
    QCOMPARE(snippet.line.mid(snippet.found.first().start, snippet.found.first().length), u"order"_s);
    QCOMPARE(snippetOf(u"short"_s, {u"other"_s}), (Snippet{u"short"_s, {}}));
}

void FindTest::walksThroughTheMatches()
{
    Place place;
    QVERIFY(place.open({u"A parcel"_s, u"nothing"_s, u"The PÁRCEL again"_s, u"nothing more"_s}));
    QTRY_COMPARE(place.view().messages().rowOf(place.view().messages().store()->at(0).id), 0);
    place.window.actions().find->trigger();
    QLineEdit *edit = place.edit(u"Find in conversation"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"parcel"_s);
    QVERIFY(says(place.window, u"1 of 2"_s));
    QCOMPARE(place.currentText(), u"The PÁRCEL again"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(says(place.window, u"2 of 2"_s));
    QCOMPARE(place.currentText(), u"A parcel"_s);
    place.window.actions().findNext->trigger();
    QVERIFY2(says(place.window, u"1 of 2"_s), "around the end");
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(place.currentText(), u"A parcel"_s);
    place.console.textQuietly(customer, u"A third parcel"_s);
    QTRY_VERIFY2(says(place.window, u"3 of 3"_s), "the reader's place stays");
    QTest::keyClicks(edit, u"x"_s);
    QVERIFY(says(place.window, u"Not found"_s));
}

void FindTest::asksTheServerForOlderOnes()
{
    Place place;
    QVERIFY(place.open(manyLines(200)));
    QVERIFY(place.view().messages().store()->hasOlder());
    place.window.actions().find->trigger();
    QTest::keyClicks(place.edit(u"Find in conversation"_s), u"first of all"_s);
    QVERIFY(says(place.window, u"Not found"_s));
    button(place.window, u"Search older on the server"_s)->click();
    QTRY_COMPARE(place.currentText(), u"The first of all, about a parcel"_s);
    QVERIFY(says(place.window, u"1 of 1"_s));
}

void FindTest::leavesTheBarByEscape()
{
    Place place;
    QVERIFY(place.open({u"A parcel"_s}));
    place.window.actions().find->trigger();
    QLineEdit *edit = place.edit(u"Find in conversation"_s);
    QTest::keyClicks(edit, u"parcel"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(place.view().hasFocus());
}

void FindTest::findsEverywhereAndOpensIt()
{
    Place place;
    QVERIFY(place.open(manyLines(120)));
    place.desk->select({});
    place.window.actions().findEverywhere->trigger();
    auto *dialog = place.window.findChild<FindDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *list = named<QListView>(*dialog, u"Found"_s);
    QTest::keyClicks(place.edit(u"Find everywhere"_s), u"line 11"_s);
    QTRY_VERIFY(list->model()->rowCount() >= 10);
    QTest::keyClicks(place.edit(u"Find everywhere"_s), u"7"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Line 117"_s));
    QTest::keyClick(place.edit(u"Find everywhere"_s), Qt::Key_Return);
    QTRY_COMPARE(place.currentText(), u"Line 117"_s);
    QTRY_VERIFY(!place.window.findChild<FindDialog *>());

    place.window.actions().findEverywhere->trigger();
    dialog = place.window.findChild<FindDialog *>();
    QTest::keyClicks(place.edit(u"Find everywhere"_s), u"first of"_s);
    QVERIFY(says(*dialog, u"Nothing was found on this computer."_s));
    button(*dialog, u"Search the workspace"_s)->click();
    list = named<QListView>(*dialog, u"Found"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(place.edit(u"Find everywhere"_s), Qt::Key_Return);
    QTRY_COMPARE(place.currentText(), u"The first of all, about a parcel"_s);
}

void FindTest::opensWhatIsClosedToBeRead()
{
    Place place;
    QVERIFY(place.open({u"A parcel"_s}));
    place.console.session->commands().close(place.room, {u"done"_s, {}}, {this, [](const Status &) {}});
    QTRY_VERIFY(place.console.only() && place.console.only()->stage == Stage::Closed);
    place.console.text(u"+14155550142"_s, u"Somebody else"_s);
    QTRY_COMPARE(place.console.conversations().size(), 2);
    place.desk->select(place.console.conversations().at(0).id);
    QTRY_COMPARE(place.console.conversations().size(), 1);

    place.window.actions().findEverywhere->trigger();
    QTest::keyClicks(place.edit(u"Find everywhere"_s), u"0912 345"_s);
    QTest::keyClick(place.edit(u"Find everywhere"_s), Qt::Key_Return);
    QTRY_COMPARE(place.desk->room(), place.room);
    QTRY_VERIFY(place.view().messages().store() && place.view().messages().rowCount() > 0);
    QVERIFY(!button(place.window, u"Send"_s) || !button(place.window, u"Send"_s)->isEnabled());
}

void FindTest::jumpsToADay()
{
    Place place;
    QVERIFY(place.open(manyLines(60)));
    place.window.actions().goToDate->trigger();
    auto *calendar = place.window.findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    Q_EMIT calendar->clicked(place.console.clock.now().toLocalTime().date());
    QTRY_VERIFY(place.view().messages().store()->oldest().isValid() && !place.isLoading());
    QTRY_VERIFY(place.view().currentMessage());
    QTRY_COMPARE(place.view().messages().rowOf(place.view().currentMessage()->id), 0);
}

QTEST_MAIN(FindTest)
#include "tst_find.moc"
