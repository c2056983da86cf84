#include "app/omnichannel/conversationstore.h"
#include "app/storage/settingsfile.h"
#include "app/workspace/abilities.h"
#include "tests/workspace/console.h"
#include "ui/conversations/conversationlist.h"
#include "ui/dialogs/problembar.h"
#include "ui/lists/bulkbar.h"
#include "ui/lists/bulkdesk.h"
#include "ui/lists/listbar.h"
#include "ui/lists/listdesk.h"
#include "ui/lists/samenumber.h"
#include "ui/lists/summarydialog.h"
#include "ui/timeline/conversationview.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// A list, a conversation and a problem bar, joined by the features under test.
struct ListPlace {
    bool open(const QString &version)
    {
        practice::PracticeOptions options = Console::quiet();
        options.version = version;
        console = std::make_unique<Console>(options);
        if (!console->signIn() || !console->start()) {
            return false;
        }
        Session &session = *console->session;
        settings = std::make_unique<SettingsFile>(console->profile.filePath(u"settings.ini"_s));
        window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(window.get());
        list = new ConversationList(session.conversations(), session.agent(), console->clock, window.get());
        view = new ConversationView(session, console->clock, window.get());
        problem = new ProblemBar(window.get());
        column->addWidget(problem);
        column->addWidget(list);
        column->addWidget(view);
        const auto show = [this](const RoomId &room) { list->select(room); };
        new ListDesk({session, *list, *problem, console->clock, *settings, *window}, window.get());
        new SameNumber({session, *list, *view, show}, window.get());
        new BulkDesk({session, *list, *problem, console->clock, *window, returnAll}, window.get());
        window->resize(500, 900);
        window->show();
        return true;
    }

    /// A text that ana takes.
    bool takeOne(const QString &from)
    {
        const int before = session().conversations().mine();
        console->text(from, u"Hello"_s);
        if (!QTest::qWaitFor([&] { return session().conversations().waiting() == 1; })) {
            return false;
        }
        Awaited<TakeOutcome> taken;
        session().commands().take(session().conversations().at(0).id, taken.then(window.get()));
        return QTest::qWaitFor([&] { return taken.isHere() && session().conversations().mine() == before + 1; });
    }

    void markAll()
    {
        auto *rows = list->findChild<QListView *>();
        for (int row = 0; row < rows->model()->rowCount(); ++row) {
            const QPoint place = rows->visualRect(rows->model()->index(row, 0)).center();
            QTest::mouseClick(rows->viewport(), Qt::LeftButton,
                              row == 0 ? Qt::KeyboardModifiers() : Qt::ControlModifier, place);
        }
    }

    QPushButton *button(const QString &name) const
    {
        const QList<QPushButton *> all = window->findChildren<QPushButton *>();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&](const QPushButton *one) { return one->accessibleName() == name; });
        return found == all.cend() ? nullptr : *found;
    }

    void agree()
    {
        auto *question = window->findChild<QMessageBox *>();
        QVERIFY(question);
        const QList<QAbstractButton *> buttons = question->buttons();
        for (QAbstractButton *one : buttons) {
            if (question->buttonRole(one) == QMessageBox::AcceptRole) {
                one->click();
            }
        }
    }

    Session &session() const { return *console->session; }

    QAction returnAll{nullptr};
    std::unique_ptr<Console> console;
    std::unique_ptr<SettingsFile> settings;
    std::unique_ptr<QWidget> window;
    ConversationList *list = nullptr;
    ConversationView *view = nullptr;
    ProblemBar *problem = nullptr;
};

} // namespace

class ListsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void markedOnesAreReturned_data() { versions(); }
    void markedOnesAreReturned();
    void whatFailsIsNamed();
    void closedOnesAreShownAndGoAgain();
    void orderAndViewsAreRemembered();

private:
    void versions();
};

void ListsTest::versions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void ListsTest::markedOnesAreReturned()
{
    QFETCH(QString, version);
    ListPlace place;
    QVERIFY(place.open(version));
    QVERIFY(place.takeOne(u"+12125550101"_s) && place.takeOne(u"+12125550102"_s) && place.takeOne(u"+12125550103"_s));
    place.markAll();
    auto *bar = place.window->findChild<BulkBar *>();
    QVERIFY(bar->isVisible());
    place.button(u"Return 3 to queue"_s)->click();
    QCOMPARE(place.session().conversations().mine(), 3); // asked first
    place.agree();
    QTRY_COMPARE(place.session().conversations().mine(), 0);
    QTRY_COMPARE(place.session().conversations().waiting(), 3);
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(!place.problem->isEmpty());
    QVERIFY(!place.window->findChild<SummaryDialog *>());
}

void ListsTest::whatFailsIsNamed()
{
    ListPlace place;
    QVERIFY(place.open(u"8.8"_s));
    QVERIFY(place.takeOne(u"+12125550101"_s) && place.takeOne(u"+12125550102"_s));
    const RoomId room = place.session().conversations().at(1).id;
    place.returnAll.trigger();
    practice::State &state = place.console->workspace.state();
    state.desk.placeOnHold(place.console->userId(u"ana"_s), room.value); // meanwhile, elsewhere
    place.agree();
    QTRY_VERIFY(place.window->findChild<SummaryDialog *>());
    auto *failures = place.window->findChild<SummaryDialog *>()->findChild<QListWidget *>();
    QCOMPARE(failures->count(), 1);
    QVERIFY(failures->item(0)->text().startsWith(u"+1"_s));
    QCOMPARE(place.session().conversations().waiting(), 1);
}

void ListsTest::closedOnesAreShownAndGoAgain()
{
    ListPlace place;
    QVERIFY(place.open(u"8.8"_s));
    QVERIFY(place.takeOne(u"+12125550101"_s) && place.takeOne(u"+12125550102"_s));
    practice::State &state = place.console->workspace.state();
    const QString closed = place.session().conversations().at(0).id.value;
    state.closing.close(place.console->userId(u"ana"_s), closed, {.comment = u"done"_s});
    QTRY_COMPARE(place.session().conversations().mine(), 1);
    auto *bar = place.window->findChild<ListBar *>();
    const auto *rows = place.list->findChild<QListView *>()->model();
    Q_EMIT bar->scopeChosen(ListBar::Scope::Today);
    QTRY_COMPARE(rows->rowCount(), 1);
    QVERIFY(rows->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Closed"_s));
    Q_EMIT bar->scopeChosen(ListBar::Scope::Open);
    QTRY_COMPARE(rows->rowCount(), 1);
    QVERIFY(rows->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Mine"_s));
}

void ListsTest::orderAndViewsAreRemembered()
{
    QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"settings.ini"_s));
    {
        SavedViews views(settings);
        views.put({u"Late"_s, u"waiting>5m"_s});
        views.put({u"Delivery"_s, u"tag:delivery"_s});
        views.put({u"Late"_s, u"waiting>10m"_s});
    }
    SavedViews views(settings);
    QCOMPARE(views.all(), (QList<SavedView>{{u"Delivery"_s, u"tag:delivery"_s}, {u"Late"_s, u"waiting>10m"_s}}));
    views.remove(u"Delivery"_s);
    QCOMPARE(SavedViews(settings).all().size(), 1);

    ListPlace place;
    QVERIFY(place.open(u"8.8"_s));
    auto *bar = place.window->findChild<ListBar *>();
    Q_EMIT bar->orderChosen(ListOrder::Unread);
    QCOMPARE(place.settings->text(u"listOrder"_s), u"unread"_s);
}

QTEST_MAIN(ListsTest)
#include "tst_lists.moc"
