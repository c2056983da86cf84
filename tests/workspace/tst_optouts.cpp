#include "console.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Who wants no more texts is known without a look at the conversation.
class OptOutsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStopOutsideTheScreenIsKnownUntilAStart();
    void aRefusalOutsideTheScreenIsKnownAfterARestart();
    void anOwnTextNamesItsAuthorWhereverItStands();
};

namespace {

const QString customer = u"+12125550142"_s;

/// The one conversation, ours and not opened. Empty: it did not work.
RoomId takenUnopened(Console &console)
{
    console.text(customer, u"Where is my order?"_s);
    if (!QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Queue; })) {
        return {};
    }
    const RoomId room = console.only()->id;
    console.session->commands().take(room, {&console, [](const Result<TakeOutcome> &) {}});
    return QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Mine; }) ? room : RoomId();
}

bool hasOptedOut(const Console &console)
{
    return console.only() && console.only()->hasOptedOut;
}

/// Once the outbox knows that the conversation is ours. Once only: a second text would leave after the next start.
bool isSentOnce(Outbox &outbox, const RoomId &room, const QString &text)
{
    return QTest::qWaitFor([&] { return outbox.send(room, text).isOk(); });
}

} // namespace

void OptOutsTest::aStopOutsideTheScreenIsKnownUntilAStart()
{
    Console console(Console::quiet());
    QVERIFY(console.signIn() && console.start());
    QVERIFY(!takenUnopened(console).isEmpty());
    QVERIFY(!hasOptedOut(console));
    console.text(customer, u"Stop"_s);
    QTRY_VERIFY(hasOptedOut(console));
    console.text(customer, u"I mean it"_s); // goes on being so, whatever else is said
    QTRY_COMPARE(console.only()->preview, u"I mean it"_s);
    QVERIFY(hasOptedOut(console));

    console.session->stop();
    console.endSession();
    console.session
        = std::make_unique<Session>(console.signedIn,
                                    Session::Needs{console.http, console.clock, console.profile.filePath(u"safe.db"_s),
                                                   console.profile.filePath(u"cache.db"_s)});
    QVERIFY(console.session->openStorage());
    console.session->showCache(); // nobody was asked yet
    QVERIFY(hasOptedOut(console));
    console.session->start();
    QTRY_COMPARE(console.line(), ConnectionState::Line::Live);
    QVERIFY(hasOptedOut(console));
    console.text(customer, u"START"_s);
    QTRY_VERIFY(console.only() && !console.only()->hasOptedOut);
}

void OptOutsTest::aRefusalOutsideTheScreenIsKnownAfterARestart()
{
    Console console(Console::quiet());
    QVERIFY(console.signIn() && console.start());
    const RoomId room = takenUnopened(console);
    console.workspace.twilio().setAnswer(practice::PracticeTwilio::Answer::OptedOut);
    QVERIFY(isSentOnce(console.session->outbox(), room, u"On its way"_s));
    QTRY_VERIFY(hasOptedOut(console));
    console.session->stop();
    console.endSession();
    QVERIFY(console.start());
    QTRY_VERIFY(hasOptedOut(console));
    console.text(customer, u"unstop"_s);
    QTRY_VERIFY(console.only() && !console.only()->hasOptedOut);
}

void OptOutsTest::anOwnTextNamesItsAuthorWhereverItStands()
{
    Console console(Console::quiet());
    QVERIFY(console.signIn() && console.start());
    const RoomId room = takenUnopened(console);
    Outbox &outbox = console.session->outbox();
    outbox.setOnline(false);
    QVERIFY(isSentOnce(outbox, room, u"On its way"_s));
    QCOMPARE(outbox.messagesOf(room).first().authorName, u"Ana Duarte"_s);
    outbox.setBlocked(room, true); // no longer ours
    const Message failed = outbox.messagesOf(room).first();
    QCOMPARE(failed.delivery, Message::Delivery::Failed);
    QCOMPARE(failed.authorName, u"Ana Duarte"_s);
    QCOMPARE(failed.authorId, console.signedIn.me.id.value);
}

QTEST_GUILESS_MAIN(OptOutsTest)
#include "tst_optouts.moc"
