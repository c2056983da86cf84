#include "app/wire/messagecodec.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

using Event = Message::Event;

class MessageCodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatACustomerWrote();
    void knowsTheAuthor_data();
    void knowsTheAuthor();
    void readsEvents_data();
    void readsEvents();
    void readsAttachments_data();
    void readsAttachments();
    void keepsOnlyPlacesOnEarth_data();
    void keepsOnlyPlacesOnEarth();
    void borrowsAMissingTime();
    void saysUnreadableInsteadOfShowingNothing();
    void needsItsIds_data();
    void needsItsIds();
};

static QJsonObject parsed(const char *json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, json, qPrintable(error.errorString()));
    return document.object();
}

/// The fields every message has, and these.
static QJsonObject messageWith(const char *json)
{
    QJsonObject object = parsed(
        R"({"_id":"m1","rid":"r1","msg":"","ts":{"$date":1795468359049},"u":{"_id":"u1","username":"agent1","name":"Ana"}})");
    const QJsonObject extra = parsed(json);
    for (auto field = extra.begin(); field != extra.end(); ++field) {
        object.insert(field.key(), field.value());
    }
    return object;
}

void MessageCodecTest::readsWhatACustomerWrote()
{
    const Result<Message> message = decodeMessage(parsed(
        R"({"_id":"TCAANqp437AqTgb6F","rid":"vsa5","token":"kyx7","msg":"Hello <b>\u0000👋","attachments":[],"ts":"2026-11-23T22:10:51.502Z",
            "u":{"_id":"6b04","username":"14155550101","name":null},"urls":[],"md":[{"type":"PARAGRAPH"}],"_updatedAt":"2026-11-23T22:10:51.519Z"})"));
    QVERIFY(message);
    Message expected;
    expected.id = {u"TCAANqp437AqTgb6F"_s};
    expected.room = {u"vsa5"_s};
    expected.author = Message::Author::Customer;
    expected.authorId = u"6b04"_s;
    expected.authorUsername = u"14155550101"_s;
    expected.authorName = u"14155550101"_s;
    expected.text = QString(u"Hello <b>"_s) + QChar(u'\0') + u"👋"_s;
    expected.at = QDateTime(QDate(2026, 11, 23), QTime(22, 10, 51, 502), Qt::UTC);
    expected.updatedAt = QDateTime(QDate(2026, 11, 23), QTime(22, 10, 51, 519), Qt::UTC);
    QCOMPARE(*message, expected);
}

void MessageCodecTest::knowsTheAuthor_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<Message::Author>("author");
    QTest::addColumn<QString>("name");
    QTest::newRow("agent") << messageWith("{}") << Message::Author::Agent << u"Ana"_s;
    QTest::newRow("agent without a name")
        << messageWith(R"({"u":{"username":"agent1"}})") << Message::Author::Agent << u"agent1"_s;
    QTest::newRow("customer with an alias")
        << messageWith(R"({"token":"t","alias":"Rui"})") << Message::Author::Customer << u"Rui"_s;
    QTest::newRow("event with a token") << messageWith(R"({"token":"t","t":"livechat-started"})")
                                        << Message::Author::System << u"Ana"_s;
    QTest::newRow("ephemeral") << messageWith(R"({"private":true,"u":{"username":"rocket.cat"}})")
                               << Message::Author::System << u"rocket.cat"_s;
    QTest::newRow("nobody") << messageWith(R"({"u":null})") << Message::Author::Agent << QString();
}

void MessageCodecTest::knowsTheAuthor()
{
    QFETCH(QJsonObject, object);
    const Result<Message> message = decodeMessage(object);
    QVERIFY(message);
    QTEST(message->author, "author");
    QTEST(message->authorName, "name");
}

void MessageCodecTest::readsEvents_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<Event>("event");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *json, Event event, const QString &subject,
                        const QString &goal = {}, const QString &text = {}) {
        QTest::newRow(name) << messageWith(json) << event << subject << goal << text;
    };
    row("none", R"({"msg":"hi"})", Event::None, {}, {}, u"hi"_s);
    row("started", R"({"t":"livechat-started"})", Event::Started, u"Ana"_s);
    row("connected", R"({"t":"command","msg":"connected"})", Event::Taken, u"Ana"_s);
    row("prompt for a transcript", R"({"t":"command","msg":"promptTranscript"})", Event::Hidden, u"Ana"_s, {},
        u"promptTranscript"_s);
    row("joined, 3.11.6 repeats the name", R"({"t":"uj","msg":"agent1"})", Event::Joined, u"Ana"_s);
    row("left", R"({"t":"ul","msg":"agent1"})", Event::Left, u"Ana"_s);
    row("added by somebody", R"({"t":"au","msg":"rui"})", Event::Joined, u"rui"_s);
    row("closed with a comment", R"({"t":"livechat-close","msg":"billing fixed"})", Event::Closed, u"Ana"_s, {},
        u"billing fixed"_s);
    row("to an agent",
        R"({"t":"livechat_transfer_history","transferData":{"scope":"agent","comment":"please","transferredBy":{"username":"agent1","name":"Agent 1"},
        "transferredTo":{"username":"agent2","name":"Agent 2"}}})",
        Event::ForwardedToAgent, u"Agent 1"_s, u"Agent 2"_s, u"please"_s);
    row("to a department",
        R"({"t":"livechat_transfer_history","transferData":{"scope":"department","transferredBy":{"username":"agent1"},
        "nextDepartment":{"_id":"d2","name":"Sales"}}})",
        Event::ForwardedToDepartment, u"agent1"_s, u"Sales"_s);
    row("to the queue",
        R"({"t":"livechat_transfer_history","transferData":{"scope":"queue","comment":null,"transferredBy":{"name":"Agent 2"}}})",
        Event::ReturnedToQueue, u"Agent 2"_s);
    row("unknown scope with a goal",
        R"({"t":"livechat_transfer_history","transferData":{"scope":"byMoonlight","transferredTo":{"username":"bea"}}})",
        Event::ForwardedToAgent, u"Ana"_s, u"bea"_s);
    row("unknown scope", R"({"t":"livechat_transfer_history","transferData":{"scope":"byMoonlight"}})", Event::Other,
        u"Ana"_s);
    row("no transferData", R"({"t":"livechat_transfer_history","transferData":7})", Event::Other, u"Ana"_s);
    row("fallback department",
        R"({"t":"livechat_transfer_history_fallback","transferData":{"nextDepartment":{"name":"Night"}}})",
        Event::ForwardedToDepartment, u"Ana"_s, u"Night"_s);
    row("on hold", R"({"t":"omnichannel_placed_chat_on_hold","comment":"Ana put it on hold"})", Event::PlacedOnHold,
        u"Ana"_s, {}, u"Ana put it on hold"_s);
    row("resumed", R"({"t":"omnichannel_on_hold_chat_resumed","comment":"back"})", Event::Resumed, u"Ana"_s, {},
        u"back"_s);
    row("priority",
        R"({"t":"omnichannel_priority_change_history","priorityData":{"definedBy":{"username":"boss"},"priority":{"name":"High","i18n":"High_i18n"}}})",
        Event::PriorityChanged, u"boss"_s, u"High"_s);
    row("transcript", R"({"t":"livechat_transcript_history","requestData":{"type":"user","user":{"name":"Bea"}}})",
        Event::TranscriptRequested, u"Bea"_s);
    row("navigation", R"({"t":"livechat_navigation_history","msg":"Home - https://example.com"})", Event::Hidden,
        u"Ana"_s, {}, u"Home - https://example.com"_s);
    row("removed", R"({"t":"rm"})", Event::Removed, u"Ana"_s);
    row("hidden", R"({"_hidden":true,"msg":"x"})", Event::Hidden, {}, {}, u"x"_s);
    row("unknown", R"({"t":"from-the-future","msg":"words"})", Event::Other, u"Ana"_s, {}, u"words"_s);
}

void MessageCodecTest::readsEvents()
{
    QFETCH(QJsonObject, object);
    const Result<Message> message = decodeMessage(object);
    QVERIFY(message);
    QTEST(message->event, "event");
    QTEST(message->subject, "subject");
    QTEST(message->object, "goal");
    QTEST(message->text, "text");
}

void MessageCodecTest::readsAttachments_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QList<Attachment>>("attachments");
    using Kind = Attachment::Kind;
    const auto row = [](const char *name, const char *json, const QList<Attachment> &attachments) {
        QTest::newRow(name) << messageWith(json) << attachments;
    };
    row("picture, 7.7.1",
        R"({"attachments":[{"title":"dot.png","type":"file","description":"a dot","title_link":"/file-upload/6b/dot.png","image_url":"/file-upload/6b/dot.png",
        "image_type":"image/png","image_size":70,"image_dimensions":{"width":200,"height":100},"image_preview":""}]})",
        {{Kind::Image, u"dot.png"_s, u"a dot"_s, u"/file-upload/6b/dot.png"_s, u"image/png"_s, 70, QSize(200, 100)}});
    row("picture of an MMS, 3.11.6",
        R"({"file":{"_id":"x4","name":"Upload File","type":"image/png"},"attachments":[{"message_link":"/file-upload/x4/Upload%20File",
        "image_url":"/file-upload/x4/Upload%20File"}]})",
        {{Kind::Image, u"Upload File"_s, {}, u"/file-upload/x4/Upload%20File"_s, u"image/png"_s, {}, {}}});
    row("sound", R"({"attachments":[{"audio_url":"/file-upload/a/b.mp3","audio_type":"audio/mpeg","audio_size":9}]})",
        {{Kind::Audio, {}, {}, u"/file-upload/a/b.mp3"_s, u"audio/mpeg"_s, 9, {}}});
    row("film", R"({"attachments":[{"video_url":"/v.mp4","video_type":"video/mp4","video_size":-4}]})",
        {{Kind::Video, {}, {}, u"/v.mp4"_s, u"video/mp4"_s, {}, {}}});
    row("file",
        R"({"file":{"type":"application/pdf"},"attachments":[{"type":"file","title":"bill.pdf","title_link":"/file-upload/p/bill.pdf","size":1234,"format":"PDF"}]})",
        {{Kind::File, u"bill.pdf"_s, {}, u"/file-upload/p/bill.pdf"_s, u"application/pdf"_s, 1234, {}}});
    row("upload failed, 7.7.1",
        R"({"attachments":[{"title":"Attachment upload failed","type":"file","description":"upload to server failed","color":"yellow",
        "fields":[{"title":"User upload failed","value":"upload to server failed","short":true}]}]})",
        {{Kind::Failed, u"Attachment upload failed"_s, u"upload to server failed"_s, {}, {}, {}, {}}});
    row("upload failed, 5.3",
        R"({"attachments":[{"color":"yellow","fields":[{"title":"User upload failed","value":"it failed"}]}]})",
        {{Kind::Failed, {}, u"it failed"_s, {}, {}, {}, {}}});
    row("yellow card", R"({"attachments":[{"color":"yellow","title":"Careful","text":"wet floor"}]})",
        {{Kind::Note, u"Careful"_s, u"wet floor"_s, {}, {}, {}, {}}});
    row("quote",
        R"({"attachments":[{"author_name":"rui","text":"as I said","message_link":"https://x/live/r?msg=1","attachments":[{"image_url":"/deep.png"}]}]})",
        {{Kind::Note, u"rui"_s, u"as I said"_s, u"https://x/live/r?msg=1"_s, {}, {}, {}}});
    row("card of fields", R"({"attachments":[{"fields":[{"title":"Order","value":"1234"},{"value":"late"},7]}]})",
        {{Kind::Note, {}, u"Order: 1234\nlate"_s, {}, {}, {}, {}}});
    row("nothing in it", R"({"attachments":[{},null,5,"x",[],{"image_url":7}]})", {});
    row("no list", R"({"attachments":{"image_url":"/x.png"}})", {});
}

void MessageCodecTest::readsAttachments()
{
    QFETCH(QJsonObject, object);
    const Result<Message> message = decodeMessage(object);
    QVERIFY(message);
    QTEST(message->attachments, "attachments");
}

void MessageCodecTest::keepsOnlyPlacesOnEarth_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<std::optional<QPointF>>("location");
    QTest::newRow("San Francisco") << messageWith(R"({"location":{"type":"Point","coordinates":[-122.41,37.77]}})")
                                   << std::optional(QPointF(-122.41, 37.77));
    QTest::newRow("off the globe") << messageWith(R"({"location":{"coordinates":[12,91]}})")
                                   << std::optional<QPointF>();
    QTest::newRow("one number") << messageWith(R"({"location":{"coordinates":[12]}})") << std::optional<QPointF>();
    QTest::newRow("texts") << messageWith(R"({"location":{"coordinates":["12","3"]}})") << std::optional<QPointF>();
    QTest::newRow("no place") << messageWith(R"({"location":"home"})") << std::optional<QPointF>();
}

void MessageCodecTest::keepsOnlyPlacesOnEarth()
{
    QFETCH(QJsonObject, object);
    QTEST(decodeMessage(object)->location, "location");
}

void MessageCodecTest::borrowsAMissingTime()
{
    const QDateTime later = QDateTime::fromMSecsSinceEpoch(2'000, Qt::UTC);
    const Result<Message> updatedOnly = decodeMessage(messageWith(R"({"ts":"never","_updatedAt":{"$date":2000}})"));
    QCOMPARE(updatedOnly->at, later);
    const Result<Message> writtenOnly = decodeMessage(messageWith(R"({"ts":{"$date":2000}})"));
    QCOMPARE(writtenOnly->updatedAt, later);
    QVERIFY(!writtenOnly->isEdited);
    QVERIFY(decodeMessage(messageWith(R"({"editedAt":{"$date":2000}})"))->isEdited);
}

void MessageCodecTest::saysUnreadableInsteadOfShowingNothing()
{
    const QJsonObject object = messageWith(R"({"msg":{"text":"secret"},"token":"t"})");
    const Result<Message> message = decodeMessage(object);
    QVERIFY(!message);
    QCOMPARE(message.error(), (Error{Error::Kind::Protocol, u"message.msg is no text"_s}));
    const std::optional<Message> shown = unreadableMessage(object);
    QVERIFY(shown);
    QVERIFY(shown->isUnreadable);
    QCOMPARE(shown->id, MessageId{u"m1"_s});
    QCOMPARE(shown->room, RoomId{u"r1"_s});
    QCOMPARE(shown->author, Message::Author::Customer);
    QCOMPARE(shown->at, QDateTime::fromMSecsSinceEpoch(1'795'468'359'049, Qt::UTC));
    QVERIFY(!unreadableMessage(parsed(R"({"_id":5,"rid":"r1"})")));
}

void MessageCodecTest::needsItsIds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    QTest::newRow("empty") << QByteArray("{}") << u"message._id is missing"_s;
    QTest::newRow("no room") << QByteArray(R"({"_id":"m1"})") << u"message.rid is missing"_s;
    QTest::newRow("null id") << QByteArray(R"({"_id":null,"rid":"r1"})") << u"message._id is missing"_s;
    QTest::newRow("number") << QByteArray(R"({"_id":"m1","rid":17})") << u"message.rid is no text"_s;
}

void MessageCodecTest::needsItsIds()
{
    QFETCH(QByteArray, json);
    const Result<Message> message = decodeMessage(parsed(json.constData()));
    QVERIFY(!message);
    QTEST(message.error().detail, "fault");
}

QTEST_APPLESS_MAIN(MessageCodecTest)
#include "tst_messagecodec.moc"
