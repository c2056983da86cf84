#include "app/workspace/transcript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

Transcript talk()
{
    Transcript transcript;
    transcript.conversation = {.id = {u"r"_s}, .customerName = u"Ida Nunes"_s, .customerNumber = u"+351912345678"_s};
    transcript.conversation.ourNumber = u"+15550100"_s;
    transcript.conversation.servedByName = u"Ana"_s;
    transcript.messages
        = {{.id = {u"1"_s},
            .authorId = u"351912345678"_s,
            .authorName = u"Ida Nunes"_s,
            .text = u"I am IDA, write to ida.nunes@example.pt or call 0912 345-678 about order 88412"_s,
            .at = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC),
            .attachments = {{.title = u"Nunes.png"_s, .link = u"/file-upload/x/Nunes.png"_s}}},
           {.id = {u"2"_s}, .author = Message::Author::Agent, .authorName = u"Ana"_s, .text = u"Thanks, Ida"_s}};
    return transcript;
}

} // namespace

class TranscriptTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hidesWhatIsAsked_data();
    void hidesWhatIsAsked();
    void nothingHiddenIsLeftInTheFile();
    void changesNothingUnasked();
    void jsonHoldsTheConversation();
};

void TranscriptTest::hidesWhatIsAsked_data()
{
    QTest::addColumn<bool>("numbers");
    QTest::addColumn<bool>("mails");
    QTest::addColumn<bool>("names");
    QTest::addColumn<QString>("text");
    QTest::newRow("numbers") << true << false << false
                             << u"I am IDA, write to ida.nunes@example.pt or call …78 about order 88412"_s;
    QTest::newRow("mails") << false << true << false
                           << u"I am IDA, write to …@… or call 0912 345-678 about order 88412"_s;
    QTest::newRow("names") << false << false << true
                           << u"I am I., write to i..n.@example.pt or call 0912 345-678 about order 88412"_s;
}

void TranscriptTest::hidesWhatIsAsked()
{
    QFETCH(bool, numbers);
    QFETCH(bool, mails);
    QFETCH(bool, names);
    QFETCH(QString, text);
    QCOMPARE(redacted(talk(), {numbers, mails, names}).messages.first().text, text);
}

void TranscriptTest::nothingHiddenIsLeftInTheFile()
{
    const QString json = QString::fromUtf8(transcriptJson(redacted(talk(), {true, true, true})));
    for (const QString &secret : {u"912"_s, u"345678"_s, u"example.pt"_s, u"Nunes"_s, u"Ida"_s}) {
        QVERIFY2(!json.contains(secret, Qt::CaseInsensitive), qPrintable(secret + u" in "_s + json));
    }
    QVERIFY(json.contains(u"88412"_s) && json.contains(u"Ana"_s));
}

void TranscriptTest::changesNothingUnasked()
{
    const Transcript same = redacted(talk(), {});
    QCOMPARE(same.messages, talk().messages);
    QCOMPARE(same.conversation, talk().conversation);
}

void TranscriptTest::jsonHoldsTheConversation()
{
    const QJsonObject json = QJsonDocument::fromJson(transcriptJson(talk())).object();
    QCOMPARE(json.value("customer"_L1).toObject().value("number"_L1).toString(), u"+351912345678"_s);
    const QJsonArray messages = json.value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 2);
    const QJsonObject first = messages.first().toObject();
    QCOMPARE(first.value("from"_L1).toString(), u"customer"_s);
    QCOMPARE(first.value("at"_L1).toString(), u"2026-11-24T09:00:00.000Z"_s);
    QCOMPARE(first.value("text"_L1).toString(), talk().messages.first().text);
    QCOMPARE(first.value("files"_L1).toArray().first().toObject().value("name"_L1).toString(), u"Nunes.png"_s);
    QVERIFY(!first.contains("state"_L1));
    QCOMPARE(messages.last().toObject().value("state"_L1).toString(), u"saved"_s);
}

QTEST_GUILESS_MAIN(TranscriptTest)
#include "tst_transcript.moc"
