#include "app/rest/serverfeatures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class ServerFeaturesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsVersions_data();
    void readsVersions();
    void choosesRoutes_data();
    void choosesRoutes();
    void choosesFields_data();
    void choosesFields();
    void knowsWhatItWasBuiltFor();
};

void ServerFeaturesTest::readsVersions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("version");
    QTest::newRow("cut") << u"8.8"_s << u"8.8"_s;
    QTest::newRow("full") << u"3.11.6"_s << u"3.11"_s;
    QTest::newRow("candidate") << u"7.0.0-rc.2"_s << u"7.0"_s;
    QTest::newRow("two digits") << u"v6.13.1"_s << u"6.13"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a word") << u"latest"_s << QString();
    QTest::newRow("one number") << u"8"_s << QString();
    QTest::newRow("absurd") << u"99999999999.1"_s << QString();
}

void ServerFeaturesTest::readsVersions()
{
    QFETCH(QString, text);
    const std::optional<ServerVersion> version = parseServerVersion(text);
    QTEST(version ? version->text() : QString(), "version");
}

void ServerFeaturesTest::choosesRoutes_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("wayOut");
    const auto row
        = [](const char *version, Action action, const char *what, const char *route, const char *wayOut = "") {
              QTest::addRow("%s %s", version, what) << QString::fromLatin1(version) << action
                                                    << QString::fromLatin1(route) << QString::fromLatin1(wayOut);
          };
    const char *queued = "GET livechat/inquiries.queued";
    const char *queuedForUser = "GET livechat/inquiries.queuedForUser";
    row("3.11", Action::ListQueue, "queue", queued);
    row("5.3", Action::ListQueue, "queue", queuedForUser, queued);
    row("6.13", Action::ListQueue, "queue", queuedForUser);
    row("9.0", Action::ListQueue, "queue", queuedForUser);
    const char *returned = "POST livechat/inquiries.returnAsInquiry";
    row("3.11", Action::ReturnToQueue, "return", "livechat:returnAsInquiry()");
    row("7.7", Action::ReturnToQueue, "return", "livechat:returnAsInquiry()");
    row("7.12", Action::ReturnToQueue, "return", returned, "livechat:returnAsInquiry()");
    row("8.8", Action::ReturnToQueue, "return", returned);
    const char *closed = "POST livechat/room.closeByUser";
    row("3.11", Action::CloseConversation, "close", "livechat:closeRoom()");
    row("5.3", Action::CloseConversation, "close", closed, "livechat:closeRoom()");
    row("7.7", Action::CloseConversation, "close", closed);
    row("9.0", Action::CloseConversation, "close", closed);
    const char *routing = "GET livechat/config/routing";
    row("7.7", Action::ReadRouting, "routing", "livechat:getRoutingConfig()");
    row("7.12", Action::ReadRouting, "routing", routing, "livechat:getRoutingConfig()");
    row("8.8", Action::ReadRouting, "routing", routing);
    const char *status = "POST livechat/agent.status";
    row("3.11", Action::SetAvailability, "availability", "livechat:changeLivechatStatus()");
    row("5.3", Action::SetAvailability, "availability", status, "livechat:changeLivechatStatus()");
    row("6.13", Action::SetAvailability, "availability", status);
    row("8.8", Action::SetAvailability, "availability", status);
    row("3.11", Action::ListTags, "tags", "GET livechat/tags.list");
    row("8.8", Action::ListTags, "tags", "GET livechat/tags");
    row("3.11", Action::ReadHistory, "history", "loadHistory()");
    row("7.12", Action::ReadHistory, "history", "loadHistory()");
    row("8.8", Action::ReadHistory, "history", "loadHistory()", "GET chat.syncMessages");
    row("9.0", Action::ReadHistory, "history", "loadHistory()", "GET chat.syncMessages");
    row("3.11", Action::SaveRoomInfo, "save", "livechat:saveInfo()");
    row("5.3", Action::SaveRoomInfo, "save", "POST livechat/room.saveInfo", "livechat:saveInfo()");
    row("8.8", Action::SaveRoomInfo, "save", "POST livechat/room.saveInfo");
    row("6.13", Action::ReadCustomer, "customer", "GET livechat/visitors.info");
    row("7.7", Action::ReadCustomer, "customer", "GET omnichannel/contacts.get");
    row("6.13", Action::SaveCustomer, "save customer", "POST livechat/room.saveInfo");
    row("7.7", Action::SaveCustomer, "save customer", "POST omnichannel/contacts.update");
    row("6.13", Action::ListEarlier, "earlier", "GET livechat/visitors.chatHistory/room/%1/visitor/%2");
    row("7.7", Action::ListEarlier, "earlier", "GET omnichannel/contacts.history");
    row("3.11", Action::SendFile, "file", "POST rooms.upload/%1");
    row("6.13", Action::SendFile, "file", "POST rooms.media/%1", "POST rooms.upload/%1");
    row("8.8", Action::SendFile, "file", "POST rooms.media/%1");
    for (const char *version : {"3.11", "5.3", "6.13", "7.7", "7.12", "8.8", "9.0"}) {
        row(version, Action::Take, "take", "POST livechat/inquiries.take");
        row(version, Action::CatchUpMessages, "catch up", "GET chat.syncMessages");
        row(version, Action::ReadPublicSettings, "settings", "GET settings.public");
        row(version, Action::ListMyDepartments, "departments", "GET livechat/agents/%1/departments");
    }
}

static QString described(const Route &route)
{
    return route.kind == Route::Kind::MethodCall ? route.path + "()"_L1
                                                 : QString::fromLatin1(route.verb) + u' ' + route.path;
}

void ServerFeaturesTest::choosesRoutes()
{
    QFETCH(QString, version);
    QFETCH(Action, action);
    const ServerFeatures features(*parseServerVersion(version));
    QTEST(described(features.route(action)), "route");
    const std::optional<Route> wayOut = features.olderRoute(action);
    QTEST(wayOut ? described(*wayOut) : QString(), "wayOut");
}

void ServerFeaturesTest::choosesFields_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("takesOptions");
    QTest::addColumn<bool>("filtersByQuery");
    QTest::newRow("3.11") << u"3.11"_s << false << true;
    QTest::newRow("6.13") << u"6.13"_s << false << true;
    QTest::newRow("7.7") << u"7.7"_s << false << false;
    QTest::newRow("7.12") << u"7.12"_s << false << false;
    QTest::newRow("8.8") << u"8.8"_s << true << false;
    QTest::newRow("9.0") << u"9.0"_s << true << false;
}

void ServerFeaturesTest::choosesFields()
{
    QFETCH(QString, version);
    const ServerFeatures features(*parseServerVersion(version));
    QTEST(features.route(Action::Take).takesOptions, "takesOptions");
    QTEST(features.route(Action::ReadPublicSettings).filtersByQuery, "filtersByQuery");
    QVERIFY(features.route(Action::ListTags).needsLicence);
}

void ServerFeaturesTest::knowsWhatItWasBuiltFor()
{
    QVERIFY(!ServerFeatures({3, 10}).isKnown());
    QVERIFY(ServerFeatures({3, 11}).isKnown());
    QVERIFY(ServerFeatures({9, 4}).isKnown());
    QVERIFY(!ServerFeatures({10, 0}).isKnown());
}

QTEST_GUILESS_MAIN(ServerFeaturesTest)
#include "tst_serverfeatures.moc"
