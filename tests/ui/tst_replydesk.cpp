#include "app/practice/state.h"
#include "app/sms/optwords.h"
#include "app/workspace/drafts.h"
#include "app/workspace/outbox.h"
#include "app/workspace/typing.h"
#include "tests/ui/replyplace.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonObject>
#include <QMessageBox>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

practice::PracticeOptions ofVersion(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    return options;
}

/// Somebody else's text in the conversation.
void answerAs(ReplyPlace &place, const QString &username, const QString &text)
{
    practice::State &state = place.console.workspace.state();
    const QJsonObject message{{u"rid"_s, place.room.value}, {u"msg"_s, text}};
    state.posting.post(place.console.userId(username), message, {&place.console, [](const auto &) {}});
}

} // namespace

class ReplyDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBeforeItSends();
    void locksWhoOptedOut();
    void callsATextBack();
    void goesOnToTheNext();
    void knowsTwiliosWords();
    void saysWhoTypes_data();
    void saysWhoTypes();
};

void ReplyDeskTest::readsBeforeItSends()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QTest::keyClicks(&place.reply(), u"A new one leaves today"_s);
    answerAs(place, u"maria"_s, u"I have called you a courier"_s);
    QTRY_VERIFY(place.told().contains(u"answered while you were writing"_s));
    QTRY_COMPARE(place.console.sent(), 1);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QCOMPARE(place.composer().text(), u"A new one leaves today"_s);
    QVERIFY(place.told().contains(u"Enter once more"_s));
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QCOMPARE(place.composer().text(), QString());
    QVERIFY(!place.told().contains(u"answered"_s));
    QTRY_COMPARE(place.console.sent(), 2);
}

void ReplyDeskTest::locksWhoOptedOut()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QTest::keyClicks(&place.reply(), u"Dear"_s);
    place.console.textQuietly(place.customer, u" stop "_s);
    QTRY_VERIFY2(place.told().contains(u"opted out (STOP)"_s), qPrintable(place.told()));
    QVERIFY(place.reply().isReadOnly() && !place.composer().canSend());
    QCOMPARE(place.composer().text(), u"Dear"_s);
    button(place.window, u"Write anyway…"_s)->click();
    auto *question = place.window.findChild<QMessageBox *>();
    QVERIFY(question);
    button(*question, u"Write anyway"_s)->click();
    QTRY_VERIFY(!place.reply().isReadOnly());
    place.console.textQuietly(place.customer, u"STOPALL"_s);
    QTRY_VERIFY(place.reply().isReadOnly()); // a new word is a new lock
    place.console.textQuietly(place.customer, u"Start"_s);
    QTRY_VERIFY(!place.reply().isReadOnly());
    QVERIFY(place.told().isEmpty());
}

void ReplyDeskTest::callsATextBack()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QCOMPARE(place.window.actions().holdSends.first()->isChecked(), true); // at once, until somebody wants otherwise
    place.window.actions().holdSends.last()->trigger();
    QTest::keyClicks(&place.reply(), u"Too early"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QCOMPARE(place.composer().text(), QString());
    QVERIFY(place.told().contains(u"before it leaves"_s));
    QCOMPARE(place.console.session->outbox().waiting(), 1);
    QTest::keySequence(&place.reply(), QKeySequence::Undo);
    QCOMPARE(place.composer().text(), u"Too early"_s);
    QCOMPARE(place.console.session->drafts().text(place.room), u"Too early"_s);
    QCOMPARE(place.console.session->outbox().waiting(), 0);
    QVERIFY(place.told().isEmpty());
    QCOMPARE(place.settings.text(u"holdSend"_s), u"10"_s);
}

void ReplyDeskTest::goesOnToTheNext()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QAction *action = place.window.actions().sendAndNext;
    QTest::keyClicks(&place.reply(), u"The first answer"_s);
    action->trigger();
    QTRY_COMPARE(place.console.sent(), 1);
    QTRY_VERIFY(says(*place.desk, u"Nobody else waits"_s));
    place.console.textQuietly(u"+14155550142"_s, u"And me?"_s);
    QTRY_COMPARE(place.console.conversations().waiting(), 1);
    RoomId other;
    for (int row = 0; row < place.console.conversations().size(); ++row) {
        const Conversation &one = place.console.conversations().at(row);
        other = one.stage == Stage::Queue ? one.id : other;
    }
    place.console.session->commands().take(other, {&place.console, [](const Result<TakeOutcome> &) {}});
    QTRY_COMPARE(place.console.conversations().waiting(), 0);
    QTRY_COMPARE(place.console.conversations().find(other)->needsAnswer, true);
    QTest::keyClicks(&place.reply(), u"Another answer"_s);
    action->trigger();
    QCOMPARE(place.desk->room(), other);
    QCOMPARE(place.composer().text(), QString());
}

void ReplyDeskTest::knowsTwiliosWords()
{
    QCOMPARE(optWordOf(u" stopall\n"_s), OptWord::Stop);
    QCOMPARE(optWordOf(u"Unstop"_s), OptWord::Start);
    QCOMPARE(optWordOf(u"please stop"_s), OptWord::None);
    QVERIFY(isOptOutRefusal(u"Attempt to send to unsubscribed recipient"_s));
    QVERIFY(!isOptOutRefusal(u"The 'To' number is not a valid phone number."_s));
}

void ReplyDeskTest::saysWhoTypes_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonValue>("on");
    QTest::addColumn<QJsonValue>("off");
    QTest::addColumn<QString>("told");
    const QJsonValue typing(QJsonArray{u"user-typing"_s});
    QTest::newRow("3.11") << u"3.11"_s << u"typing"_s << QJsonValue(true) << QJsonValue(false)
                          << u"tom is typing"_s; // agents may not be listed, and members are told without names
    QTest::newRow("6.13") << u"6.13"_s << u"user-activity"_s << typing << QJsonValue(QJsonArray())
                          << u"Tom Becker is typing"_s;
    QTest::newRow("8.8") << u"8.8"_s << u"user-activity"_s << typing << QJsonValue(QJsonArray())
                         << u"Tom Becker is typing"_s;
}

void ReplyDeskTest::saysWhoTypes()
{
    QFETCH(QString, version);
    QFETCH(QString, event);
    QFETCH(QJsonValue, on);
    QFETCH(QJsonValue, off);
    QFETCH(QString, told);
    ReplyPlace place(ofVersion(version));
    QVERIFY(place.open());
    practice::Streams &streams = place.console.workspace.state().streams;
    const QString channel = place.room.value + u'/' + event;
    QTRY_VERIFY_WITH_TIMEOUT((streams.roomActivity(channel, {u"tom"_s, on}, {}), // until the channel is subscribed
                              place.told() == told),
                             10'000);
    streams.roomActivity(channel, {u"ana"_s, on}, {}); // ourselves, elsewhere
    streams.roomActivity(channel, {u"tom"_s, off}, {});
    QTRY_COMPARE(place.told(), QString());

    QList<QJsonArray> ours;
    connect(&streams, &practice::Streams::told, this, [&](const practice::StreamNotice &notice) {
        if (notice.event == channel) {
            ours.append(notice.args);
        }
    });
    QTest::keyClicks(&place.reply(), u"Hello"_s);
    QTRY_COMPARE(ours.size(), 1); // not at each key
    QCOMPARE(ours.first().at(0).toString(), u"ana"_s);
    QCOMPARE(ours.first().at(1), on);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTRY_COMPARE(ours.size(), 2);
    QCOMPARE(ours.last().at(1), off);
}

QTEST_MAIN(ReplyDeskTest)
#include "tst_replydesk.moc"
