#include "app/practice/state.h"
#include "app/workspace/drafts.h"
#include "app/workspace/outbox.h"
#include "tests/ui/replyplace.h"
#include "ui/composer/attachmentstrip.h"
#include "ui/dialogs/problembar.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

/// Files for the reply, as a person handles them.
class AttacherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pastesDropsAndSends_data();
    void pastesDropsAndSends();
    void refusesInWords_data();
    void refusesInWords();
    void asksBeforeAPictureGoesAsItIs();
    void saysWhetherAPictureLooksDamaged_data();
    void saysWhetherAPictureLooksDamaged();
    void keepsTheTextWhenAFileIsGone();
    void choosesByKey();
    void saysWhoCanSwitchItOn();
    void undoBringsFilesBack();
    void showsTheWayAndCallsBack();

private:
    QString written(const QString &name, const QByteArray &bytes);
    QString picture(const QString &name);
    static void drop(ReplyPlace &place, const QStringList &paths);
    static QStringList shown(const ReplyPlace &place);

    QTemporaryDir m_folder;
};

QString AttacherTest::written(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qWarning("no file");
    }
    return file.fileName();
}

QString AttacherTest::picture(const QString &name)
{
    QImage image(60, 40, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    const QString path = m_folder.filePath(name);
    return image.save(path, "PNG") ? path : QString();
}

/// Where nobody else takes it: on the messages.
void AttacherTest::drop(ReplyPlace &place, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls.append(QUrl::fromLocalFile(path));
    }
    data.setUrls(urls);
    auto *view = place.desk->findChild<ConversationView *>();
    for (QWidget *below = place.view().viewport(); below != view; below = below->parentWidget()) {
        QVERIFY(!below->acceptDrops());
    }
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view, &event);
}

QStringList AttacherTest::shown(const ReplyPlace &place)
{
    const auto *strip = place.composer().findChild<AttachmentStrip *>();
    QStringList names;
    if (strip->isVisible()) {
        for (const QFrame *card : strip->findChildren<QFrame *>()) {
            if (card->property("card").toBool() && !card->isHidden()) {
                names.append(card->accessibleName());
            }
        }
    }
    return names;
}

void AttacherTest::pastesDropsAndSends_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "6.13", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void AttacherTest::pastesDropsAndSends()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    ReplyPlace place(options);
    QVERIFY(place.open());
    QVERIFY(!place.composer().canSend());
    QImage screen(30, 20, QImage::Format_RGB32);
    screen.fill(Qt::blue);
    QGuiApplication::clipboard()->setImage(screen);
    QTest::keySequence(&place.reply(), QKeySequence::Paste);
    QCOMPARE(shown(place), QStringList{u"picture.png"_s});
    QVERIFY(place.composer().canSend());
    drop(place, {picture(u"label.png"_s), written(u"terms.txt"_s, "Be kind.")});
    QCOMPARE(shown(place), (QStringList{u"picture.png"_s, u"label.png"_s, u"terms.txt"_s}));
    button(place.window, u"Remove label.png"_s)->click();
    QCOMPARE(shown(place), (QStringList{u"picture.png"_s, u"terms.txt"_s}));
    QTest::keyClicks(&place.reply(), u"Look"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QCOMPARE(place.composer().text(), QString());
    QVERIFY(shown(place).isEmpty());
    QVERIFY(place.console.session->drafts().files(place.room).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(place.console.sent(), 2, 10'000);
    const QList<practice::SentSms> &sent = place.console.workspace.twilio().sent();
    QCOMPARE(sent.at(0).body, u"Look"_s);
    QVERIFY(sent.at(0).media.constFirst().contains(u"picture.png"_s));
    QCOMPARE(sent.at(1).body, QString());
    QVERIFY(sent.at(1).media.constFirst().contains(u"terms.txt"_s));
    QTRY_VERIFY(place.console.session->outbox().rooms().isEmpty());
    QVERIFY(!place.composer().canSend());
}

void AttacherTest::refusesInWords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("too large") << written(u"film.txt"_s, QByteArray(5'242'881, 'x')) << u"carries at most 5.2 MB"_s;
    QTest::newRow("a program") << written(u"run.bin"_s,
                                          QByteArray("\x7f"
                                                     "ELF\2\1\1\0",
                                                     8))
                               << u"cannot carry a file of this type"_s;
    QTest::newRow("a folder") << m_folder.path() << u"A folder cannot be sent"_s;
    QTest::newRow("empty") << written(u"nothing.txt"_s, {}) << u"The file is empty"_s;
    QTest::newRow("gone") << m_folder.filePath(u"gone.png"_s) << u"no longer where it was"_s;
}

void AttacherTest::refusesInWords()
{
    QFETCH(QString, path);
    QFETCH(QString, words);
    ReplyPlace place;
    QVERIFY(place.open());
    QTest::keyClicks(&place.reply(), u"Dear"_s);
    drop(place, {path});
    QVERIFY2(place.told().contains(words), qPrintable(place.told()));
    QVERIFY(place.told().contains(u"was not attached"_s));
    QVERIFY(shown(place).isEmpty());
    QCOMPARE(place.composer().text(), u"Dear"_s);
}

void AttacherTest::asksBeforeAPictureGoesAsItIs()
{
    ReplyPlace place;
    QVERIFY(place.open());
    const QString torn = written(u"torn.jpg"_s, QByteArray("\xff\xd8\xff\xfe\0\2GPS 48.2082 N", 19));
    const auto question = [&] { return place.window.findChild<QMessageBox *>(); };
    drop(place, {torn});
    QVERIFY(question() && question()->isVisible());
    QVERIFY(question()->informativeText().contains(u"where, when"_s));
    QVERIFY(shown(place).isEmpty());
    QPointer<QMessageBox> first = question();
    QTest::keyClick(first, Qt::Key_Return); // what is pressed without reading sends nothing
    QTRY_VERIFY(!first);
    QVERIFY(shown(place).isEmpty());
    drop(place, {torn});
    button(*question(), u"Attach as it is"_s)->click();
    QCOMPARE(shown(place), QStringList{u"torn.jpg"_s});
    QCOMPARE(place.composer().text(), QString());
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTRY_COMPARE(place.console.sent(), 1);
    QVERIFY(place.console.workspace.twilio().sent().constFirst().media.constFirst().contains(u"torn.jpg"_s));
}

void AttacherTest::saysWhetherAPictureLooksDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("torn") << QByteArray("II\x2a\0\xff\0\0\0", 8) << true;
    QTest::newRow("of another kind") << QByteArray("II\x2b\0\x08\0\0\0", 8) << false;
}

void AttacherTest::saysWhetherAPictureLooksDamaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isDamaged);
    ReplyPlace place;
    QVERIFY(place.open());
    drop(place, {written(u"scan.tif"_s, bytes)});
    const auto *question = place.window.findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE(question->informativeText().contains(u"looks damaged"_s), isDamaged);
    QVERIFY(question->informativeText().contains(u"The customer would get that, too."_s));
}

void AttacherTest::keepsTheTextWhenAFileIsGone()
{
    ReplyPlace place;
    QVERIFY(place.open());
    const QString path = picture(u"away.png"_s);
    drop(place, {path});
    QTest::keyClicks(&place.reply(), u"Look"_s);
    QVERIFY(QFile::remove(path));
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QVERIFY2(place.told().contains(u"“away.png” is no longer there"_s), qPrintable(place.told()));
    QCOMPARE(place.composer().text(), u"Look"_s);
    QCOMPARE(shown(place), QStringList{u"away.png"_s});
    QCOMPARE(place.console.session->outbox().waiting(), 0);
}

void AttacherTest::choosesByKey()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QCOMPARE(place.window.actions().attach->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_U));
    place.window.actions().attach->trigger();
    auto *dialog = place.window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->filesSelected({picture(u"chosen.png"_s)});
    dialog->reject();
    QCOMPARE(shown(place), QStringList{u"chosen.png"_s});
    QCOMPARE(place.console.session->drafts().rooms(), QList{place.room});
}

void AttacherTest::saysWhoCanSwitchItOn()
{
    ReplyPlace place;
    place.console.workspace.state().settings.set(u"FileUpload_Enabled"_s, false);
    QVERIFY(place.open());
    const auto *attach = button(place.window, u"Attach"_s);
    QVERIFY(attach);
    QTRY_VERIFY(!attach->isEnabled());
    QVERIFY2(attach->accessibleDescription().contains(u"FileUpload_Enabled"_s),
             qPrintable(attach->accessibleDescription()));
    place.window.actions().attach->trigger();
    QVERIFY(!place.window.findChild<QFileDialog *>());
    QVERIFY(!place.desk->findChild<ProblemBar *>()->isEmpty());
}

void AttacherTest::undoBringsFilesBack()
{
    ReplyPlace place;
    QVERIFY(place.open());
    place.window.actions().holdSends.last()->trigger();
    drop(place, {picture(u"one.png"_s), picture(u"two.png"_s)});
    QTest::keyClicks(&place.reply(), u"Both"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QCOMPARE(place.console.session->outbox().waiting(), 2);
    QTest::keySequence(&place.reply(), QKeySequence::Undo);
    QTest::keySequence(&place.reply(), QKeySequence::Undo);
    QCOMPARE(place.composer().text(), u"Both"_s);
    QCOMPARE(shown(place), (QStringList{u"one.png"_s, u"two.png"_s}));
    QCOMPARE(place.console.session->outbox().waiting(), 0);
    QCOMPARE(place.console.sent(), 0);
}

void AttacherTest::showsTheWayAndCallsBack()
{
    ReplyPlace place;
    QVERIFY(place.open());
    drop(place, {picture(u"slow.png"_s)});
    QTest::keyClicks(&place.reply(), u"Look"_s);
    place.console.workspace.faults().restDelay = 1s;
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTRY_VERIFY(button(place.window, u"Cancel"_s));
    QVERIFY(says(place.window, u"The workspace works on the file"_s));
    button(place.window, u"Cancel"_s)->click();
    QCOMPARE(place.composer().text(), u"Look"_s);
    QCOMPARE(shown(place), QStringList{u"slow.png"_s});
    QVERIFY(!button(place.window, u"Cancel"_s));
    place.console.workspace.faults().restDelay = 0s;
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(place.console.sent(), 1, 10'000);
}

QTEST_MAIN(AttacherTest)
#include "tst_attacher.moc"
