#include "app/workspace/finding.h"

#include "app/omnichannel/messagestore.h"
#include "app/sms/phonenumber.h"

#include "tests/workspace/console.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const QString bo = u"+14155550142"_s;
const QString ida = u"+351912345678"_s;

practice::PracticeOptions archiveOf(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    return options;
}

QStringList wordsOf(const QList<Found> &found)
{
    QStringList words;
    for (const Found &one : found) {
        words.append(one.message ? one.message->text : u"room "_s + digitsOf(one.conversation.customerNumber));
    }
    return words;
}

} // namespace

/// Finding what was said, on this computer and in the workspace.
class SearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWasSeenWithoutTheServer();
    void asksTheWorkspaceForMore_data();
    void asksTheWorkspaceForMore();
    void findsInOneConversation_data();
    void findsInOneConversation();
    void opensAgainWhatHasEnded();
    void reachesBackToAMoment();
    void anotherJourneyEndsTheFirst();
    void readsAWholeHistory();
    void readingCanBeEnded();

private:
    static const Conversation *takenFrom(Console &console, const QString &number, const QString &text);
    static void addVersions();
};

void SearchTest::addVersions()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "6.13", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

const Conversation *SearchTest::takenFrom(Console &console, const QString &number, const QString &text)
{
    console.text(number, text);
    const auto listed = [&]() -> const Conversation * {
        for (int row = 0; row < console.conversations().size(); ++row) {
            if (isSameNumber(console.conversations().at(row).customerNumber, number)) {
                return &console.conversations().at(row);
            }
        }
        return nullptr;
    };
    if (!QTest::qWaitFor([&] { return listed() && listed()->stage == Stage::Queue; })) {
        return nullptr;
    }
    console.session->commands().take(listed()->id, {&console, [](const Result<TakeOutcome> &) {}});
    return QTest::qWaitFor([&] { return listed() && listed()->stage == Stage::Mine; }) ? listed() : nullptr;
}

void SearchTest::findsWhatWasSeenWithoutTheServer()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"The parcel is broken"_s);
    QVERIFY(taken);
    const RoomId room = taken->id;
    Search &search = console.session->finding().search;
    QVERIFY2(search.here(u"parc"_s, 50).isEmpty(), "never opened, so never read");
    const MessageStore &store = console.session->timelines().open(room);
    QTRY_VERIFY(textsOf(store).contains(u"Customer: The parcel is broken"_s));
    console.text(bo, u"And the párcel is late"_s);
    QTRY_VERIFY(textsOf(store).contains(u"Customer: And the párcel is late"_s));

    search.prepare();
    QCOMPARE(wordsOf(search.here(u"PARC is"_s, 50)),
             (QStringList{u"And the párcel is late"_s, u"The parcel is broken"_s}));
    QCOMPARE(search.here(u"broken"_s, 50).first().conversation.id, room);
    QCOMPARE(wordsOf(search.here(u"(415) 555-01"_s, 50)), QStringList{u"room 14155550142"_s});
    QVERIFY(search.here(u"parcels"_s, 50).isEmpty());
}

void SearchTest::asksTheWorkspaceForMore_data()
{
    addVersions();
}

void SearchTest::asksTheWorkspaceForMore()
{
    QFETCH(QString, version);
    Console console(archiveOf(version));
    QVERIFY(console.signIn() && console.start());
    QVERIFY(takenFrom(console, bo, u"The parcel is broken"_s));
    const Conversation *second = takenFrom(console, ida, u"Which colours are there?"_s);
    QVERIFY(second);
    console.session->commands().close(second->id, {u"done"_s, {}}, {this, [](const Status &) {}});
    QTRY_VERIFY(console.only());

    Search &search = console.session->finding().search;
    Awaited<QList<Found>> words;
    search.inWorkspace(u"parcel"_s, 20, words.then(this));
    QTRY_VERIFY(words.isHere());
    QVERIFY2(words.result(), qPrintable(words.result() ? QString() : words.result().error().detail));
    QCOMPARE(wordsOf(*words.result()), QStringList{u"The parcel is broken"_s});

    Awaited<QList<Found>> number;
    search.inWorkspace(u"+351 912 345"_s, 20, number.then(this));
    QTRY_VERIFY(number.isHere() && number.result());
    QCOMPARE(wordsOf(*number.result()), QStringList{u"room 351912345678"_s});
    QCOMPARE(number.result()->first().conversation.stage, Stage::Closed);
}

void SearchTest::findsInOneConversation_data()
{
    addVersions();
}

void SearchTest::findsInOneConversation()
{
    QFETCH(QString, version);
    Console console(archiveOf(version));
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"One parcel"_s);
    QVERIFY(taken);
    console.textQuietly(bo, u"Another parcel"_s);
    console.textQuietly(bo, u"A letter"_s);
    Awaited<QList<Message>> found;
    console.session->finding().search.inConversation(taken->id, u"parcel"_s, 20, found.then(this));
    QTRY_VERIFY(found.isHere() && found.result());
    QCOMPARE(found.result()->size(), 2);
    QCOMPARE(found.result()->first().text, u"One parcel"_s);
}

void SearchTest::opensAgainWhatHasEnded()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"Hello"_s);
    QVERIFY(taken);
    const RoomId room = taken->id;
    console.session->commands().close(room, {u"done"_s, {}}, {this, [](const Status &) {}});
    QTRY_COMPARE(console.conversations().size(), 0);
    console.session->finding().known.write();
    console.endSession();
    QVERIFY(console.start());
    QVERIFY(!console.conversations().facts(room));

    Search &search = console.session->finding().search;
    QCOMPARE(wordsOf(search.here(u"0142"_s, 5)), QStringList{u"room 14155550142"_s});
    Awaited<Done> known;
    search.makeKnown(room, known.then(this));
    QTRY_VERIFY(known.isHere() && known.result());
    QVERIFY(console.conversations().facts(room)->room->closedAt.isValid());

    Awaited<Done> unknown;
    search.makeKnown({u"nowhere"_s}, unknown.then(this));
    QTRY_VERIFY(unknown.isHere() && !unknown.result());
}

void SearchTest::reachesBackToAMoment()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"The first of all"_s);
    QVERIFY(taken);
    const RoomId room = taken->id;
    for (int number = 0; number < 320; ++number) {
        console.textQuietly(bo, u"Text %1"_s.arg(number));
    }
    Awaited<Done> notOpen;
    console.session->finding().reach.to(room, {}, notOpen.then(this));
    QVERIFY(notOpen.isHere() && !notOpen.result());

    const MessageStore &store = console.session->timelines().open(room);
    QTRY_VERIFY(store.size() >= 50 && !console.session->timelines().isLoading(room));
    QVERIFY(store.hasOlder() && store.size() < 320);
    Awaited<Done> arrived;
    console.session->finding().reach.to(room, QDateTime::fromMSecsSinceEpoch(0), arrived.then(this));
    QTRY_VERIFY(arrived.isHere());
    QVERIFY(arrived.result());
    QVERIFY(!store.hasOlder());
    QVERIFY(textsOf(store).contains(u"Customer: The first of all"_s));
}

void SearchTest::anotherJourneyEndsTheFirst()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"Hello"_s);
    QVERIFY(taken);
    const RoomId room = taken->id;
    console.session->timelines().open(room);
    Reach &reach = console.session->finding().reach;
    Awaited<Done> first;
    Awaited<Done> second;
    reach.to(room, QDateTime::fromMSecsSinceEpoch(0), first.then(this));
    reach.to(room, QDateTime::fromMSecsSinceEpoch(0), second.then(this));
    QVERIFY(first.isHere() && first.result().error().kind == Error::Kind::Cancelled);
    QTRY_VERIFY(second.isHere() && second.result());
}

void SearchTest::readsAWholeHistory()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"The first of all"_s);
    QVERIFY(taken);
    for (int number = 0; number < 420; ++number) {
        console.textQuietly(bo, u"Text %1"_s.arg(number));
    }
    WholeHistory &history = console.session->finding().history;
    const QSignalSpy progress(&history, &WholeHistory::progressed);
    Awaited<QList<Message>> read;
    history.read(taken->id, read.then(this));
    QTRY_VERIFY(read.isHere() && read.result());
    QStringList texts;
    for (const Message &message : *read.result()) {
        if (message.author == Message::Author::Customer) {
            texts.append(message.text);
        }
    }
    QCOMPARE(texts.size(), 421);
    QCOMPARE(texts.first(), u"The first of all"_s);
    QCOMPARE(texts.last(), u"Text 419"_s);
    QVERIFY(progress.size() >= 1);
}

void SearchTest::readingCanBeEnded()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const Conversation *taken = takenFrom(console, bo, u"Hello"_s);
    QVERIFY(taken);
    WholeHistory &history = console.session->finding().history;
    Awaited<QList<Message>> read;
    history.read(taken->id, read.then(this));
    history.cancel();
    QVERIFY(read.isHere() && read.result().error().kind == Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
