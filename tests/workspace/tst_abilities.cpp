#include "console.h"

#include "app/workspace/abilities.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

using Why = Verdict::Why;

/// What an account may do, by the workspace's word, and how it learns of changes.
class AbilitiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void triesWhatIsNotKnown();
    void learnsFromTheWorkspace_data();
    void learnsFromTheWorkspace();
    void followsChanges_data();
    void followsChanges();
    void readsAgainAfterAReconnect();
};

namespace {

/// Everything there is.
Abilities &completeAbilities(Abilities &abilities)
{
    abilities.setPermissions({u"view-l-room"_s, u"transfer-livechat-guest"_s, u"on-hold-livechat-room"_s,
                              u"close-livechat-room"_s, u"view-livechat-rooms"_s});
    abilities.setModules(QSet<QString>{u"livechat-enterprise"_s});
    abilities.setSwitches({{u"Livechat_allow_manual_on_hold"_s, true}, {u"Livechat_Routing_Method"_s, true}});
    return abilities;
}

practice::PracticeOptions licensed(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    options.licence = practice::Licence::Enterprise;
    return options;
}

void grant(Console &console, const QString &permission, const QStringList &roles)
{
    practice::State &state = console.workspace.state();
    state.streams.permission(
        state.documents.permissions.change(permission, {{u"roles"_s, QJsonArray::fromStringList(roles)}}));
}

} // namespace

void AbilitiesTest::saysWhatIsMissing_data()
{
    QTest::addColumn<int>("major");
    QTest::addColumn<int>("minor");
    QTest::addColumn<Ability>("ability");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *what, int major, int minor, Ability ability, const Verdict &verdict) {
        QTest::addRow("%s on %d.%d", what, major, minor) << major << minor << ability << verdict;
    };
    const Verdict allowed;
    row("forward", 8, 8, Ability::Forward, {false, Why::Permission, u"transfer-livechat-guest"_s});
    row("forward", 3, 11, Ability::Forward, allowed);
    row("hold", 3, 11, Ability::Hold, {false, Why::ServerTooOld, u"3.13"_s});
    row("hold", 6, 13, Ability::Hold, {false, Why::Licence, u"livechat-enterprise"_s});
    row("return", 7, 7, Ability::ReturnToQueue, {false, Why::Setting, u"Livechat_Routing_Method"_s});
    row("join", 3, 11, Ability::JoinAsObserver, {false, Why::ServerTooOld, u"4.5"_s});
    row("take over", 6, 13, Ability::TakeOver, {false, Why::Permission, u"view-livechat-rooms"_s});
    row("customer", 6, 13, Ability::EditCustomer, allowed);
    row("customer", 7, 0, Ability::EditCustomer, {false, Why::Permission, u"update-livechat-contact"_s});
    row("outbound", 7, 10, Ability::Outbound, {false, Why::ServerTooOld, u"7.11"_s});
    row("search", 8, 8, Ability::SearchServer, allowed);
    row("set-up", 3, 11, Ability::SetUpSms, {false, Why::Permission, u"view-privileged-setting"_s});
}

void AbilitiesTest::saysWhatIsMissing()
{
    QFETCH(int, major);
    QFETCH(int, minor);
    QFETCH(Ability, ability);
    Abilities abilities({major, minor});
    abilities.setPermissions({u"view-l-room"_s, u"on-hold-livechat-room"_s});
    abilities.setModules(QSet<QString>());
    abilities.setSwitches({});
    QTEST(abilities.verdict(ability), "verdict");
}

void AbilitiesTest::triesWhatIsNotKnown()
{
    Abilities abilities({8, 8});
    QCOMPARE(abilities.verdict(Ability::Hold), (Verdict{true, Why::Unknown, {}}));
    abilities.setPermission(u"on-hold-livechat-room"_s, false); // says nothing of the others
    QVERIFY(abilities.may(Ability::Hold));
    completeAbilities(abilities);
    QCOMPARE(abilities.verdict(Ability::Hold), Verdict());
    abilities.setModules(std::nullopt);
    QCOMPARE(abilities.verdict(Ability::Hold), (Verdict{true, Why::Unknown, {}}));
}

void AbilitiesTest::learnsFromTheWorkspace_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isLicensed");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"7.7"_s, u"8.8"_s}) {
        QTest::addRow("%s, licensed", qPrintable(version)) << version << true;
        QTest::addRow("%s, community", qPrintable(version)) << version << false;
    }
}

void AbilitiesTest::learnsFromTheWorkspace()
{
    QFETCH(QString, version);
    QFETCH(bool, isLicensed);
    practice::PracticeOptions options = licensed(version);
    options.licence = isLicensed ? practice::Licence::Enterprise : practice::Licence::None;
    Console console(options);
    QVERIFY(console.signIn() && console.start());
    const Abilities &abilities = console.session->abilities();
    const bool isOld = version == "3.11"_L1;
    QTRY_COMPARE(abilities.verdict(Ability::Attach), Verdict()); // the settings have come
    QTRY_COMPARE(abilities.verdict(Ability::ReturnToQueue), Verdict());
    QTRY_VERIFY(abilities.verdict(Ability::CannedResponses).why != Why::Unknown); // and the licence
    QCOMPARE(abilities.may(Ability::CannedResponses), isLicensed);
    QCOMPARE(abilities.may(Ability::Hold), isLicensed && !isOld);
    QCOMPARE(abilities.may(Ability::Forward), isOld);
    QVERIFY(!abilities.may(Ability::SeeAllConversations));
}

void AbilitiesTest::followsChanges_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void AbilitiesTest::followsChanges()
{
    QFETCH(QString, version);
    Console console(licensed(version));
    QVERIFY(console.signIn() && console.start());
    const Abilities &abilities = console.session->abilities();
    practice::State &state = console.workspace.state();
    QTRY_COMPARE(abilities.verdict(Ability::Hold), Verdict());

    grant(console, u"on-hold-livechat-room"_s, {u"admin"_s});
    QTRY_COMPARE(abilities.verdict(Ability::Hold).what, u"on-hold-livechat-room"_s);
    grant(console, u"on-hold-livechat-room"_s, {u"admin"_s, u"livechat-agent"_s});
    grant(console, u"transfer-livechat-guest"_s, {u"livechat-agent"_s});
    QTRY_VERIFY(abilities.may(Ability::Hold) && abilities.may(Ability::Forward));

    state.settings.set(u"Livechat_allow_manual_on_hold"_s, false);
    state.streams.setting(state.documents.settings.find(u"Livechat_allow_manual_on_hold"_s));
    QTRY_COMPARE(abilities.verdict(Ability::Hold).why, Why::Setting);
    state.settings.set(u"Livechat_allow_manual_on_hold"_s, true);
    state.streams.setting(state.documents.settings.find(u"Livechat_allow_manual_on_hold"_s));
    QTRY_VERIFY(abilities.may(Ability::Hold));

    state.setModules({u"canned-responses"_s});
    QTRY_COMPARE(abilities.verdict(Ability::Hold).why, Why::Licence);
    QVERIFY(abilities.may(Ability::CannedResponses));
}

void AbilitiesTest::readsAgainAfterAReconnect()
{
    Console console(licensed(u"8.8"_s));
    QVERIFY(console.signIn() && console.start());
    const Abilities &abilities = console.session->abilities();
    QTRY_COMPARE(abilities.verdict(Ability::Hold), Verdict());
    console.workspace.faults().forbiddenStreams = {u"stream-notify-logged"_s};
    console.workspace.state().documents.permissions.change(u"on-hold-livechat-room"_s, {{u"roles"_s, QJsonArray()}});
    Q_EMIT console.workspace.faults().dropSockets();
    QTRY_VERIFY_WITH_TIMEOUT(!abilities.may(Ability::Hold), 10'000);
}

QTEST_GUILESS_MAIN(AbilitiesTest)
#include "tst_abilities.moc"
