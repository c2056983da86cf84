#include "app/twilio/inboundroute.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Which address Twilio calls, and whether it is the workspace's (twilio.md 3.2, 6.3).
class InboundRouteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhoIsCalled_data();
    void findsWhoIsCalled();
    void comparesWithTheWorkspace_data();
    void comparesWithTheWorkspace();
};

namespace {

using Holder = InboundRoute::Holder;

const TwilioHook ours{u"https://chat.example.com/api/v1/livechat/sms-incoming/twilio"_s, u"POST"_s};
const TwilioHook theirs{u"https://studio.example.com/flow"_s, u"POST"_s};

TwilioNumber number(const TwilioHook &hook, const QString &application = {})
{
    return {.sid = u"PN1"_s, .number = u"+14155550100"_s, .hook = hook, .application = application};
}

TwilioService service(const TwilioHook &hook, bool defers)
{
    return {.sid = u"MG1"_s, .hook = hook, .defersToNumber = defers};
}

} // namespace

void InboundRouteTest::findsWhoIsCalled_data()
{
    using Application = std::optional<TwilioApplication>;
    using Service = std::optional<TwilioService>;
    QTest::addColumn<TwilioNumber>("owned");
    QTest::addColumn<Application>("application");
    QTest::addColumn<Service>("service");
    QTest::addColumn<Holder>("holder");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isDropped");
    const Application app = TwilioApplication{u"AP1"_s, u"old app"_s, theirs};
    QTest::newRow("the number alone") << number(ours) << Application() << Service() << Holder::Number << ours.url
                                      << false;
    QTest::newRow("nothing set") << number({}) << Application() << Service() << Holder::Number << QString() << false;
    QTest::newRow("an application wins") << number(ours, u"AP1"_s) << app << Service() << Holder::Application
                                         << theirs.url << false;
    QTest::newRow("an application that cannot be read")
        << number(ours, u"AP1"_s) << Application() << Service() << Holder::Application << QString() << false;
    QTest::newRow("a service wins") << number(ours) << Application() << Service(service(theirs, false))
                                    << Holder::Service << theirs.url << false;
    QTest::newRow("a service wins over an application")
        << number(ours, u"AP1"_s) << app << Service(service(ours, false)) << Holder::Service << ours.url << false;
    QTest::newRow("a service defers") << number(ours) << Application() << Service(service(theirs, true))
                                      << Holder::Number << ours.url << false;
    QTest::newRow("a service defers to an application")
        << number(ours, u"AP1"_s) << app << Service(service({}, true)) << Holder::Application << theirs.url << false;
    QTest::newRow("a service drops what comes")
        << number(ours) << Application() << Service(service({}, false)) << Holder::Service << QString() << true;
}

void InboundRouteTest::findsWhoIsCalled()
{
    QFETCH(TwilioNumber, owned);
    QFETCH(std::optional<TwilioApplication>, application);
    QFETCH(std::optional<TwilioService>, service);
    const InboundRoute route
        = inboundRoute(owned, application ? &*application : nullptr, service ? &*service : nullptr);
    QTEST(route.holder, "holder");
    QTEST(route.hook.url, "url");
    QTEST(route.isDropped, "isDropped");
}

void InboundRouteTest::comparesWithTheWorkspace_data()
{
    QTest::addColumn<TwilioHook>("hook");
    QTest::addColumn<RouteVerdict>("verdict");
    const QString path = u"/api/v1/livechat/sms-incoming/twilio"_s;
    QTest::newRow("ours") << ours << RouteVerdict::Right;
    QTest::newRow("with the port that https has")
        << TwilioHook{u"https://chat.example.com:443"_s + path, u"POST"_s} << RouteVerdict::Right;
    QTest::newRow("host in capitals") << TwilioHook{u"https://Chat.Example.COM"_s + path, u"post"_s}
                                      << RouteVerdict::Right;
    QTest::newRow("with connection overrides")
        << TwilioHook{ours.url + u"#rc=2&rp=all"_s, u"POST"_s} << RouteVerdict::Right;
    QTest::newRow("blanks around it") << TwilioHook{u" "_s + ours.url + u" "_s, u"POST"_s} << RouteVerdict::Right;
    QTest::newRow("by GET") << TwilioHook{ours.url, u"GET"_s} << RouteVerdict::WrongMethod;
    QTest::newRow("not set") << TwilioHook{} << RouteVerdict::NotSet;
    QTest::newRow("Twilio's demo") << TwilioHook{u"https://demo.twilio.com/welcome/sms/reply/"_s, u"POST"_s}
                                   << RouteVerdict::Demo;
    QTest::newRow("http in place of https")
        << TwilioHook{u"http://chat.example.com"_s + path, u"POST"_s} << RouteVerdict::Elsewhere;
    QTest::newRow("another port") << TwilioHook{u"https://chat.example.com:3000"_s + path, u"POST"_s}
                                  << RouteVerdict::Elsewhere;
    QTest::newRow("another product") << theirs << RouteVerdict::Elsewhere;
    QTest::newRow("a name that begins alike")
        << TwilioHook{u"https://chat.example.com.evil.example"_s + path, u"POST"_s} << RouteVerdict::Elsewhere;
    QTest::newRow("another provider's path")
        << TwilioHook{u"https://chat.example.com/api/v1/livechat/sms-incoming/voxtelesys"_s, u"POST"_s}
        << RouteVerdict::SameHostOtherPath;
    QTest::newRow("a department") << TwilioHook{ours.url + u"?department=x"_s, u"POST"_s} << RouteVerdict::Right;
    QTest::newRow("a query") << TwilioHook{ours.url + u"?team=x"_s, u"POST"_s} << RouteVerdict::SameHostOtherPath;
    QTest::newRow("more than a department")
        << TwilioHook{ours.url + u"?department=x&team=y"_s, u"POST"_s} << RouteVerdict::SameHostOtherPath;
    QTest::newRow("a slash at the end") << TwilioHook{ours.url + u"/"_s, u"POST"_s} << RouteVerdict::SameHostOtherPath;
}

void InboundRouteTest::comparesWithTheWorkspace()
{
    QFETCH(TwilioHook, hook);
    QTEST(compared({Holder::Number, u"PN1"_s, hook, false}, QUrl(ours.url)), "verdict");
    QCOMPARE(compared({Holder::Service, u"MG1"_s, {}, true}, QUrl(ours.url)), RouteVerdict::Dropped);
}

QTEST_GUILESS_MAIN(InboundRouteTest)
#include "tst_inboundroute.moc"
