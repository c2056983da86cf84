#include "console.h"

#include "app/rest/filesapi.h"
#include "app/workspace/attachments.h"
#include "app/workspace/drafts.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

const auto somePicture = "\x89PNG\r\n\x1a\n\0\0\0\0IEND1234"; // enough of one to be taken for one
const QByteArray pictureBytes(somePicture, 20);

} // namespace

/// What may hang on a draft, and what becomes of it.
class AttachmentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void obeysTheRules_data();
    void obeysTheRules();
    void refusesWhatIsNoFile();
    void takesTenAndNoneTwice();
    void asksTheWorkspaceForItsRules_data();
    void asksTheWorkspaceForItsRules();
    void keepsPastedPicturesUntilTheyAreSent();
    void filesOfADraftSurviveARestart();

private:
    QString written(const QString &name, const QByteArray &bytes = pictureBytes);
    QTemporaryDir m_folder;
};

QString AttachmentsTest::written(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qWarning("no file");
    }
    return file.fileName();
}

void AttachmentsTest::obeysTheRules_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<bool>("isSms");
    QTest::addColumn<FileRules>("rules");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<qint64>("limit");
    const FileRules open;
    const FileRules off{.isOn = false};
    const FileRules small{.maximumBytes = 1000};
    const FileRules large{.maximumBytes = 104'857'600};
    const FileRules pictures{.acceptedTypes = {u"image/*"_s}, .blockedTypes = {u"image/svg+xml"_s}};
    const auto row = [](const char *name, const char *type, qint64 bytes, bool isSms, const FileRules &rules,
                        const char *refusal, qint64 limit = 0) {
        QTest::newRow(name) << QString::fromLatin1(type) << bytes << isSms << rules << QString::fromLatin1(refusal)
                            << limit;
    };
    row("a picture by SMS", "image/png", 5'242'880, true, open, "");
    row("a picture too large for an MMS", "image/png", 5'242'881, true, large, "mms-too-large", 5'242'880);
    row("the same elsewhere", "image/png", 5'242'881, false, large, "");
    row("too large for the workspace", "image/png", 1001, false, small, "file-too-large", 1000);
    row("too large for the workspace and for an MMS", "image/png", 6'000'000, true, small, "file-too-large", 1000);
    row("switched off", "image/png", 1, false, off, "files-off");
    row("a program by SMS", "application/x-executable", 1, true, open, "mms-type");
    row("a program elsewhere", "application/x-executable", 1, false, open, "");
    row("a PDF by SMS", "application/pdf", 1, true, open, "");
    row("on the list", "image/gif", 1, false, pictures, "");
    row("not on the list", "application/pdf", 1, false, pictures, "file-type-blocked");
    row("on both lists", "image/svg+xml", 1, false, pictures, "file-type-blocked");
}

void AttachmentsTest::obeysTheRules()
{
    QFETCH(QString, type);
    QFETCH(qint64, bytes);
    QFETCH(bool, isSms);
    QFETCH(FileRules, rules);
    const KeptFile file{.path = u"/a"_s, .name = u"a"_s, .mimeType = type, .bytes = bytes};
    const auto refusal = refusalOf(file, rules, isSms ? Source::Sms : Source::Widget);
    QTEST(refusal ? refusal->error.code : QString(), "refusal");
    QTEST(refusal ? refusal->limit : 0, "limit");
}

void AttachmentsTest::refusesWhatIsNoFile()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    Attachments &attachments = console.session->attachments();
    const RoomId room{u"r"_s};
    const auto code = [&](const QString &path) {
        const auto refusal = attachments.add(room, path);
        return refusal ? refusal->error.code : QString();
    };
    QCOMPARE(code(m_folder.filePath(u"nowhere.png"_s)), u"file-gone"_s);
    QCOMPARE(code(m_folder.path()), u"file-is-folder"_s);
    QCOMPARE(code(written(u"empty.png"_s, {})), u"file-empty"_s);
    QCOMPARE(code(u"/dev/zero"_s), u"file-unreadable"_s);
    QCOMPARE(code(written(u"torn.png"_s, pictureBytes.left(12))), u"damaged-picture"_s);
    QVERIFY(console.session->drafts().files(room).isEmpty());
    const QString odd = written(QString::fromUtf8("\xe2\x80\xae"
                                                  "gnp.\"evil\"\n%41.png"));
    QCOMPARE(code(odd), QString());
    QCOMPARE(console.session->drafts().files(room).constFirst().name, u"_gnp._evil___41.png"_s);
}

void AttachmentsTest::takesTenAndNoneTwice()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    Attachments &attachments = console.session->attachments();
    const RoomId room{u"r"_s};
    for (int number = 0; number < 10; ++number) {
        QVERIFY(!attachments.add(room, written(u"%1.png"_s.arg(number))));
    }
    QCOMPARE(attachments.add(room, written(u"3.png"_s))->error.code, u"file-there-already"_s);
    QCOMPARE(attachments.add(room, written(u"10.png"_s))->error.code, u"too-many-files"_s);
    QVERIFY(attachments.remove(room, console.session->drafts().files(room).constFirst()));
    QVERIFY(!attachments.add(room, written(u"10.png"_s)));
    QCOMPARE(console.session->drafts().files(room).size(), 10);
}

void AttachmentsTest::asksTheWorkspaceForItsRules_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "6.13", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void AttachmentsTest::asksTheWorkspaceForItsRules()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    Console console(options);
    console.workspace.state().settings.set(u"FileUpload_MaxFileSize"_s, 10);
    QVERIFY(console.signIn() && console.start());
    const QString file = written(u"a.png"_s);
    int room = 0;
    std::optional<FileRefusal> refusal;
    const auto isRefused = [&] {
        refusal
            = console.session->attachments().add({QString::number(++room)}, file); // until they are known, it is taken
        return refusal.has_value();
    };
    QTRY_VERIFY(isRefused());
    QCOMPARE(refusal->error.code, u"file-too-large"_s);
    QCOMPARE(refusal->limit, 10);
}

void AttachmentsTest::keepsPastedPicturesUntilTheyAreSent()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    console.text(u"+14155550199"_s, u"Hi"_s);
    QTRY_VERIFY(console.only());
    const RoomId room = console.only()->id;
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(this));
    QTRY_VERIFY(taken.isHere());
    QVERIFY(taken.result().isOk());
    QVERIFY(!console.session->attachments().addPicture(room, pictureBytes, u"picture.png"_s));
    QVERIFY(!console.session->attachments().addPicture(room, pictureBytes, u"picture-2.png"_s));
    const QDir folder(console.profile.filePath(u"safe.db.pictures"_s));
    const QList<KeptFile> files = console.session->drafts().files(room);
    QCOMPARE(files.constFirst().name, u"picture.png"_s);
    QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    QVERIFY(!(QFile::permissions(files.constFirst().path) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(console.session->attachments().remove(room, files.constLast()));
    QTRY_COMPARE(folder.entryList(QDir::Files).size(), 1);
    QVERIFY(console.session->outbox().send(room, {}, console.session->drafts().files(room)).isOk());
    console.session->drafts().forget(room);
    QTRY_COMPARE(console.sent(), 1);
    QTRY_COMPARE(console.session->outbox().waiting(), 0);
    QCOMPARE(folder.entryList(QDir::Files).size(), 1); // it may still be refused, and is then asked for again
}

void AttachmentsTest::filesOfADraftSurviveARestart()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    const RoomId room{u"r"_s};
    QVERIFY(!console.session->attachments().add(room, written(u"a.png"_s)));
    QVERIFY(!console.session->attachments().addPicture(room, pictureBytes, u"picture.png"_s));
    const QList<KeptFile> files = console.session->drafts().files(room);
    console.endSession();
    QVERIFY(console.start());
    QCOMPARE(console.session->drafts().files(room), files);
    QVERIFY(QFile::exists(files.constLast().path));
    QCOMPARE(console.session->drafts().rooms(), QList{room});
}

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
