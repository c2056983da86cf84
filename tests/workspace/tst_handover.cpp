#include "console.h"

#include "app/rest/queueapi.h"
#include "app/rest/roomsapi.h"
#include "app/workspace/abilities.h"
#include "app/workspace/colleagues.h"
#include "app/workspace/handover.h"
#include "app/workspace/returning.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Giving conversations away, in the versions that do it differently.
class HandoverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void forwardsToAnAgent_data();
    void forwardsToAnAgent();
    void forwardsToADepartment_data();
    void forwardsToADepartment();
    void keepsWhatWasNotForwarded();
    void returnsAfterThePause_data();
    void returnsAfterThePause();
    void returnsNothingWhenUndone();
    void sendsTheFirstOnItsWay();
    void placesOnHold_data();
    void placesOnHold();
    void takesOver();
    void joinsAsObserver();
    void findsColleagues_data();
    void findsColleagues();
};

namespace {

constexpr auto customer = "+12125550142"_L1;

practice::PracticeOptions playing(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    options.licence = practice::Licence::Enterprise;
    options.moreDepartments = {u"Billing"_s};
    return options;
}

void addVersions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"7.7"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void letAgentsForward(Console &console)
{
    console.workspace.state().documents.permissions.change(
        u"transfer-livechat-guest"_s, {{u"roles"_s, QJsonArray{u"livechat-agent"_s, u"livechat-manager"_s}}});
}

/// A console of ana, who serves one conversation.
RoomId serveOne(Console &console)
{
    letAgentsForward(console);
    if (!console.signIn() || !console.start()) {
        return {};
    }
    console.text(customer, u"hello"_s);
    if (!QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Queue; })) {
        return {};
    }
    const RoomId room = console.only()->id;
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(&console));
    const bool isMine = QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Mine; });
    return isMine ? room : RoomId();
}

template <typename Ask>
Status answerTo(Console &console, Ask ask)
{
    Awaited<Done> answer;
    ask(answer.then(&console));
    return QTest::qWaitFor([&] { return answer.isHere(); }, 15'000) ? answer.result()
                                                                    : Error{Error::Kind::Timeout, u"never answered"_s};
}

QJsonObject roomIn(Console &console, const RoomId &room)
{
    return console.workspace.state().documents.rooms.find(room.value);
}

QString servedBy(Console &console, const RoomId &room)
{
    return roomIn(console, room).value("servedBy"_L1).toObject().value("username"_L1).toString();
}

DepartmentId departmentNamed(Console &console, const QString &name)
{
    const QJsonObject department = console.workspace.state().documents.departments.first(u"name"_s, name);
    return {department.value("_id"_L1).toString()};
}

} // namespace

void HandoverTest::forwardsToAnAgent_data()
{
    addVersions();
}

void HandoverTest::forwardsToAnAgent()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    const ForwardRequest request{{console.userId(u"tom"_s)}, {}, u"speaks French"_s};
    QVERIFY(
        answerTo(console, [&](const Then<Done> &then) { console.session->handover().forward(room, request, then); }));
    QCOMPARE(servedBy(console, room), u"tom"_s);
    QCOMPARE(console.conversations().size(), 0); // when it was answered, not some time later
    const QList<QJsonObject> notes = console.workspace.state().documents.messages.where(
        [](const QJsonObject &one) { return one.value("t"_L1).toString() == "livechat_transfer_history"_L1; });
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.first().value("transferData"_L1).toObject().value("comment"_L1).toString(), u"speaks French"_s);
}

void HandoverTest::forwardsToADepartment_data()
{
    addVersions();
}

void HandoverTest::forwardsToADepartment()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    const DepartmentId billing = departmentNamed(console, u"Billing"_s);
    QVERIFY(answerTo(console, [&](const Then<Done> &then) {
        console.session->handover().forward(room, {{}, billing, {}}, then);
    }));
    QCOMPARE(servedBy(console, room), QString());
    QCOMPARE(roomIn(console, room).value("departmentId"_L1).toString(), billing.value);
    QCOMPARE(console.conversations().size(), 0); // tom alone serves Billing
}

void HandoverTest::keepsWhatWasNotForwarded()
{
    Console console(playing(u"8.8"_s));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    console.workspace.state().presence.setAvailability(console.userId(u"tom"_s), false);
    const Status refused = answerTo(console, [&](const Then<Done> &then) {
        console.session->handover().forward(room, {{console.userId(u"tom"_s)}, {}, {}}, then);
    });
    QCOMPARE(refused.error().code, u"error-user-is-offline"_s);
    QCOMPARE(console.only()->stage, Stage::Mine);
}

void HandoverTest::returnsAfterThePause_data()
{
    addVersions();
}

void HandoverTest::returnsAfterThePause()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    ManualClock clock;
    Returning returning(console.session->handover(), clock);
    QSignalSpy returned(&returning, &Returning::returned);
    returning.start(room);
    clock.advance(Returning::pause - std::chrono::milliseconds(1));
    QCOMPARE(returning.waiting(), room);
    QCOMPARE(servedBy(console, room), u"ana"_s);
    clock.advance(std::chrono::milliseconds(1));
    QTRY_COMPARE(returned.count(), 1);
    QCOMPARE(servedBy(console, room), QString());
    QTRY_VERIFY(console.only() && console.only()->stage == Stage::Queue);
}

void HandoverTest::returnsNothingWhenUndone()
{
    Console console(playing(u"8.8"_s));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    ManualClock clock;
    {
        Returning returning(console.session->handover(), clock);
        returning.start(room);
        clock.advance(Returning::pause / 2);
        QVERIFY(returning.undo());
        QVERIFY(!returning.undo());
        clock.advance(Returning::pause * 2);
        QVERIFY(returning.going().isEmpty());
        returning.start(room);
    }
    clock.advance(Returning::pause * 2); // whoever leaves within the pause has returned nothing
    QCOMPARE(servedBy(console, room), u"ana"_s);
    QCOMPARE(console.only()->stage, Stage::Mine);
}

void HandoverTest::sendsTheFirstOnItsWay()
{
    Console console(playing(u"8.8"_s));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    ManualClock clock;
    Returning returning(console.session->handover(), clock);
    QSignalSpy returned(&returning, &Returning::returned);
    QSignalSpy failed(&returning, &Returning::failed);
    returning.start(room);
    returning.start({u"no such room"_s});
    QCOMPARE(returning.going(), room);
    QTRY_COMPARE(returned.count(), 1);
    clock.advance(Returning::pause);
    QTRY_COMPARE(failed.count(), 1);
}

void HandoverTest::placesOnHold_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"5.3"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void HandoverTest::placesOnHold()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const RoomId room = serveOne(console);
    QVERIFY(!room.isEmpty());
    Handover &handover = console.session->handover();
    const auto hold
        = [&] { return answerTo(console, [&](const Then<Done> &then) { handover.placeOnHold(room, then); }); };
    QCOMPARE(hold().error().code, u"error-contact-sent-last-message-so-cannot-place-on-hold"_s);
    QCOMPARE(console.only()->stage, Stage::Mine);
    QVERIFY(console.session->outbox().send(room, u"one moment"_s));
    QTRY_COMPARE(console.sent(), 1);
    QTRY_VERIFY(!roomIn(console, room).value("lastMessage"_L1).toObject().contains("token"_L1));
    QVERIFY(hold());
    QCOMPARE(console.only()->stage, Stage::OnHold);
    QVERIFY(answerTo(console, [&](const Then<Done> &then) { handover.resume(room, then); }));
    QCOMPARE(console.only()->stage, Stage::Mine);
    QVERIFY(!roomIn(console, room).value("onHold"_L1).toBool());
}

void HandoverTest::takesOver()
{
    Console console(playing(u"8.8"_s));
    practice::State &state = console.workspace.state();
    state.documents.users.change(
        console.userId(u"maria"_s),
        {{u"roles"_s, QJsonArray{u"livechat-manager"_s, u"livechat-agent"_s}}, {u"statusLivechat"_s, u"available"_s}});
    console.textQuietly(customer, u"hello"_s);
    const QJsonObject inquiry = state.documents.inquiries.all().value(0);
    QVERIFY(!state.desk.take(console.userId(u"tom"_s), inquiry.value("_id"_L1).toString()));
    const RoomId room{inquiry.value("rid"_L1).toString()};
    QVERIFY(console.signIn(u"maria"_s) && console.start());
    QVERIFY(answerTo(console, [&](const Then<Done> &then) { console.session->handover().takeOver(room, then); }));
    QCOMPARE(servedBy(console, room), u"maria"_s);
    QTRY_VERIFY(console.only() && console.only()->stage == Stage::Mine);
}

void HandoverTest::joinsAsObserver()
{
    Console console(playing(u"8.8"_s));
    practice::State &state = console.workspace.state();
    console.textQuietly(customer, u"hello"_s);
    const QJsonObject inquiry = state.documents.inquiries.all().value(0);
    QVERIFY(!state.desk.take(console.userId(u"tom"_s), inquiry.value("_id"_L1).toString()));
    const RoomId room{inquiry.value("rid"_L1).toString()};
    QVERIFY(console.signIn(u"maria"_s) && console.start());
    QVERIFY(answerTo(console, [&](const Then<Done> &then) { console.session->handover().join(room, then); }));
    QCOMPARE(servedBy(console, room), u"tom"_s);
    QVERIFY(console.conversations().facts(room)->subscription.has_value());
}

void HandoverTest::findsColleagues_data()
{
    addVersions();
}

void HandoverTest::findsColleagues()
{
    QFETCH(QString, version);
    Console console(playing(version));
    console.textQuietly(customer, u"hello"_s);
    practice::State &state = console.workspace.state();
    const QString tom = console.userId(u"tom"_s);
    QVERIFY(!state.desk.take(tom, state.documents.inquiries.all().value(0).value("_id"_L1).toString()));
    state.documents.users.change(tom, {{u"status"_s, u"online"_s}});
    letAgentsForward(console);
    QVERIFY(console.signIn() && console.start());
    Awaited<Handees> answer;
    console.session->colleagues().read(console.session->signedIn().me.id, answer.then(&console));
    QTRY_VERIFY(answer.isHere());
    QVERIFY(answer.result());
    const Handees &found = *answer.result();
    QCOMPARE(found.departments.size(), 2);
    QCOMPARE(found.colleagues.size(), 1); // not oneself
    QCOMPARE(found.colleagues.first().agent.username, u"tom"_s);
    QCOMPARE(found.colleagues.first().chats, 1);
    QVERIFY(found.colleagues.first().isReachable());
    QVERIFY(found.colleagues.first().departments
            && found.colleagues.first().departments->contains(departmentNamed(console, u"Billing"_s)));
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
