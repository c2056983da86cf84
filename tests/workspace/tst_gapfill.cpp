#include "app/omnichannel/conversationstore.h"
#include "app/practice/httpsite.h"
#include "app/rest/queueapi.h"
#include "app/rest/restclient.h"
#include "app/rest/roomsapi.h"
#include "app/workspace/gapfill.h"
#include "app/workspace/streamjournal.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

/// Whose word about the queue is believed.
class GapFillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusedQueueIsEmptied_data();
    void aRefusedQueueIsEmptied();
};

void GapFillTest::aRefusedQueueIsEmptied_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isRefusal");
    const QByteArray json("application/json");
    QTest::newRow("3.11.6, 7.7.1") << json << QByteArray(R"({"success":false,"error":"unauthorized"})") << true;
    QTest::newRow("page of a proxy") << QByteArray("text/html") << QByteArray("<h1>403 Forbidden</h1>") << false;
    QTest::newRow("nothing at all") << json << QByteArray() << false;
    QTest::newRow("JSON of a proxy") << json << QByteArray(R"({"error":"forbidden"})") << false;
}

/// Everything else is a fault on the way: the list stays as it was, and the question is asked again.
void GapFillTest::aRefusedQueueIsEmptied()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(bool, isRefusal);
    int questions = 0;
    practice::HttpSite site([&](const practice::HttpRequest &request, const auto &reply) {
        if (request.path.contains("inquiries"_L1)) {
            ++questions;
            reply->answer({.status = 403, .type = type, .body = body});
        } else {
            reply->answer({.body = R"({"success":true,"update":[],"remove":[]})"});
        }
    });
    QVERIFY(site.listen(0));
    ManualClock clock;
    HttpClient http;
    RestClient rest(http, clock);
    rest.setWorkspace(QUrl(u"http://127.0.0.1:%1"_s.arg(site.port())));
    QueueApi queue(rest, ServerFeatures({7, 7}));
    RoomsApi rooms(rest, ServerFeatures({7, 7}));
    ConversationStore conversations;
    conversations.applyInquiry({.id = {u"i1"_s}, .room = {u"r1"_s}, .status = Inquiry::Status::Queued});
    QCOMPARE(conversations.size(), 1);
    StreamJournal journal;
    GapFill gapFill({queue, rooms}, conversations, journal, clock);
    QSignalSpy finished(&gapFill, &GapFill::finished);
    QSignalSpy failed(&gapFill, &GapFill::failed);
    gapFill.run();
    QTRY_COMPARE(finished.size() + failed.size(), 1);
    QCOMPARE(finished.size(), isRefusal ? 1 : 0);
    QCOMPARE(conversations.size(), isRefusal ? 0 : 1);
    clock.advance(2s);
    QTRY_COMPARE(questions, isRefusal ? 1 : 2);
}

QTEST_GUILESS_MAIN(GapFillTest)
#include "tst_gapfill.moc"
