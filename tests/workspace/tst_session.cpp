#include "console.h"

#include "app/workspace/abilities.h"
#include "app/workspace/drafts.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace greenline;

using Line = ConnectionState::Line;

/// The main job, and what may come between: over real sockets, against the practice workspace.
class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAnSmsFromQueueToClose_data();
    void answersAnSmsFromQueueToClose();
    void automaticRoutingGivesConversations();
    void marksAnSmsThatTheProviderRefuses();
    void whatWasTypedWhileOfflineLeavesOnce();
    void aTextThatIsStreamedFirstHidesNoGap();
    void aLostAnswerDoesNotSendTwice();
    void aRevokedTokenEndsTheSession();
    void signingOutMakesTheAgentUnavailable();
    void nothingIsMissedWhileTheLineComesAndGoes();
    void aRestartShowsTheCachedList();
    void aKeptAccountKnowsWhatItMay_data();
    void aKeptAccountKnowsWhatItMay();
};

static const QString customer = u"+12125550142"_s;

/// Queued, taken and opened: the beginning of most tests. Null when it did not work.
static MessageStore *takeFirst(Console &console, const QString &text)
{
    console.text(customer, text);
    if (!QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Queue; })) {
        return nullptr;
    }
    const RoomId room = console.only()->id;
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(&console));
    if (!QTest::qWaitFor([&] { return taken.isHere(); }) || !taken.result()
        || taken.result()->verdict != TakeOutcome::Verdict::Mine) {
        return nullptr;
    }
    MessageStore &store = console.session->timelines().open(room);
    return QTest::qWaitFor([&] { return !console.session->timelines().isLoading(room); }) ? &store : nullptr;
}

static Message::Delivery deliveryOf(const MessageStore &store, const MessageId &id)
{
    const int row = store.rowOf(id);
    return row < 0 ? Message::Delivery::Failed : store.at(row).delivery;
}

void SessionTest::answersAnSmsFromQueueToClose_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<practice::Licence>("licence");
    for (const QString &version : {u"3.11"_s, u"5.3"_s, u"6.13"_s, u"7.7"_s, u"7.12"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version << practice::Licence::None;
    }
    QTest::newRow("8.8 enterprise") << u"8.8"_s << practice::Licence::Enterprise;
}

void SessionTest::answersAnSmsFromQueueToClose()
{
    practice::PracticeOptions options = Console::quiet();
    QFETCH(QString, version);
    QFETCH(practice::Licence, licence);
    options.version = version;
    options.licence = licence;
    Console console(options);
    QVERIFY(console.signIn());
    QVERIFY(console.start());

    console.text(customer, u"Where is my order?"_s);
    QTRY_VERIFY(console.only());
    QTRY_COMPARE(console.only()->preview, u"Where is my order?"_s);
    QCOMPARE(console.only()->stage, Stage::Queue);
    QCOMPARE(console.only()->source, Source::Sms);
    QCOMPARE(console.only()->customerNumber, u"12125550142"_s);
    QCOMPARE(console.only()->customerPresence, Presence::Online);

    const RoomId room = console.only()->id;
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(&console));
    QTRY_VERIFY(taken.isHere());
    QVERIFY2(taken.result(), qPrintable(taken.result() ? QString() : taken.result().error().detail));
    QCOMPARE(taken.result()->verdict, TakeOutcome::Verdict::Mine);
    QTRY_COMPARE(console.only()->stage, Stage::Mine);
    QCOMPARE(console.only()->ourNumber, console.workspace.number());

    MessageStore &store = console.session->timelines().open(room);
    QTRY_VERIFY(textsOf(store).contains(u"Customer: Where is my order?"_s));
    const Result<MessageId> reply = console.session->outbox().send(room, u"On its way 🙂"_s);
    QVERIFY(reply);
    QTRY_COMPARE(console.sent(), 1);
    QTRY_COMPARE(deliveryOf(store, *reply), Message::Delivery::Saved);
    const practice::SentSms &sms = console.workspace.twilio().sent().constFirst();
    QCOMPARE(sms.body, u"On its way 🙂"_s);
    QCOMPARE(sms.to, customer);
    QCOMPARE(sms.from, console.workspace.number());

    console.text(customer, u"Thanks!"_s);
    QTRY_COMPARE(console.only()->preview, u"Thanks!"_s);
    QTRY_VERIFY(console.only()->unread > 0);
    QVERIFY(console.only()->needsAnswer);
    QTRY_COMPARE(textsOf(store),
                 (QStringList{u"Customer: Where is my order?"_s, u"Agent: On its way 🙂"_s, u"Customer: Thanks!"_s}));

    Awaited<Done> closed;
    console.session->commands().close(room, {u"solved"_s, {}}, closed.then(&console));
    QTRY_VERIFY(closed.isHere());
    QVERIFY2(closed.result(), qPrintable(closed.result() ? QString() : closed.result().error().detail));
    QTRY_COMPARE(console.conversations().size(), 0);
    QCOMPARE(console.sent(), 1);
    const Result<MessageId> late = console.session->outbox().send(room, u"One more thing"_s);
    QVERIFY(!late);
    QCOMPARE(late.error().code, u"closed"_s);
}

void SessionTest::automaticRoutingGivesConversations()
{
    practice::PracticeOptions options = Console::quiet();
    options.routing = practice::Routing::Auto;
    Console console(options);
    QVERIFY(console.signIn());
    QVERIFY(console.start());
    QTRY_COMPARE(console.session->agent().me().presence, Presence::Online);
    console.text(customer, u"hello"_s);
    QTRY_VERIFY(console.only() && console.only()->stage == Stage::Mine);
    QTRY_COMPARE(console.only()->preview, u"hello"_s);
    QCOMPARE(console.only()->source, Source::Sms);
    QVERIFY(!console.session->mayPreviewQueue());
}

void SessionTest::marksAnSmsThatTheProviderRefuses()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    MessageStore *store = takeFirst(console, u"hello"_s);
    QVERIFY(store);
    console.workspace.twilio().setAnswer(practice::PracticeTwilio::Answer::InvalidTo);
    const Result<MessageId> reply = console.session->outbox().send(store->room(), u"hi"_s);
    QVERIFY(reply);
    QTRY_COMPARE(deliveryOf(*store, *reply), Message::Delivery::Refused);
    QVERIFY(!store->at(store->rowOf(*reply)).reason.isEmpty());
    QTRY_VERIFY(console.only()->hasFailure);

    // The mark outlives the workspace's own word, which calls the message saved.
    console.endSession();
    QVERIFY(console.start());
    QTRY_VERIFY(console.only());
    MessageStore &again = console.session->timelines().open(console.only()->id);
    QTRY_VERIFY(again.rowOf(*reply) >= 0 && !console.session->timelines().isLoading(again.room()));
    QCOMPARE(deliveryOf(again, *reply), Message::Delivery::Refused);
}

void SessionTest::whatWasTypedWhileOfflineLeavesOnce()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    MessageStore *store = takeFirst(console, u"hello"_s);
    QVERIFY(store);
    console.workspace.stop();
    QTRY_VERIFY(console.line() != Line::Live);
    const Result<MessageId> reply = console.session->outbox().send(store->room(), u"typed while offline"_s);
    QVERIFY(reply);
    QCOMPARE(deliveryOf(*store, *reply), Message::Delivery::Waiting);
    console.textQuietly(customer, u"are you there?"_s); // came in while we were cut off
    console.textQuietly(u"+447700900123"_s, u"another customer"_s);

    QVERIFY(console.workspace.start());
    console.session->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(console.line(), Line::Live, 15'000);
    QTRY_COMPARE(deliveryOf(*store, *reply), Message::Delivery::Saved);
    QCOMPARE(console.sent(), 1);
    QTRY_COMPARE(textsOf(*store),
                 (QStringList{u"Customer: hello"_s, u"Customer: are you there?"_s, u"Agent: typed while offline"_s}));
    QCOMPARE(console.conversations().size(), 2);
    QCOMPARE(console.conversations().waiting(), 1);
}

void SessionTest::aTextThatIsStreamedFirstHidesNoGap()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    MessageStore *store = takeFirst(console, u"hello"_s);
    QVERIFY(store);
    console.workspace.stop();
    QTRY_VERIFY(console.line() != Line::Live);
    console.textQuietly(customer, u"missed"_s);
    // The room's stream may speak before the other subscriptions stand and the catch-up is asked for.
    const QDateTime later = console.clock.now().addSecs(60);
    console.session->timelines().apply(
        {.id = {u"streamed"_s}, .room = store->room(), .text = u"streamed"_s, .at = later, .updatedAt = later});
    QVERIFY(console.workspace.start());
    console.session->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(
        textsOf(*store), (QStringList{u"Customer: hello"_s, u"Customer: missed"_s, u"Customer: streamed"_s}), 15'000);
}

void SessionTest::aLostAnswerDoesNotSendTwice()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    MessageStore *store = takeFirst(console, u"hello"_s);
    QVERIFY(store);
    console.workspace.faults().loseAnswers = 1;
    const Result<MessageId> reply = console.session->outbox().send(store->room(), u"once"_s);
    QVERIFY(reply);
    QTRY_COMPARE_WITH_TIMEOUT(deliveryOf(*store, *reply), Message::Delivery::Saved, 15'000);
    QTRY_COMPARE(console.session->outbox().waiting(), 0);
    QCOMPARE(console.sent(), 1);
    QCOMPARE(textsOf(*store), (QStringList{u"Customer: hello"_s, u"Agent: once"_s}));
}

void SessionTest::aRevokedTokenEndsTheSession()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    MessageStore *store = takeFirst(console, u"hello"_s);
    QVERIFY(store);
    console.session->drafts().set(store->room(), u"half a sent"_s);
    QSignalSpy expired(console.session.get(), &Session::expired);
    console.workspace.state().accounts.revokeAll(console.userId(u"ana"_s));
    QTRY_COMPARE_WITH_TIMEOUT(expired.size(), 1, 15'000);
    QCOMPARE(console.line(), Line::SignedOut);
    const Result<MessageId> reply = console.session->outbox().send(store->room(), u"kept"_s);
    QVERIFY(reply); // written down, and leaves after signing in again

    QVERIFY(console.signIn());
    console.endSession();
    QVERIFY(console.start());
    QCOMPARE(console.session->drafts().text(console.only()->id), QString()); // sending has used it up
    QTRY_COMPARE(console.sent(), 1);
    QCOMPARE(console.workspace.twilio().sent().constFirst().body, u"kept"_s);
}

void SessionTest::signingOutMakesTheAgentUnavailable()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const QString ana = console.userId(u"ana"_s);
    QVERIFY(console.workspace.state().presence.isAvailable(ana));
    Awaited<Done> signedOut;
    console.session->signOut(signedOut.then(&console));
    QTRY_VERIFY(signedOut.isHere());
    QVERIFY(signedOut.result());
    QCOMPARE(console.line(), Line::SignedOut);
    QVERIFY(!console.workspace.state().presence.isAvailable(ana));
    QVERIFY(!console.workspace.state().accounts.isToken(ana, console.signedIn.credentials.authToken));
}

/// 500 texts of 25 customers, one in each turn of the event loop, from before the first connection on, while the line
/// is cut again and again: between any two steps of the handshake something arrives.
void SessionTest::nothingIsMissedWhileTheLineComesAndGoes()
{
    constexpr int texts = 500;
    constexpr int customers = 25;
    Console console;
    QVERIFY(console.signIn());
    console.textQuietly(u"+12125550100"_s, u"text 0"_s);
    int written = 1;
    QTimer writer;
    connect(&writer, &QTimer::timeout, this, [&] {
        console.textQuietly(u"+121255501%1"_s.arg(written % customers, 2, 10, QChar(u'0')), u"text %1"_s.arg(written));
        if (written % 90 == 0) {
            Q_EMIT console.workspace.faults().dropSockets();
            console.session->retryNow();
        }
        if (++written == texts) {
            writer.stop();
        }
    });
    console.session = std::make_unique<Session>(
        console.signedIn,
        Session::Needs{console.http, console.clock, console.profile.filePath(u"safe.db"_s), u":memory:"_s});
    QVERIFY(console.session->openStorage());
    console.session->start();
    writer.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(written, texts, 30'000);
    console.session->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(console.line(), Line::Live, 30'000);
    QTRY_COMPARE(console.conversations().size(), customers);
    for (int row = 0; row < customers; ++row) {
        const QString last = console.conversations().at(row).customerNumber.right(2);
        QTRY_COMPARE(console.conversations().at(row).preview, u"text %1"_s.arg(texts - customers + last.toInt()));
    }
    int found = 0;
    for (int row = 0; row < customers; ++row) {
        MessageStore &store = console.session->timelines().open(console.conversations().at(row).id);
        QTRY_VERIFY(!console.session->timelines().isLoading(store.room()));
        found += static_cast<int>(textsOf(store).size());
        console.session->timelines().release(store.room());
    }
    QCOMPARE(found, texts);
}

void SessionTest::aRestartShowsTheCachedList()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    QVERIFY(takeFirst(console, u"hello"_s));
    console.session->stop();
    console.endSession();
    console.workspace.stop();
    console.session
        = std::make_unique<Session>(console.signedIn,
                                    Session::Needs{console.http, console.clock, console.profile.filePath(u"safe.db"_s),
                                                   console.profile.filePath(u"cache.db"_s)});
    QVERIFY(console.session->openStorage());
    console.session->showCache();
    QVERIFY(console.only());
    QCOMPARE(console.only()->stage, Stage::Mine);
    QCOMPARE(console.only()->preview, u"hello"_s);
    QCOMPARE(textsOf(console.session->timelines().open(console.only()->id)), QStringList{u"Customer: hello"_s});
}

void SessionTest::aKeptAccountKnowsWhatItMay_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

/// The account file knows no roles; the workspace tells them once the line is there.
void SessionTest::aKeptAccountKnowsWhatItMay()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    Console console(options);
    QVERIFY(console.signIn());
    SignedIn kept = SignIn::known(console.signedIn.account);
    kept.credentials = console.signedIn.credentials;
    console.signedIn = kept;
    QVERIFY(console.start());
    const Abilities &abilities = console.session->abilities();
    QTRY_COMPARE(abilities.verdict(Ability::Take), Verdict());
    QTRY_COMPARE(abilities.verdict(Ability::SeeManagerBoard).why, Verdict::Why::Permission);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
