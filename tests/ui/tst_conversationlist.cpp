#include "madeup.h"
#include "ui/conversations/conversationlist.h"
#include "ui/conversations/rowlayout.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

/// A list of two that wait and three of mine, shown.
struct ShownList {
    ShownList()
    {
        store.setMe(madeUpMe);
        putQueued(store, {.id = u"q1"_s, .name = u"Quinn"_s, .secondsAgo = 60});
        putQueued(store, {.id = u"q2"_s, .name = u"Rita"_s, .secondsAgo = 30});
        putMine(store, {.id = u"m1"_s, .name = u"Marta"_s, .secondsAgo = 10, .isOurs = true});
        putMine(store, {.id = u"m2"_s, .name = u"Sam"_s, .secondsAgo = 20, .isOurs = true});
        putMine(store, {.id = u"m3"_s, .name = u"Tom"_s, .secondsAgo = 30, .isOurs = true, .unread = 1});
        list = std::make_unique<ConversationList>(store, agent, clock);
        list->resize(330, 700);
        list->show();
        rows = list->findChild<QListView *>();
        filter = list->findChild<QLineEdit *>();
    }
    /// More than fit.
    void makeLong()
    {
        for (int index = 10; index < 30; ++index) {
            const QString name = u"q%1"_s.arg(index);
            putQueued(store, {.id = name, .name = name, .secondsAgo = 500 - index});
        }
        list->resize(330, 500);
        QCoreApplication::sendPostedEvents();
    }
    int rowCount() const { return rows->model()->rowCount(); }
    bool isInView(int row) const
    {
        return rows->viewport()->rect().contains(rows->visualRect(rows->model()->index(row, 0)));
    }
    int selectedRow() const
    {
        const QModelIndexList selected = rows->selectionModel()->selectedRows();
        return selected.isEmpty() ? -1 : selected.first().row();
    }
    void click(int row)
    {
        const QRect place = rows->visualRect(rows->model()->index(row, 0));
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, place.center());
        clock.advance(std::chrono::seconds(1)); // so long nothing moves under a click
    }

    ConversationStore store;
    AgentStore agent;
    ManualClock clock{madeUpNow};
    std::unique_ptr<ConversationList> list;
    QListView *rows = nullptr;
    QLineEdit *filter = nullptr;
};

RoomId room(const char *id)
{
    return RoomId{QString::fromLatin1(id)};
}

} // namespace

class ConversationListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheNamesThatPeopleAreTold();
    void clickOpensARow();
    void headersCannotBeClicked();
    void focusAloneOpensNothing();
    void openOneStaysOpenWhenItMoves();
    void noNeighbourIsOpenedWhenTheOpenOneGoes();
    void filteredAwayAndBackItIsMarkedAgain();
    void keysWalk();
    void enterAndDoubleClickAskToTake();
    void emptyListSaysWhy();
    void timesTickOnlyWhileSomebodyWaits();
    void rowsFitAndMirror();
    void severalAreMarkedAndNothingIsOpened();
    void aPointerKeepsTheListStill();
    void whatIsInViewStays();
    void aWalkAndAWordScroll();
};

void ConversationListTest::hasTheNamesThatPeopleAreTold()
{
    ShownList shown;
    QCOMPARE(shown.rows->accessibleName(), u"Conversations"_s);
    QCOMPARE(shown.filter->accessibleName(), u"Filter conversations"_s);
}

void ConversationListTest::clickOpensARow()
{
    ShownList shown;
    QSignalSpy selected(shown.list.get(), &ConversationList::selected);
    shown.click(2);
    QCOMPARE(shown.list->current(), room("m1"));
    shown.click(2);
    QCOMPARE(selected.size(), 1);
}

void ConversationListTest::headersCannotBeClicked()
{
    ShownList shown;
    shown.click(2);
    const QRect first = shown.rows->visualRect(shown.rows->model()->index(0, 0));
    QTest::mouseClick(shown.rows->viewport(), Qt::LeftButton, {}, first.topLeft() + QPoint(60, 5));
    QCOMPARE(shown.list->current(), room("m1"));
    QCOMPARE(shown.selectedRow(), 2);
}

void ConversationListTest::focusAloneOpensNothing()
{
    ShownList shown;
    shown.list->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.list.get()));
    shown.filter->setFocus();
    shown.list->focusList();
    QVERIFY(shown.rows->hasFocus());
    QVERIFY(shown.list->current().isEmpty());
}

void ConversationListTest::openOneStaysOpenWhenItMoves()
{
    ShownList shown;
    QSignalSpy selected(shown.list.get(), &ConversationList::selected);
    shown.click(1);
    putMine(shown.store, {.id = u"q2"_s, .name = u"Rita"_s, .secondsAgo = 1});
    QCOMPARE(shown.list->current(), room("q2"));
    QCOMPARE(shown.selectedRow(), shown.store.rowOf(room("q2")));
    QCOMPARE(selected.size(), 1);
}

void ConversationListTest::noNeighbourIsOpenedWhenTheOpenOneGoes()
{
    ShownList shown;
    QSignalSpy selected(shown.list.get(), &ConversationList::selected);
    shown.click(0);
    shown.store.removeInquiry(InquiryId{u"q1-inquiry"_s});
    QCOMPARE(shown.store.rowOf(room("q1")), -1);
    QCOMPARE(shown.selectedRow(), -1);
    QCOMPARE(shown.list->current(), room("q1"));
    putMine(shown.store, {.id = u"q1"_s, .name = u"Quinn"_s, .secondsAgo = 1});
    QCOMPARE(shown.selectedRow(), shown.store.rowOf(room("q1")));
    QCOMPARE(selected.size(), 1);
}

void ConversationListTest::filteredAwayAndBackItIsMarkedAgain()
{
    ShownList shown;
    shown.click(2);
    QSignalSpy active(shown.list.get(), &ConversationList::filterActive);
    QTest::keyClicks(shown.filter, u"Sam"_s);
    QCOMPARE(shown.rows->model()->rowCount(), 1);
    QCOMPARE(shown.list->current(), room("m1"));
    QCOMPARE(shown.selectedRow(), -1);
    QTest::keyClick(shown.filter, Qt::Key_Escape);
    QCOMPARE(shown.rows->model()->rowCount(), 5);
    QCOMPARE(shown.selectedRow(), 2);
    QCOMPARE(active.size(), 2);
}

void ConversationListTest::keysWalk()
{
    ShownList shown;
    shown.list->selectNext();
    QCOMPARE(shown.list->current(), room("q1"));
    shown.list->selectNext();
    QCOMPARE(shown.list->current(), room("q2"));
    shown.list->selectPrevious();
    QCOMPARE(shown.list->current(), room("q1"));
    shown.list->selectNextUnread();
    QCOMPARE(shown.list->current(), room("m3"));
    shown.list->selectNextUnread();
    QCOMPARE(shown.list->current(), room("m3"));
    shown.list->selectAt(2);
    QCOMPARE(shown.list->current(), room("m1"));
    QTest::keyClick(shown.rows, Qt::Key_Down);
    QCOMPARE(shown.list->current(), room("m2"));
    QCOMPARE(shown.list->firstWaiting(), room("q1"));
}

void ConversationListTest::enterAndDoubleClickAskToTake()
{
    ShownList shown;
    QSignalSpy take(shown.list.get(), &ConversationList::takeRequested);
    shown.click(1);
    QTest::keyClick(shown.rows, Qt::Key_Return);
    QCOMPARE(take.size(), 1);
    QCOMPARE(take.takeFirst().first().value<RoomId>(), room("q2"));
    const QPoint place = shown.rows->visualRect(shown.rows->model()->index(0, 0)).center();
    QTest::mouseClick(shown.rows->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(shown.rows->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(take.size(), 1);
    shown.click(3);
    QTest::keyClick(shown.rows, Qt::Key_Return);
    QCOMPARE(take.size(), 1);
}

void ConversationListTest::emptyListSaysWhy()
{
    ShownList shown;
    shown.store.clear();
    QCOMPARE(shown.rows->accessibleDescription(), u"Nobody is waiting"_s);
    shown.list->setNotice(u"Loading"_s);
    QCOMPARE(shown.rows->accessibleDescription(), u"Loading"_s);
    shown.filter->setText(u"zz"_s);
    QCOMPARE(shown.rows->accessibleDescription(), u"No conversation matches the filter."_s);
    QVERIFY(!shown.rows->grab().isNull());
}

void ConversationListTest::timesTickOnlyWhileSomebodyWaits()
{
    ShownList shown;
    struct Paints : QObject {
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
        int count = 0;
    } paints;
    QVERIFY(QTest::qWaitForWindowExposed(shown.list.get()));
    QCoreApplication::processEvents();
    shown.rows->viewport()->installEventFilter(&paints);
    shown.clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(paints.count, 1);
    shown.store.removeInquiry(InquiryId{u"q1-inquiry"_s});
    shown.store.removeInquiry(InquiryId{u"q2-inquiry"_s});
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    const int before = paints.count;
    shown.clock.advance(std::chrono::seconds(30));
    QCoreApplication::processEvents();
    QCOMPARE(paints.count, before);
    shown.clock.advance(std::chrono::seconds(31));
    QTRY_VERIFY(paints.count > before);
}

void ConversationListTest::rowsFitAndMirror()
{
    RowSubject subject;
    subject.conversation.id = room("a");
    subject.conversation.customerName = QString(4000, u'M');
    subject.conversation.preview = QString(1 << 20, u'x');
    subject.conversation.stage = Stage::Queue;
    subject.conversation.waitingSince = madeUpNow.addSecs(-90);
    subject.conversation.unread = 3;
    subject.conversation.hasDraft = true;
    subject.conversation.hasFailure = true;
    subject.moment = madeUpNow.toSecsSinceEpoch();
    subject.hasHeader = true;
    for (const int width : {60, 200, 328, 900}) {
        subject.width = width;
        subject.direction = Qt::LeftToRight;
        const RowLayout left = layoutRow(subject);
        QVERIFY(left.name.right() < qMax(left.draft.left(), 1));
        QVERIFY(width < 200 || left.failure.right() < left.ring.left());
        QVERIFY(width < 200 || left.time.right() < width);
        QCOMPARE(left.timeText, u"01:30"_s);
        subject.direction = Qt::RightToLeft;
        const RowLayout right = layoutRow(subject);
        QCOMPARE(right.avatar.right(), width - 1 - left.avatar.left());
        QCOMPARE(right.time.left(), width - 1 - left.time.right());
    }
}

void ConversationListTest::severalAreMarkedAndNothingIsOpened()
{
    ShownList shown;
    shown.click(2);
    QSignalSpy selected(shown.list.get(), &ConversationList::selected);
    const auto clickWith = [&](int row, Qt::KeyboardModifiers modifiers) {
        const QRect place = shown.rows->visualRect(shown.rows->model()->index(row, 0));
        QTest::mouseClick(shown.rows->viewport(), Qt::LeftButton, modifiers, place.center());
    };
    clickWith(4, Qt::ControlModifier);
    QCOMPARE(shown.list->chosen(), (QList{room("m1"), room("m3")}));
    clickWith(3, Qt::ShiftModifier);
    QTest::keyClick(shown.rows, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(shown.list->chosen().size() > 1);
    putMine(shown.store, {.id = u"m2"_s, .name = u"Sam"_s, .secondsAgo = 1, .isOurs = true}); // moves: marks stay
    QVERIFY(shown.list->chosen().size() > 1);
    QCOMPARE(selected.size(), 0);
    QCOMPARE(shown.list->current(), room("m1"));
    shown.list->clearChosen();
    QCOMPARE(shown.list->chosen(), QList{room("m1")});
    QCOMPARE(shown.rows->selectionMode(), QAbstractItemView::SingleSelection);
}

void ConversationListTest::aPointerKeepsTheListStill()
{
    ShownList shown;
    auto *bar = shown.list->findChild<QPushButton *>();
    const QRect place = shown.rows->visualRect(shown.rows->model()->index(1, 0));
    QMouseEvent move(QEvent::MouseMove, place.center(), shown.rows->viewport()->mapToGlobal(place.center()),
                     Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(shown.rows->viewport(), &move);
    putQueued(shown.store, {.id = u"q0"_s, .name = u"Una"_s, .secondsAgo = 90});
    QCOMPARE(shown.rows->model()->rowCount(), 5);
    QCOMPARE(shown.rows->visualRect(shown.rows->model()->index(1, 0)), place);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->text().startsWith(u"1 new above"_s));
    bar->click();
    QCOMPARE(shown.rows->model()->rowCount(), 6);
    QVERIFY(!bar->isVisible());

    QApplication::sendEvent(shown.rows->viewport(), &move);
    putQueued(shown.store, {.id = u"q9"_s, .name = u"Vic"_s, .secondsAgo = 95});
    QCOMPARE(shown.rows->model()->rowCount(), 6);
    shown.clock.advance(std::chrono::seconds(5)); // a pointer that rests
    QCOMPARE(shown.rows->model()->rowCount(), 7);
}

/// Whatever becomes of the open one, who waits longest is still to be seen.
void ConversationListTest::whatIsInViewStays()
{
    ShownList shown;
    shown.makeLong();
    const QScrollBar &bar = *shown.rows->verticalScrollBar();
    shown.click(2);
    const RoomId open = shown.list->current();
    shown.store.removeInquiry(InquiryId{open.value + u"-inquiry"_s}); // taken, and as such at the end
    putMine(shown.store, {.id = open.value, .name = u"Vic"_s, .secondsAgo = 9'999, .isOurs = true});
    QCOMPARE(shown.rows->currentIndex().row(), shown.rowCount() - 1);
    QCOMPARE(shown.selectedRow(), shown.rowCount() - 1);
    QVERIFY(!shown.isInView(shown.rowCount() - 1));
    QCOMPARE(bar.value(), 0);
    putQueued(shown.store, {.id = u"q0"_s, .name = u"Una"_s, .secondsAgo = 900}); // at its top it stays at its top
    QVERIFY(shown.isInView(0));
    QCOMPARE(bar.value(), 0);

    shown.rows->verticalScrollBar()->setValue(bar.maximum() / 2);
    const QPersistentModelIndex middle = shown.rows->indexAt(shown.rows->viewport()->rect().center());
    const QRect place = shown.rows->visualRect(middle);
    putQueued(shown.store, {.id = u"q-1"_s, .name = u"Zoe"_s, .secondsAgo = 999}); // above what is read
    QCOMPARE(shown.rows->visualRect(middle), place);
    const QString above = shown.rows->model()->index(middle.row() - 1, 0).data().toString();
    putQueued(shown.store, {.id = above, .name = above, .secondsAgo = 1}); // goes below it
    QCOMPARE(shown.rows->visualRect(middle), place);
    shown.store.removeInquiry(InquiryId{u"q0-inquiry"_s});
    QCOMPARE(shown.rows->visualRect(middle), place);
}

void ConversationListTest::aWalkAndAWordScroll()
{
    ShownList shown;
    shown.makeLong();
    const int last = shown.rowCount() - 1;
    shown.list->select(room("m3"));
    QVERIFY(!shown.isInView(last));
    shown.list->reveal();
    QVERIFY(shown.isInView(last));
    shown.list->selectAt(0);
    QVERIFY(shown.isInView(0));
    shown.rows->verticalScrollBar()->setValue(shown.rows->verticalScrollBar()->maximum());
    QTest::keyClick(shown.rows, Qt::Key_Down);
    QVERIFY(shown.isInView(1));
    shown.rows->verticalScrollBar()->setValue(shown.rows->verticalScrollBar()->maximum());
    shown.list->selectAt(1); // it is open already
    QVERIFY(shown.isInView(1));
}

QTEST_MAIN(ConversationListTest)
#include "tst_conversationlist.moc"
