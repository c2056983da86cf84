#include "ui/words/phrases.h"

#include "ui/words/eventphrase.h"
#include "ui/words/plainline.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

Message agentMessage(Message::Delivery delivery, const QString &reason = {})
{
    Message message;
    message.author = Message::Author::Agent;
    message.authorName = u"Ana"_s;
    message.text = u"On its\nway"_s;
    message.at = noon;
    message.delivery = delivery;
    message.reason = reason;
    return message;
}

} // namespace

class PhrasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowOfTheListIsToldInFull();
    void ownPreviewIsMarked();
    void megabyteIsCut();
    void messageIsToldWithItsState_data();
    void messageIsToldWithItsState();
    void attachmentsAreNamed();
    void hostileNamesTurnNothingAround_data();
    void hostileNamesTurnNothingAround();
    void paintedTextKeepsToItself();
    void eventsAreSentences_data();
    void eventsAreSentences();
};

void PhrasesTest::rowOfTheListIsToldInFull()
{
    Conversation conversation;
    conversation.customerName = u"Marta Oliveira"_s;
    conversation.source = Source::Sms;
    conversation.customerPresence = Presence::Online;
    conversation.stage = Stage::Queue;
    conversation.unread = 2;
    conversation.waitingSince = noon.addSecs(-134);
    conversation.preview = u"Where is <b>it</b>?"_s;
    QCOMPARE(conversationPhrase(conversation, noon),
             u"Marta Oliveira, SMS, customer online, Queue, 2 unread, waiting 02:14, Where is <b>it</b>?"_s);

    conversation.stage = Stage::Mine;
    conversation.unread = 0;
    conversation.hasDraft = true;
    conversation.hasFailure = true;
    QCOMPARE(conversationPhrase(conversation, noon),
             u"Marta Oliveira, SMS, customer online, Mine, draft, a message was not sent, Where is <b>it</b>?"_s);

    conversation.hasDraft = false;
    conversation.hasFailure = false;
    conversation.hasOptedOut = true;
    QCOMPARE(conversationPhrase(conversation, noon),
             u"Marta Oliveira, SMS, customer online, Mine, opted out, Where is <b>it</b>?"_s);
    QVERIFY(paintedPreview(conversation).startsWith(u"Opted out · "_s));
    conversation.preview.clear();
    QCOMPARE(paintedPreview(conversation), u"Opted out"_s);
}

void PhrasesTest::ownPreviewIsMarked()
{
    Conversation conversation;
    conversation.preview = u"on\n my  way"_s;
    QCOMPARE(previewText(conversation), u"on my way"_s);
    conversation.isPreviewOurs = true;
    QCOMPARE(previewText(conversation), u"You: on my way"_s);
    conversation.preview.clear();
    QCOMPARE(previewText(conversation), QString());
}

void PhrasesTest::megabyteIsCut()
{
    Conversation conversation;
    conversation.preview = QString(1 << 20, u'x');
    QVERIFY(previewText(conversation).size() < 1000);
    Message message;
    message.text = conversation.preview;
    QVERIFY(messagePhrase(message).size() < 1000);
}

void PhrasesTest::messageIsToldWithItsState_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("told");
    Message customer;
    customer.authorName = u"Marta"_s;
    customer.text = u"Hello %1"_s;
    customer.at = noon;
    QTest::newRow("a customer's has none") << customer << u"Marta, Hello %1, 12:00"_s;
    QTest::newRow("saved") << agentMessage(Message::Delivery::Saved) << u"Ana, On its way, Saved, 12:00"_s;
    QTest::newRow("waiting") << agentMessage(Message::Delivery::Waiting) << u"Ana, On its way, Waiting, 12:00"_s;
    QTest::newRow("refused") << agentMessage(Message::Delivery::Refused, u"No %2 such number"_s)
                             << u"Ana, On its way, Refused: No %2 such number, 12:00"_s;
    QTest::newRow("failed")
        << agentMessage(Message::Delivery::Failed, u"closed"_s)
        << u"Ana, On its way, Failed: The conversation is closed or no longer yours, so the message was not sent, 12:00"_s;
    QTest::newRow("under way") << agentMessage(Message::Delivery::Sending) << u"Ana, On its way, Waiting, 12:00"_s;
    customer.text = u"a\0b\x1b c\u202Ed"_s;
    QTest::newRow("nothing ends or turns it") << customer << u"Marta, a b cd, 12:00"_s;
    customer.isUnreadable = true;
    customer.text.clear();
    QTest::newRow("unreadable") << customer << u"Marta, This message cannot be read, 12:00"_s;
}

void PhrasesTest::messageIsToldWithItsState()
{
    QFETCH(Message, message);
    QFETCH(QString, told);
    QCOMPARE(messagePhrase(message), told);
}

void PhrasesTest::attachmentsAreNamed()
{
    Message message;
    message.authorName = u"Marta"_s;
    Attachment picture;
    picture.kind = Attachment::Kind::Image;
    picture.title = u"parcel.png"_s;
    Attachment lost;
    lost.kind = Attachment::Kind::Failed;
    message.attachments = {picture, lost};
    QCOMPARE(messagePhrase(message), u"Marta, picture parcel.png, a file that the workspace could not fetch"_s);
}

void PhrasesTest::hostileNamesTurnNothingAround_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("override") << u"Eve\u202Egnp.exe"_s << u"Evegnp.exe"_s;
    QTest::newRow("isolate that nobody closes") << u"\u2067Eve"_s << u"Eve"_s;
    QTest::newRow("closes what it did not open") << u"Eve\u2069\u2069\u202C"_s << u"Eve"_s;
    QTest::newRow("lines and blanks") << u" Eve\n\u00A0\tSmith\0"_s << u"Eve Smith"_s;
    QTest::newRow("a tower of accents") << QString(u"E"_s + QString(300, QChar(0x0301)) + u"ve"_s)
                                        << QString(u"E"_s + QString(8, QChar(0x0301)) + u"ve"_s);
    QTest::newRow("Arabic stays") << u"مرحبا"_s << u"مرحبا"_s;
    QTest::newRow("joined emoji and letters stay") << u"👩\u200D🔧 می\u200Cخواهم"_s << u"👩\u200D🔧 می\u200Cخواهم"_s;
    QTest::newRow("never half a character") << QString(119, u'x').append(u"😀"_s) << QString(119, u'x');
}

void PhrasesTest::hostileNamesTurnNothingAround()
{
    QFETCH(QString, sent);
    QFETCH(QString, shown);
    QCOMPARE(plainLine(sent), shown);
    Conversation conversation;
    conversation.customerName = sent;
    conversation.stage = Stage::Mine;
    QVERIFY2(conversationPhrase(conversation, noon).startsWith(shown + u", "_s), "as it is told");
    Message taken;
    taken.event = Message::Event::Taken;
    taken.subject = sent;
    QCOMPARE(eventPhrase(taken), shown + u" took this conversation"_s);
}

void PhrasesTest::paintedTextKeepsToItself()
{
    Conversation conversation;
    conversation.preview = u"\u2067مرحبا!"_s;
    conversation.isPreviewOurs = true;
    QCOMPARE(paintedPreview(conversation), u"You: \u2068مرحبا!\u2069"_s);
    QCOMPARE(previewText(conversation), u"You: مرحبا!"_s);
}

void PhrasesTest::eventsAreSentences_data()
{
    QTest::addColumn<int>("event");
    QTest::addColumn<bool>("isShown");
    for (int event = 0; event <= int(Message::Event::Other); ++event) {
        const bool isShown = event != int(Message::Event::None) && event != int(Message::Event::Hidden);
        QTest::addRow("event %d", event) << event << isShown;
    }
}

void PhrasesTest::eventsAreSentences()
{
    QFETCH(int, event);
    QFETCH(bool, isShown);
    Message message;
    message.author = Message::Author::System;
    message.event = Message::Event(event);
    message.text = u"solved"_s;
    QCOMPARE(!eventPhrase(message).isEmpty(), isShown);
    message.subject = u"Ana %2"_s;
    message.object = u"Sales"_s;
    const QString phrase = eventPhrase(message);
    QCOMPARE(!phrase.isEmpty(), isShown);
    QVERIFY2(!phrase.contains(u"%1"_s), qPrintable(phrase));
}

QTEST_GUILESS_MAIN(PhrasesTest)
#include "tst_phrases.moc"
