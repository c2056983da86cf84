#include "app/workspace/drafts.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/composer/replyedit.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/quietpage.h"
#include "ui/timeline/timelineview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const RoomId room{u"room"_s};
const RoomId other{u"other"_s};

SignedIn ben()
{
    SignedIn signedIn;
    signedIn.account.workspace = QUrl(u"http://127.0.0.1:9"_s);
    signedIn.me = {.id = {u"ben"_s}, .username = u"ben"_s, .name = u"Ben"_s};
    return signedIn;
}

/// A session that has not connected, and the view of its conversations.
struct AtWork {
    AtWork()
        : session(ben(), {http, clock, folder.filePath(u"safe"_s), folder.filePath(u"cache"_s)})
    {
        isStored = session.openStorage().isOk();
        view = std::make_unique<ConversationView>(session, clock);
        view->resize(760, 600);
        view->show();
    }
    void serve(const RoomId &id, const QString &by, bool isOpen = true)
    {
        ++word;
        Room facts{.id = id, .name = u"Marta"_s};
        facts.source = Source::Sms;
        facts.visitor.phone = u"+351912345678"_s;
        facts.ourNumber = u"+15550201234"_s;
        facts.servedBy = {by};
        facts.servedByName = by == u"ana"_s ? u"Ana"_s : u"Ben"_s;
        facts.isOpen = isOpen;
        facts.updatedAt = clock.now().addSecs(word);
        session.conversations().applyRoom(facts);
    }
    void queue(const RoomId &id)
    {
        ++word;
        Inquiry inquiry{.id = {u"inquiry"_s}, .room = id, .name = u"Marta"_s, .text = u"Hi, it arrived broken"_s};
        inquiry.status = Inquiry::Status::Queued;
        inquiry.source = Source::Sms;
        inquiry.updatedAt = clock.now().addSecs(word);
        session.conversations().applyInquiry(inquiry);
    }
    void open(const RoomId &id)
    {
        session.setView({.openRoom = id, .isWindowActive = true});
        view->open(id);
    }
    QString notice() const
    {
        const NoticeBar *bar = view->findChild<Composer *>()->findChild<NoticeBar *>();
        return bar->isVisible() ? bar->text() : QString();
    }
    QPushButton *button(const QString &name) const
    {
        for (QPushButton *one : view->findChildren<QPushButton *>()) {
            if (one->accessibleName() == name || (one->accessibleName().isEmpty() && one->text() == name)) {
                return one;
            }
        }
        return nullptr;
    }
    ReplyEdit *reply() const { return view->findChild<ReplyEdit *>(); }
    MessageModel &messages() const { return view->findChild<TimelineView *>()->messages(); }

    QTemporaryDir folder;
    HttpClient http;
    ManualClock clock;
    Session session;
    std::unique_ptr<ConversationView> view;
    bool isStored = false;
    int word = 0;
};

} // namespace

class ConversationViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsEmpty();
    void answersWhatIsMine();
    void keepsADraftForEachConversation();
    void keepsTheTextWhenItCannotBeKept();
    void asksToTakeWhatIsQueued();
    void asksToClose();
    void staysReadableWhenClosed();
    void saysWhoAnswersNow();
    void takesAFailedTextBack();
};

void ConversationViewTest::startsEmpty()
{
    AtWork work;
    QVERIFY(work.view->room().isEmpty());
    QCOMPARE(work.view->findChild<QuietPage *>()->accessibleName(), u"Choose a conversation"_s);
    QVERIFY(!work.reply()->isVisible());
}

void ConversationViewTest::answersWhatIsMine()
{
    AtWork work;
    QVERIFY(work.isStored);
    work.serve(room, u"ben"_s);
    work.open(room);
    QVERIFY(work.reply()->isVisible() && !work.reply()->isReadOnly());
    QTest::keyClicks(work.reply(), u"A new one leaves today"_s);
    QCOMPARE(work.session.drafts().text(room), u"A new one leaves today"_s);
    QTest::keyClick(work.reply(), Qt::Key_Return);
    QCOMPARE(work.messages().rowCount(), 1);
    QCOMPARE(work.messages().message(0).delivery, Message::Delivery::Waiting);
    QCOMPARE(work.session.outbox().waiting(), 1);
    QCOMPARE(work.reply()->toPlainText(), QString());
    QCOMPARE(work.session.drafts().text(room), QString());
}

void ConversationViewTest::keepsADraftForEachConversation()
{
    AtWork work;
    work.serve(room, u"ben"_s);
    work.serve(other, u"ben"_s);
    work.open(room);
    QTest::keyClicks(work.reply(), u"For Marta"_s);
    work.open(other);
    QCOMPARE(work.reply()->toPlainText(), QString());
    QTest::keyClicks(work.reply(), u"For Sam"_s);
    work.open(room);
    QCOMPARE(work.reply()->toPlainText(), u"For Marta"_s);
    work.view->clear();
    QCOMPARE(work.session.drafts().text(other), u"For Sam"_s);
    QVERIFY(work.view->room().isEmpty());
}

void ConversationViewTest::keepsTheTextWhenItCannotBeKept()
{
    AtWork work;
    work.serve(room, u"ben"_s);
    work.open(room);
    QTest::keyClicks(work.reply(), u"Hello"_s);
    work.session.outbox().setBlocked(room, true); // it ended a moment ago, and the view has not heard
    QTest::keyClick(work.reply(), Qt::Key_Return);
    QCOMPARE(work.reply()->toPlainText(), u"Hello"_s);
    QCOMPARE(work.messages().rowCount(), 0);
    QStringList bars;
    for (const NoticeBar *bar : work.view->findChildren<NoticeBar *>()) {
        bars.append(bar->text());
    }
    QVERIFY2(bars.join(u' ').contains(u"closed"_s), qPrintable(bars.join(u' ')));
}

void ConversationViewTest::asksToTakeWhatIsQueued()
{
    AtWork work;
    work.queue(room);
    work.open(room);
    QSignalSpy take(work.view.get(), &ConversationView::takeRequested);
    QVERIFY(work.button(u"Take"_s)->isVisible());
    QVERIFY(!work.button(u"Close conversation"_s)->isVisible());
    QVERIFY(work.reply()->isReadOnly());
    QCOMPARE(work.notice(), u"Take this conversation to answer"_s);
    QTest::mouseClick(work.button(u"Take"_s), Qt::LeftButton);
    QCOMPARE(take.count(), 1);
    work.view->setTaking({room});
    QVERIFY(!work.button(u"Take"_s)->isEnabled());
    QCOMPARE(work.button(u"Take"_s)->text(), u"Taking…"_s);
    work.view->setTaking({other});
    QVERIFY(work.button(u"Take"_s)->isEnabled());
    QCOMPARE(work.button(u"Take"_s)->text(), u"Take"_s);
    work.view->setTaking({});
    work.serve(room, u"ben"_s);
    work.view->focusReply(); // as the window does when the answer comes
    QVERIFY(!work.reply()->isReadOnly() && work.reply()->isEnabled());
    QVERIFY(!work.button(u"Take"_s)->isVisible());
}

void ConversationViewTest::asksToClose()
{
    AtWork work;
    work.serve(room, u"ben"_s);
    work.open(room);
    QSignalSpy close(work.view.get(), &ConversationView::closeRequested);
    QTest::mouseClick(work.button(u"Close conversation"_s), Qt::LeftButton);
    QCOMPARE(close.count(), 1);
    QCOMPARE(close.first().first().value<RoomId>(), room);
}

void ConversationViewTest::staysReadableWhenClosed()
{
    AtWork work;
    work.serve(room, u"ben"_s);
    work.open(room);
    work.serve(room, u"ben"_s, false);
    QTRY_COMPARE(work.notice(), u"This conversation is closed"_s);
    QVERIFY(work.reply()->isReadOnly());
    QVERIFY(!work.button(u"Close conversation"_s)->isVisible());
    QVERIFY(work.view->findChild<TimelineView *>()->isVisible());
}

void ConversationViewTest::saysWhoAnswersNow()
{
    AtWork work;
    work.serve(room, u"ben"_s);
    work.open(room);
    QTest::keyClicks(work.reply(), u"Half a sen"_s);
    work.serve(room, u"ana"_s);
    QTRY_COMPARE(work.notice(), u"Ana answers this conversation now"_s);
    QVERIFY(work.reply()->isReadOnly());
    QCOMPARE(work.reply()->toPlainText(), u"Half a sen"_s);
    QCOMPARE(work.session.drafts().text(room), u"Half a sen"_s);

    Message taken{.id = {u"taken"_s}, .room = room, .author = Message::Author::System};
    taken.event = Message::Event::Taken;
    taken.authorId = u"ana"_s;
    taken.authorName = u"Ana Sousa"_s;
    taken.at = work.clock.now();
    work.messages().store()->upsert({taken});
    work.serve(room, u"ana"_s);
    QTRY_COMPARE(work.notice(), u"Ana Sousa answers this conversation now"_s);
}

void ConversationViewTest::takesAFailedTextBack()
{
    AtWork work;
    work.serve(room, u"ben"_s);
    work.open(room);
    QTest::keyClicks(work.reply(), u"First"_s);
    QTest::keyClick(work.reply(), Qt::Key_Return);
    work.session.outbox().setBlocked(room, true);
    QTRY_COMPARE(work.messages().message(0).delivery, Message::Delivery::Failed);
    QTest::keyClicks(work.reply(), u"Second"_s);
    auto *timeline = work.view->findChild<TimelineView *>();
    Q_EMIT timeline->editRequested(work.messages().message(0).id);
    QCOMPARE(work.reply()->toPlainText(), u"First\nSecond"_s);
    QCOMPARE(work.session.drafts().text(room), u"First\nSecond"_s);
    QCOMPARE(work.messages().rowCount(), 0);
}

QTEST_MAIN(ConversationViewTest)
#include "tst_conversationview.moc"
