#include "app/omnichannel/conversationstore.h"
#include "tests/ui/deskplace.h"
#include "tests/ui/window.h"
#include "ui/dialogs/problembar.h"
#include "ui/handover/forwarddialog.h"
#include "ui/handover/offers.h"
#include "ui/timeline/conversationheader.h"

#include <QAction>
#include <QJsonArray>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

Conversation conversationAt(Stage stage)
{
    Conversation conversation;
    conversation.id = {u"room"_s};
    conversation.stage = stage;
    conversation.servedBy = {u"somebody"_s};
    return conversation;
}

QStringList deedNames(const QList<Offer> &offers)
{
    static const QStringList names{u"take"_s, u"take over"_s, u"join"_s,   u"forward"_s,
                                   u"hold"_s, u"resume"_s,    u"return"_s, u"close"_s};
    QStringList told;
    for (const Offer &offer : offers) {
        told.append(names.at(static_cast<int>(offer.deed)) + (offer.whyNot.isEmpty() ? u""_s : u"?"_s));
    }
    return told;
}

Colleague colleague(const QString &name, Availability availability, int chats)
{
    Colleague made;
    made.agent.id = {name};
    made.agent.name = name;
    made.agent.presence = Presence::Online;
    made.agent.availability = availability;
    made.agent.maximumChats = 5;
    made.departments = QSet<DepartmentId>{{u"billing"_s}};
    made.chats = chats;
    return made;
}

Handees someHandees()
{
    Handees handees;
    for (const QString &name : {u"Billing"_s, u"Returns"_s, u"Support"_s}) {
        Department department;
        department.id = {name.toLower()};
        department.name = name;
        handees.departments.append(department);
    }
    handees.departments.last().forwardsTo = {{u"billing"_s}};
    handees.colleagues = {colleague(u"Tom Becker"_s, Availability::Available, 2),
                          colleague(u"Zoe Adams"_s, Availability::NotAvailable, 0)};
    return handees;
}

QListWidgetItem *itemWith(QListWidget *list, const QString &start)
{
    const QList<QListWidgetItem *> found = list->findItems(start, Qt::MatchStartsWith);
    return found.size() == 1 ? found.first() : nullptr;
}

/// A signed-in desk in its window, and one conversation that ana serves.
struct Place : DeskPlace {
    explicit Place(const practice::PracticeOptions &options)
        : DeskPlace(options)
    {
    }

    bool open()
    {
        if (!signIn()) {
            return false;
        }
        showDesk();
        console.text(u"+351912345678"_s, u"Hello"_s);
        const bool isHere = QTest::qWaitFor([this] { return stage() == Stage::Queue; });
        window.actions().takeNext->trigger();
        return isHere && QTest::qWaitFor([this] { return stage() == Stage::Mine; });
    }
    Stage stage() const { return console.only() ? console.only()->stage : Stage::Elsewhere; }
    QString servedBy()
    {
        const QJsonObject room = console.workspace.state().documents.rooms.all().value(0);
        return room.value("servedBy"_L1).toObject().value("username"_L1).toString();
    }
};

practice::PracticeOptions licensed()
{
    practice::PracticeOptions options = Console::quiet();
    options.licence = practice::Licence::Enterprise;
    options.moreDepartments = {u"Billing"_s};
    return options;
}

void grant(Console &console, const QString &permission, const QStringList &roles)
{
    practice::State &state = console.workspace.state();
    state.streams.permission(
        state.documents.permissions.change(permission, {{u"roles"_s, QJsonArray::fromStringList(roles)}}));
}

} // namespace

class HandoverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersWhatTheStageAllows_data();
    void offersWhatTheStageAllows();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void oneTargetAtATime();
    void refusalsKeepWhatWasTyped();
    void buttonsWithoutRoomGoIntoTheMenu();
    void forwardsFromTheDesk();
    void returnCanBeUndone();
    void keyWithoutPermissionExplains();
};

void HandoverTest::offersWhatTheStageAllows_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QStringList>("permissions");
    QTest::addColumn<bool>("isLicensed");
    QTest::addColumn<QStringList>("offers");
    const QStringList agent{u"view-l-room"_s, u"close-livechat-room"_s, u"on-hold-livechat-room"_s};
    const QStringList manager
        = agent + QStringList{u"transfer-livechat-guest"_s, u"view-livechat-rooms"_s, u"close-others-livechat-room"_s};
    QTest::newRow("queue") << Stage::Queue << agent << true << QStringList{u"take"_s};
    QTest::newRow("mine, plain agent") << Stage::Mine << agent << false
                                       << QStringList{u"forward?"_s, u"return"_s, u"close"_s};
    QTest::newRow("mine, licensed manager")
        << Stage::Mine << manager << true << QStringList{u"forward"_s, u"hold"_s, u"return"_s, u"close"_s};
    QTest::newRow("on hold") << Stage::OnHold << manager << true << QStringList{u"resume"_s, u"close"_s};
    QTest::newRow("another's, agent") << Stage::Elsewhere << agent << true << QStringList();
    QTest::newRow("another's, manager") << Stage::Elsewhere << manager << true
                                        << QStringList{u"take over"_s, u"join"_s};
    QTest::newRow("closed") << Stage::Closed << manager << true << QStringList();
    QTest::newRow("no permission at all")
        << Stage::Mine << QStringList() << true << QStringList{u"forward?"_s, u"hold?"_s, u"return?"_s, u"close?"_s};
}

void HandoverTest::offersWhatTheStageAllows()
{
    QFETCH(Stage, stage);
    QFETCH(QStringList, permissions);
    QFETCH(bool, isLicensed);
    Abilities abilities({8, 8});
    abilities.setPermissions(QSet<QString>(permissions.cbegin(), permissions.cend()));
    abilities.setModules(isLicensed ? QSet<QString>{u"livechat-enterprise"_s} : QSet<QString>());
    abilities.setSwitches({{u"Livechat_allow_manual_on_hold"_s, true}, {u"Livechat_Routing_Method"_s, true}});
    QTEST(deedNames(offersFor(conversationAt(stage), abilities)), "offers");
}

void HandoverTest::saysWhatIsMissing_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("taken"); ///< The permission, module or setting that is missing.
    QTest::newRow("forward") << Deed::Forward << Stage::Mine << u"transfer-livechat-guest"_s;
    QTest::newRow("return") << Deed::ReturnToQueue << Stage::Mine << u"view-l-room"_s;
    QTest::newRow("hold, permission") << Deed::Hold << Stage::Mine << u"on-hold-livechat-room"_s;
    QTest::newRow("hold, licence") << Deed::Hold << Stage::Mine << u"livechat-enterprise"_s;
    QTest::newRow("hold, setting") << Deed::Hold << Stage::Mine << u"Livechat_allow_manual_on_hold"_s;
    QTest::newRow("close") << Deed::Close << Stage::Mine << u"close-livechat-room"_s;
    QTest::newRow("take") << Deed::Take << Stage::Queue << u"view-l-room"_s;
    QTest::newRow("take over") << Deed::TakeOver << Stage::Elsewhere << u"view-livechat-rooms"_s;
    QTest::newRow("resume") << Deed::Resume << Stage::OnHold << u"livechat-enterprise"_s;
}

void HandoverTest::saysWhatIsMissing()
{
    QFETCH(Deed, deed);
    QFETCH(Stage, stage);
    QFETCH(QString, taken);
    QSet<QString> permissions{u"view-l-room"_s, u"transfer-livechat-guest"_s, u"on-hold-livechat-room"_s,
                              u"close-livechat-room"_s, u"view-livechat-rooms"_s};
    QSet<QString> modules{u"livechat-enterprise"_s};
    QHash<QString, bool> switches{{u"Livechat_allow_manual_on_hold"_s, true}, {u"Livechat_Routing_Method"_s, true}};
    const Conversation conversation = conversationAt(stage);
    Abilities abilities({8, 8});
    abilities.setPermissions(permissions);
    abilities.setModules(modules);
    abilities.setSwitches(switches);
    QCOMPARE(whyNot(deed, conversation, abilities), QString());
    permissions.remove(taken);
    modules.remove(taken);
    switches.remove(taken);
    abilities.setPermissions(permissions);
    abilities.setModules(modules);
    abilities.setSwitches(switches);
    QVERIFY2(whyNot(deed, conversation, abilities).contains(taken), qPrintable(whyNot(deed, conversation, abilities)));
}

void HandoverTest::oneTargetAtATime()
{
    ForwardDialog dialog(u"Marta"_s, {u"support"_s});
    auto *departments = named<QListWidget>(dialog, u"Departments"_s);
    auto *agents = named<QListWidget>(dialog, u"Agents"_s);
    QPushButton *forward = qobject_cast<QPushButton *>(button(dialog, u"Forward"_s));
    dialog.show();
    QVERIFY(says(dialog, u"Asking the workspace"_s));
    dialog.setHandees(someHandees());
    QVERIFY(!forward->isEnabled());
    QVERIFY(itemWith(departments, u"Billing · 1 available"_s)->flags() & Qt::ItemIsEnabled);
    QVERIFY(!(itemWith(departments, u"Returns"_s)->flags() & Qt::ItemIsEnabled)); // not from Support
    QVERIFY(!(itemWith(departments, u"Support"_s)->flags() & Qt::ItemIsEnabled)); // it is there
    QVERIFY(itemWith(agents, u"Tom Becker · available · 2 of 5 chats"_s));
    QVERIFY(!(itemWith(agents, u"Zoe Adams · not available"_s)->flags() & Qt::ItemIsEnabled));

    departments->setCurrentItem(itemWith(departments, u"Billing"_s));
    QCOMPARE(dialog.request().department, DepartmentId{u"billing"_s});
    QVERIFY(forward->isEnabled());
    agents->setCurrentItem(itemWith(agents, u"Tom"_s));
    QVERIFY(departments->selectedItems().isEmpty());
    QCOMPARE(dialog.request().agent, AgentId{u"Tom Becker"_s});
    QVERIFY(dialog.request().department.isEmpty());
    QCOMPARE(dialog.target(), u"Tom Becker"_s);
}

void HandoverTest::refusalsKeepWhatWasTyped()
{
    ForwardDialog dialog(u"Marta"_s, {});
    dialog.show();
    dialog.setHandees(someHandees());
    auto *agents = named<QListWidget>(dialog, u"Agents"_s);
    agents->setCurrentItem(itemWith(agents, u"Tom"_s));
    auto *comment = named<QPlainTextEdit>(dialog, u"Comment"_s);
    comment->setPlainText(u"Speaks French"_s);
    dialog.setBusy(true);
    QVERIFY(!comment->isEnabled());
    dialog.tell(errorText({Error::Kind::Rejected, {}, u"error-user-is-offline"_s}, Occasion::Forwarding));
    QVERIFY(says(dialog, u"offline or not available"_s));
    QCOMPARE(dialog.request().comment, u"Speaks French"_s);
    QVERIFY(button(dialog, u"Forward"_s)->isEnabled());
}

void HandoverTest::buttonsWithoutRoomGoIntoTheMenu()
{
    ConversationHeader header;
    header.setConversation(conversationAt(Stage::Mine), {});
    header.setOffers(
        {{Deed::Forward, u"Not allowed"_s}, {Deed::Hold, {}}, {Deed::ReturnToQueue, {}}, {Deed::Close, {}}});
    header.resize(900, header.height());
    header.show();
    QVERIFY(button(header, u"Return to queue"_s) && button(header, u"Place on hold"_s));
    QVERIFY(!button(header, u"Forward"_s)->isEnabled());
    QCOMPARE(button(header, u"Forward"_s)->accessibleDescription(), u"Not allowed"_s);
    QVERIFY(!button(header, u"More for this conversation"_s));
    header.resize(300, header.height());
    QVERIFY(!button(header, u"Forward"_s));
    QVERIFY(button(header, u"Close conversation"_s));
    auto *more = qobject_cast<QToolButton *>(button(header, u"More for this conversation"_s));
    QVERIFY(more);
    Q_EMIT more->menu()->aboutToShow();
    QVERIFY(!more->menu()->actions().isEmpty());
    QCOMPARE(more->menu()->actions().first()->text(), u"Forward"_s);
    QVERIFY(!more->menu()->actions().first()->isEnabled());
}

void HandoverTest::forwardsFromTheDesk()
{
    Place place(licensed());
    grant(place.console, u"transfer-livechat-guest"_s, {u"livechat-agent"_s});
    QVERIFY(place.open());
    QTRY_VERIFY(button(*place.desk, u"Forward"_s) && button(*place.desk, u"Forward"_s)->isEnabled());
    button(*place.desk, u"Forward"_s)->click();
    auto *dialog = place.window.findChild<ForwardDialog *>();
    QVERIFY(dialog);
    auto *departments = named<QListWidget>(*dialog, u"Departments"_s);
    QTRY_VERIFY(itemWith(departments, u"Billing"_s));
    departments->setCurrentItem(itemWith(departments, u"Billing"_s));
    button(*dialog, u"Forward"_s)->click();
    QTRY_COMPARE(place.console.conversations().size(), 0);
    QTRY_VERIFY(says(*place.desk, u"Forwarded to Billing."_s));
    QCOMPARE(place.servedBy(), QString());
}

void HandoverTest::returnCanBeUndone()
{
    Place place(licensed());
    QVERIFY(place.open());
    QTRY_VERIFY(button(*place.desk, u"Return to queue"_s) && button(*place.desk, u"Return to queue"_s)->isEnabled());
    button(*place.desk, u"Return to queue"_s)->click();
    QVERIFY(says(*place.desk, u"to the queue in 5 s"_s));
    QVERIFY(!button(*place.desk, u"Return to queue"_s)->isEnabled());
    QVERIFY(place.window.actions().undoReturn->isEnabled());
    place.window.actions().undoReturn->trigger();
    QVERIFY(!says(*place.desk, u"to the queue"_s));
    QVERIFY(!place.window.actions().undoReturn->isEnabled());
    QCOMPARE(place.servedBy(), u"ana"_s);
    QVERIFY(button(*place.desk, u"Return to queue"_s)->isEnabled());
}

void HandoverTest::keyWithoutPermissionExplains()
{
    Place place(licensed());
    QVERIFY(place.open());
    QTRY_VERIFY(button(*place.desk, u"Forward"_s) && !button(*place.desk, u"Forward"_s)->isEnabled());
    place.window.actions().forward->trigger();
    QVERIFY(says(*place.desk, u"transfer-livechat-guest"_s));
    place.window.actions().hold->trigger();
    QTRY_VERIFY(says(*place.desk, u"Answer first"_s)); // the customer had the last word
}

QTEST_MAIN(HandoverTest)
#include "tst_handover.moc"
