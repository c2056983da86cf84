#include "filelock.h"
#include "uploadstation.h"

#include "app/omnichannel/conversationstore.h"
#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/workspace/attachments.h"
#include "app/workspace/drafts.h"
#include "app/workspace/filecontents.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Delivery = Message::Delivery;

namespace {

const QByteArray onePicture("\x89PNG\r\n\x1a\n\0\0\0\0IEND1234", 20); // enough of one to be taken for one

} // namespace

/// Files on their way, over real HTTP against a workspace of each way to take them.
class UploadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void sendsTextAndFile();
    void severalLeaveInOrder();
    void looksBeforeItSendsAgain();
    void sendsAgainWhatIsSurelyNotThere();
    void goesAgainAtOnceWhenItWasTurnedAway();
    void looksAfterARestart();
    void canBeCalledBackUntilItIsPosted();
    void canBeCalledBackOnItsWay();
    void whatCannotBePutBackStaysAndSaysSo();
    void aPastedPictureIsKeptWhileItMayBeRefused();
    void saysWhatBecameOfTheFile_data();
    void saysWhatBecameOfTheFile();
    void aRefusalStaysWithTheMessage();
    void whatTheWorkspaceForbidsFailsWithItsWords();

private:
    KeptFile made(const QString &name, const QByteArray &bytes = onePicture);
    void start();
    void send(const QString &text, const QList<KeptFile> &files);
    Delivery stateNow() const { return m_seen.isEmpty() ? Delivery::Waiting : m_seen.constLast().delivery; }
    int posted() const;
    qsizetype texted() const { return m_workspace->twilio().sent().size(); }

    SystemClock m_time;
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<practice::PracticeWorkspace> m_workspace;
    std::unique_ptr<UploadStation> m_station;
    RoomId m_room;
    QList<Message> m_seen;
    QList<MessageId> m_removed;
};

void UploadsTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "6.13", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void UploadsTest::init()
{
    QFETCH_GLOBAL(QString, version);
    m_folder = std::make_unique<QTemporaryDir>();
    practice::PracticeOptions options;
    options.version = version;
    options.hasCustomers = false;
    m_workspace = std::make_unique<practice::PracticeWorkspace>(options, m_time);
    QVERIFY(m_workspace->start().isOk());
    practice::State &state = m_workspace->state();
    const auto reception = state.intake.receive({u"twilio"_s, u"+14155550199"_s, m_workspace->number(), u"Hi"_s, {}});
    QVERIFY(bool(reception));
    state.posting.fromVisitor(reception->visitor, reception->rid, {{u"msg"_s, u"Hi"_s}});
    m_room = {reception->rid};
    start();
}

void UploadsTest::cleanup()
{
    m_station.reset();
    m_workspace.reset();
}

void UploadsTest::start()
{
    m_seen.clear();
    m_removed.clear();
    m_station.reset();
    m_station = std::make_unique<UploadStation>(*m_workspace, m_folder->filePath(u"safe.sqlite"_s), m_clock);
    QVERIFY(m_station->isOpen);
    connect(&m_station->outbox, &Outbox::changed, this, [this](const Message &message) { m_seen.append(message); });
    connect(&m_station->outbox, &Outbox::removed, this,
            [this](const RoomId &, const MessageId &id) { m_removed.append(id); });
    m_station->outbox.setOnline(true);
}

KeptFile UploadsTest::made(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qWarning("no file");
    }
    file.close();
    return keptFileOf(file.fileName()).value();
}

void UploadsTest::send(const QString &text, const QList<KeptFile> &files)
{
    const Result<MessageId> sent = m_station->outbox.send(m_room, text, files);
    QVERIFY2(sent.isOk(), sent ? "" : qPrintable(sent.error().detail));
}

int UploadsTest::posted() const
{
    return static_cast<int>(
        m_workspace->state()
            .documents.messages.where([](const QJsonObject &one) { return one.contains("file"_L1); })
            .size());
}

void UploadsTest::sendsTextAndFile()
{
    const KeptFile file = made(u"Grün \"1\".png"_s);
    QCOMPARE(file.name, u"Grün _1_.png"_s);
    send(u"Look"_s, {file});
    QCOMPARE(m_seen.constFirst().attachments.constFirst().title, file.name); // shown before it left
    const MessageId ours = m_seen.constFirst().id;
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    const Message &saved = m_seen.constLast();
    QCOMPARE(m_removed, QList{ours});
    QVERIFY(saved.id != ours);
    QCOMPARE(saved.text, u"Look"_s);
    QCOMPARE(saved.attachments.constFirst().kind, Attachment::Kind::Image);
    const QString upload = saved.attachments.constFirst().link.section(u'/', 2, 2);
    QFile kept(file.path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(m_workspace->state().documents.uploadBytes.value(upload), kept.readAll());
    QTRY_COMPARE(texted(), 1);
    QCOMPARE(m_workspace->twilio().sent().constFirst().body, u"Look"_s);
    QVERIFY(m_workspace->twilio().sent().constFirst().media.constFirst().contains(upload));
    QVERIFY(m_station->safe.outgoing()->isEmpty());
    QVERIFY(m_station->outbox.rooms().isEmpty());
}

void UploadsTest::severalLeaveInOrder()
{
    QSignalSpy progress(&m_station->uploads, &Uploads::progressed);
    send(u"Both"_s, {made(u"a.png"_s), made(u"b.txt"_s, QByteArray(300'000, 'b'))});
    send(u"And that is all"_s, {});
    for (int round = 0; round < 3; ++round) {
        QTRY_COMPARE(texted(), round + 1);
        QTRY_COMPARE(stateNow(), Delivery::Saved);
        m_clock.advance(300ms);
    }
    QStringList bodies;
    for (const practice::SentSms &sms : m_workspace->twilio().sent()) {
        bodies.append(sms.body);
    }
    QCOMPARE(bodies, (QStringList{u"Both"_s, QString(), u"And that is all"_s}));
    QVERIFY(progress.constLast().at(3).toLongLong() > 300'000);
    QCOMPARE(progress.constLast().at(2), progress.constLast().at(3));
}

void UploadsTest::looksBeforeItSendsAgain()
{
    m_workspace->faults().loseUploads = 1;
    send(u"Once"_s, {made(u"a.png"_s)});
    QTRY_COMPARE(posted(), 1);
    QTRY_COMPARE(stateNow(), Delivery::Waiting);
    QCOMPARE(m_station->outbox.takeBack(m_seen.constLast().id).error().code, u"sending"_s); // it may be there
    m_clock.advance(5s);
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCOMPARE(posted(), 1);
    QCOMPARE(texted(), 1);
}

void UploadsTest::sendsAgainWhatIsSurelyNotThere()
{
    m_workspace->faults().loseUploads = 1;
    send(u"Lost"_s, {made(u"a.png"_s)});
    QTRY_COMPARE(posted(), 1);
    QTRY_COMPARE(stateNow(), Delivery::Waiting);
    practice::Collection &messages = m_workspace->state().documents.messages;
    const QJsonObject lost = messages.first([](const QJsonObject &one) { return one.contains("file"_L1); });
    messages.remove(lost.value("_id"_L1).toString());
    m_clock.advance(5s);
    QTRY_COMPARE(stateNow(), Delivery::Sending); // it is asked,
    QTRY_COMPARE(stateNow(), Delivery::Waiting); // and may still come
    QCOMPARE(posted(), 0);
    for (int minute = 0; minute < 5 && posted() == 0; ++minute) {
        m_clock.advance(61s);
        QTRY_VERIFY(stateNow() != Delivery::Sending);
    }
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCOMPARE(posted(), 1);
}

void UploadsTest::goesAgainAtOnceWhenItWasTurnedAway()
{
    m_clock.jump(
        std::chrono::milliseconds(m_clock.now().msecsTo(m_time.now()))); // until when, is said by the wall clock
    practice::Faults &faults = m_workspace->faults();
    if (m_station->files.isConfirmed()) { // between its two steps; in one there is only the time before it
        connect(&m_station->uploads, &Uploads::committed, this, [&faults] { faults.answer429 = 1; });
    } else {
        faults.answer429 = 1;
    }
    send(u"Soon"_s, {made(u"a.png"_s)});
    QTRY_COMPARE(stateNow(), Delivery::Waiting);
    QTRY_COMPARE(faults.answer429, 0);
    QCOMPARE(posted(), 0);
    m_station->uploads.disconnect(this);
    m_clock.advance(5s);
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCOMPARE(posted(), 1);
}

void UploadsTest::looksAfterARestart()
{
    m_workspace->faults().loseUploads = 1;
    send(u"Before the crash"_s, {made(u"a.png"_s)});
    QTRY_COMPARE(posted(), 1);
    start();
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCOMPARE(posted(), 1);
    QCOMPARE(texted(), 1);
}

void UploadsTest::canBeCalledBackUntilItIsPosted()
{
    const KeptFile file = made(u"a.png"_s);
    QSignalSpy returned(&m_station->outbox, &Outbox::fileReturned);
    send(u"No"_s, {file});
    send(u"But this"_s, {});
    const Result<QString> text = m_station->outbox.takeBack(m_seen.constFirst().id);
    QVERIFY(text.isOk());
    QCOMPARE(*text, u"No"_s);
    QCOMPARE(returned.size(), 1);
    QCOMPARE(m_station->safe.draftFiles()->value(m_room), QList{file});
    QCOMPARE(m_station->safe.drafts()->value(m_room), u"No"_s);
    QTRY_COMPARE(texted(), 1);
    QCOMPARE(m_workspace->twilio().sent().constFirst().body, u"But this"_s);
    QCOMPARE(posted(), 0);
}

void UploadsTest::canBeCalledBackOnItsWay()
{
    QSignalSpy ended(&m_station->uploads, &Uploads::ended);
    bool isTaken = false;
    connect(&m_station->uploads, &Uploads::progressed, this,
            [this, &isTaken](const RoomId &, const MessageId &id, qint64 sent, qint64 total) {
                if (!isTaken && sent < total) {
                    isTaken = m_station->outbox.takeBack(MessageId(id)).isOk();
                }
            });
    send(u"No"_s, {made(u"a.png"_s, QByteArray(40'000'000, 'x'))});
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(isTaken);
    send(u"But this"_s, {});
    QTRY_COMPARE(texted(), 1);
    QCOMPARE(posted(), 0);
}

void UploadsTest::whatCannotBePutBackStaysAndSaysSo()
{
    std::optional<Error> refusal;
    connect(&m_station->uploads, &Uploads::progressed, this,
            [&](const RoomId &, const MessageId &id, qint64 sent, qint64 total) {
                if ((!refusal || refusal->code == u"sending"_s) && sent < total) {
                    const FileLock lock(m_folder->filePath(u"safe.sqlite"_s));
                    const Result<QString> taken = m_station->outbox.takeBack(MessageId(id));
                    refusal = taken ? Error() : taken.error();
                }
            });
    send(u"No"_s, {made(u"a.png"_s, QByteArray(40'000'000, 'x'))});
    QTRY_VERIFY(refusal && refusal->kind == Error::Kind::Storage);
    QTRY_COMPARE(stateNow(), Delivery::Failed);
    QCOMPARE(m_seen.constLast().reason, u"called-back"_s);
    send(u"But this"_s, {});
    QTRY_COMPARE(texted(), 1);
    QCOMPARE(posted(), 0);
}

void UploadsTest::aPastedPictureIsKeptWhileItMayBeRefused()
{
    std::optional<FilesApi> files(std::in_place, m_station->rest, m_station->features);
    Drafts drafts(m_station->safe, m_clock);
    const ConversationStore conversations;
    Attachments attachments({files, drafts, m_station->outbox, conversations}, m_clock);
    attachments.setFolder(m_folder->filePath(u"pictures"_s));
    QVERIFY(!attachments.addPicture(m_room, onePicture, u"a.png"_s));
    const QString path = drafts.files(m_room).constFirst().path;
    send(u"Look"_s, drafts.files(m_room));
    drafts.forget(m_room);
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCoreApplication::processEvents();
    QVERIFY(QFile::exists(path));
    m_clock.advance(100s);
    QVERIFY(!QFile::exists(path));
}

void UploadsTest::saysWhatBecameOfTheFile_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::addColumn<QString>("reason");
    QTest::newRow("gone") << true << u"file-gone"_s;
    QTest::newRow("another one") << false << u"file-changed"_s;
}

void UploadsTest::saysWhatBecameOfTheFile()
{
    QFETCH(bool, isGone);
    const KeptFile file = made(u"a.png"_s);
    if (isGone) {
        QVERIFY(QFile::remove(file.path));
    } else {
        made(u"a.png"_s, "other bytes");
    }
    send(u"Look"_s, {file});
    QTRY_COMPARE(stateNow(), Delivery::Failed);
    QTEST(m_seen.constLast().reason, "reason");
    QCOMPARE(posted(), 0);
    made(u"a.png"_s); // it is back
    m_station->outbox.retry(m_seen.constLast().id);
    QTRY_COMPARE(stateNow(), Delivery::Saved);
}

void UploadsTest::aRefusalStaysWithTheMessage()
{
    send(u"Look"_s, {made(u"a.png"_s)});
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    const MessageId saved = m_seen.constLast().id;
    QVERIFY(m_station->outbox.noteRefusal(m_room, {u"File type is not accepted."_s, m_clock.monotonic(), {}}));
    QCOMPARE(stateNow(), Delivery::Refused);
    QCOMPARE(m_seen.constLast().id, saved);
    start();
    QCOMPARE(m_station->outbox.messagesOf(m_room).constFirst().id, saved);
    QCOMPARE(m_station->outbox.messagesOf(m_room).constFirst().delivery, Delivery::Refused);
    m_station->outbox.retry(saved);
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCOMPARE(posted(), 2);
}

void UploadsTest::whatTheWorkspaceForbidsFailsWithItsWords()
{
    m_workspace->state().settings.set(u"FileUpload_MaxFileSize"_s, 3);
    send(u"Look"_s, {made(u"a.png"_s)});
    QTRY_COMPARE(stateNow(), Delivery::Failed);
    QVERIFY2(m_seen.constLast().reason.contains(u"exceeds"_s), qPrintable(m_seen.constLast().reason));
    m_workspace->state().settings.set(u"FileUpload_MaxFileSize"_s, -1);
    m_station->outbox.retry(m_seen.constLast().id);
    QTRY_COMPARE(stateNow(), Delivery::Saved);
    QCOMPARE(posted(), 1);
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "tst_uploads.moc"
