#include "madeupmessages.h"

#include "app/practice/practicepicture.h"
#include "ui/timeline/picturedecoder.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// A timeline on screen, 600 by 500 pixels, with a server that answers pictures.
struct OnScreen {
    explicit OnScreen(const QList<Message> &messages)
        : store(messagesRoom)
        , clock(messagesBegin.addDays(1))
        , pictures(QUrl(u"https://a.example"_s),
                   [this](const QString &link, const Then<HttpReply> &then) {
                       fetched.append(link);
                       HttpReply reply;
                       reply.status = 200;
                       reply.body = practice::parcelPicture();
                       then(reply);
                   })
        , view(new TimelineView(pictures, clock))
        , pane(view)
    {
        store.upsert(messages);
        store.setHasOlder(false);
        view->setStore(&store);
        pane.resize(600, 500);
        pane.show();
    }
    bool isAtEnd() const { return view->verticalScrollBar()->value() == view->verticalScrollBar()->maximum(); }
    QRect placeOf(const MessageId &id) const
    {
        return view->visualRect(view->model()->index(view->messages().rowOf(id), 0));
    }
    QPushButton *jump() { return pane.findChild<QPushButton *>(); }

    QStringList fetched;
    MessageStore store;
    ManualClock clock;
    Pictures pictures;
    TimelineView *view;
    TimelinePane pane;
};

Message withPicture(int seconds, const QString &link)
{
    Message message = textAt(seconds, {});
    message.attachments = {{.kind = Attachment::Kind::Image, .title = u"Upload File"_s, .link = link}};
    return message;
}

QByteArray png(const QSize &size)
{
    QImage image(size, QImage::Format_Mono);
    image.fill(0);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "png");
    return bytes;
}

} // namespace

class TimelineViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensAtTheNewest();
    void staysAtTheNewest();
    void staysAtTheNewestWhenTheWindowShrinks();
    void keepsThePlaceElsewhere();
    void keepsThePlaceWhenOlderOnesComeIn();
    void countsWhatCameBelow();
    void asksForOlderOnesNearTheTop();
    void putsShortConversationsAtTheLowerEdge();
    void tellsWhatWasClicked();
    void worksByKeys();
    void copiesWhatIsChosen();
    void fetchesPicturesOnScreenOnly();
    void fetchesOnlyFromTheWorkspace_data();
    void fetchesOnlyFromTheWorkspace();
    void decodesPicturesWithinLimits();
};

void TimelineViewTest::opensAtTheNewest()
{
    OnScreen screen(manyTexts(200));
    QTRY_VERIFY(screen.view->verticalScrollBar()->maximum() > 1000);
    QVERIFY(screen.isAtEnd());
    QVERIFY(!screen.jump()->isVisible());
    QCOMPARE(screen.view->accessibleName(), u"Messages"_s);
}

void TimelineViewTest::staysAtTheNewest()
{
    OnScreen screen(manyTexts(100));
    QTRY_VERIFY(screen.view->verticalScrollBar()->maximum() > 1000);
    const int before = screen.view->verticalScrollBar()->maximum();
    screen.store.upsert(textAt(100'000, u"One more"_s));
    QTRY_VERIFY(screen.view->verticalScrollBar()->maximum() > before);
    QVERIFY(screen.isAtEnd());
}

void TimelineViewTest::staysAtTheNewestWhenTheWindowShrinks()
{
    OnScreen screen(manyTexts(100));
    QTRY_VERIFY(screen.view->verticalScrollBar()->maximum() > 1000);
    screen.pane.resize(420, 300);
    QTRY_COMPARE(screen.view->width(), 420);
    QTRY_VERIFY(screen.isAtEnd());
    const QModelIndex last = screen.view->model()->index(99, 0);
    QTRY_VERIFY(screen.view->viewport()->rect().contains(screen.view->visualRect(last).center()));
}

void TimelineViewTest::keepsThePlaceElsewhere()
{
    OnScreen screen(manyTexts(200));
    QScrollBar *bar = screen.view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 2000);
    bar->setValue(bar->maximum() / 2);
    const MessageId middle = screen.store.at(screen.view->indexAt({100, 200}).row()).id;
    const int top = screen.placeOf(middle).top();
    const int before = bar->maximum();
    screen.store.upsert(textAt(100'000, u"Below"_s));
    QTRY_VERIFY(bar->maximum() != before);
    QCOMPARE(screen.placeOf(middle).top(), top);
    Message grown = screen.store.at(2);
    grown.text = QString(800, u'x');
    grown.updatedAt = grown.updatedAt.addSecs(1);
    const int grownFrom = bar->maximum();
    screen.store.upsert(grown); // above
    QTRY_VERIFY(bar->maximum() > grownFrom + 50);
    QCOMPARE(screen.placeOf(middle).top(), top);
}

void TimelineViewTest::keepsThePlaceWhenOlderOnesComeIn()
{
    OnScreen screen(manyTexts(60, 100));
    QScrollBar *bar = screen.view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 500);
    bar->setValue(30);
    const MessageId first = screen.store.at(screen.view->indexAt({100, 100}).row()).id;
    const int top = screen.placeOf(first).top();
    const int before = bar->maximum();
    screen.store.upsert(manyTexts(50, 40));
    QTRY_VERIFY(bar->maximum() > before + 500);
    QCOMPARE(screen.placeOf(first).top(), top);
    QVERIFY(bar->value() > 500);
}

void TimelineViewTest::countsWhatCameBelow()
{
    OnScreen screen(manyTexts(100));
    QScrollBar *bar = screen.view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 1000);
    bar->setValue(0);
    screen.store.upsert(textAt(100'000, u"One"_s));
    screen.store.upsert(textAt(100'001, u"Two"_s));
    screen.store.upsert(replyAt(100'002, u"Mine"_s));
    QTRY_VERIFY(screen.jump()->isVisible());
    QCOMPARE(screen.jump()->text(), u"Jump to newest (2)"_s);
    QTest::mouseClick(screen.jump(), Qt::LeftButton);
    QTRY_VERIFY(screen.isAtEnd());
    QVERIFY(!screen.jump()->isVisible());
    QCOMPARE(screen.view->newBelow(), 0);
}

void TimelineViewTest::asksForOlderOnesNearTheTop()
{
    OnScreen screen(manyTexts(100));
    QScrollBar *bar = screen.view->verticalScrollBar();
    QSignalSpy wanted(screen.view, &TimelineView::wantsOlder);
    const auto looksAround = [] { QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall); };
    screen.store.setHasOlder(true);
    QTRY_VERIFY(bar->maximum() > 1000);
    looksAround();
    QCOMPARE(wanted.count(), 0);
    bar->setValue(10);
    QTRY_COMPARE(wanted.count(), 1);
    QVERIFY(!screen.view->isLoadingOlder());
    screen.view->setLoading(true);
    QVERIFY(screen.view->isLoadingOlder());
    bar->setValue(5);
    screen.view->setLoading(false); // it failed: not asked again by itself
    bar->setValue(0);
    looksAround();
    QCOMPARE(wanted.count(), 1);
    bar->setValue(bar->maximum());
    looksAround();
    bar->setValue(0);
    QTRY_COMPARE(wanted.count(), 2);
}

void TimelineViewTest::putsShortConversationsAtTheLowerEdge()
{
    OnScreen screen({textAt(0, u"Hello"_s)});
    const auto bottom = [&screen] {
        const QRect row = screen.placeOf(screen.store.at(0).id);
        return screen.view->viewport()->mapTo(screen.view, row.bottomLeft()).y();
    };
    QTRY_COMPARE(bottom(), screen.view->height() - 1);
    screen.pane.resize(600, 300);
    QTRY_COMPARE(bottom(), 299);
    screen.store.upsert(manyTexts(50, 1));
    QTRY_VERIFY(screen.view->verticalScrollBar()->maximum() > 0);
    QCOMPARE(screen.view->viewport()->height(), 300);
}

void TimelineViewTest::tellsWhatWasClicked()
{
    Message failed = replyAt(60, u"Not gone"_s, Message::Delivery::Failed);
    OnScreen screen({textAt(0, u"https://a.example/x"_s), failed});
    QSignalSpy link(screen.view, &TimelineView::linkRequested);
    QSignalSpy discard(screen.view, &TimelineView::discardRequested);
    QTRY_VERIFY(!screen.placeOf(failed.id).isEmpty());
    BubbleLayout layout(screen.view->messages(), screen.pictures,
                        screen.clock); // where things stand, seen by a second pair of eyes
    layout.setFont(screen.view->font());
    layout.setWidth(screen.view->width());
    const QPointF linkAt = layout.bubble(0).spots.front().place.center();
    const QPointF discardAt = layout.bubble(1).spots.back().place.center();
    QTest::mouseClick(screen.view->viewport(), Qt::LeftButton, {},
                      screen.placeOf(screen.store.at(0).id).topLeft() + linkAt.toPoint());
    QTest::mouseClick(screen.view->viewport(), Qt::LeftButton, {},
                      screen.placeOf(failed.id).topLeft() + discardAt.toPoint());
    QCOMPARE(link.count(), 1);
    QCOMPARE(link.first().first().toUrl(), QUrl(u"https://a.example/x"_s));
    QCOMPARE(discard.count(), 1);
    QCOMPARE(discard.first().first().value<MessageId>(), failed.id);
}

void TimelineViewTest::worksByKeys()
{
    OnScreen screen({textAt(0, u"Hello"_s), replyAt(60, u"Not gone"_s, Message::Delivery::Failed)});
    QSignalSpy retry(screen.view, &TimelineView::retryRequested);
    QSignalSpy edit(screen.view, &TimelineView::editRequested);
    QSignalSpy discard(screen.view, &TimelineView::discardRequested);
    screen.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&screen.pane));
    screen.view->setFocus();
    screen.view->setCurrentIndex(screen.view->model()->index(0, 0));
    QTest::keyClick(screen.view, Qt::Key_Return);
    QTest::keyClick(screen.view, Qt::Key_Delete);
    QCOMPARE(retry.count() + discard.count(), 0); // nothing to do for a customer's text
    QTest::keyClick(screen.view, Qt::Key_Down);
    QTest::keyClick(screen.view, Qt::Key_Return);
    QTest::keyClick(screen.view, Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(screen.view, Qt::Key_Delete);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(edit.count(), 1);
    QCOMPARE(discard.count(), 1);
}

void TimelineViewTest::copiesWhatIsChosen()
{
    OnScreen screen({textAt(0, u"<b>One</b>"_s), replyAt(60, u"Two"_s)});
    screen.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&screen.pane));
    screen.view->setFocus();
    screen.view->selectAll();
    QTest::keyClick(screen.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>One</b>\nTwo"_s);
}

void TimelineViewTest::fetchesPicturesOnScreenOnly()
{
    QList<Message> messages = manyTexts(100, 10);
    messages.prepend(withPicture(0, u"/file-upload/1/above"_s));
    messages.append(withPicture(100'000, u"/file-upload/2/here"_s));
    OnScreen screen(messages);
    QTRY_COMPARE(screen.fetched, QStringList{u"/file-upload/2/here"_s});
    QTRY_COMPARE(screen.pictures.state(u"/file-upload/2/here"_s), Pictures::State::Ready);
    QTRY_VERIFY(screen.isAtEnd()); // its size pushed nothing out of sight
    screen.view->verticalScrollBar()->setValue(0);
    QTRY_COMPARE(screen.fetched.size(), 2);
}

void TimelineViewTest::fetchesOnlyFromTheWorkspace_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("isFetched");
    QTest::newRow("relative") << u"/file-upload/1/a.png"_s << true;
    QTest::newRow("absolute") << u"https://a.example/file-upload/1/a.png"_s << true;
    QTest::newRow("another host") << u"https://evil.example/file-upload/1/a.png"_s << false;
    QTest::newRow("another host without scheme") << u"//evil.example/file-upload/1/a.png"_s << false;
    QTest::newRow("another port") << u"https://a.example:8443/file-upload/1/a.png"_s << false;
    QTest::newRow("another route of ours") << u"/api/v1/logout"_s << false;
    QTest::newRow("a way out") << u"/file-upload/../api/v1/logout"_s << false;
    QTest::newRow("a way out, encoded") << u"/file-upload/%2e%2e/api/v1/logout"_s << false;
    QTest::newRow("inline") << u"data:image/png;base64,AAAA"_s << false;
    QTest::newRow("a local file") << u"file:///etc/passwd"_s << false;
}

void TimelineViewTest::fetchesOnlyFromTheWorkspace()
{
    QFETCH(QString, link);
    QFETCH(bool, isFetched);
    OnScreen screen({withPicture(0, link)});
    QTRY_VERIFY(screen.pictures.state(link) != Pictures::State::Unknown);
    QCOMPARE(!screen.fetched.isEmpty(), isFetched);
}

void TimelineViewTest::decodesPicturesWithinLimits()
{
    const Result<QImage> parcel = decodedPicture(practice::parcelPicture(), {});
    QVERIFY(parcel.isOk() && !parcel->isNull());
    const Result<QImage> wide = decodedPicture(png({6000, 300}), {});
    QVERIFY(wide.isOk());
    QCOMPARE(wide->size(), QSize(640, 32));
    QVERIFY(!decodedPicture(png({8000, 8000}), {}).isOk()); // 64 megapixels in 10 kB
    QVERIFY(!decodedPicture("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", {}).isOk());
    QVERIFY(!decodedPicture("no picture", {}).isOk());
    QVERIFY(!decodedPicture(practice::parcelPicture().left(200), {}).isOk());
    QVERIFY(!decodedPicture(practice::parcelPicture(), {.bytes = 100}).isOk());
    QVERIFY(!decodedPicture(practice::parcelPicture(), {.time = std::chrono::milliseconds(0)}).isOk());
}

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"
