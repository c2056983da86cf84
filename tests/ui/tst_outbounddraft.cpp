#include "tests/ui/startplace.h"
#include "ui/outbound/startdraft.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

namespace {

const auto isHereAgain = u"What you typed before is here again."_s;

bool isInFile(const QString &file, const QString &words)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) && opened.readAll().contains(words.toUtf8());
}

bool isOnDisk(const StartPlace &place, const QString &words)
{
    return isInFile(place.console.profile.filePath(u"settings.ini"_s), words);
}

/// What is kept, and the file it is kept in.
struct KeptDraft {
    QString path() const { return folder.filePath(u"settings.ini"_s); }
    void type(const QString &recipient) { note.set({recipient, {}}); }

    QTemporaryDir folder;
    SettingsFile settings{path()};
    ManualClock clock;
    StartDraftNote note{settings, clock, u"ana"_s};
};

} // namespace

/// What was typed for a first text is there until it is sent or discarded.
class OutboundDraftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWrittenASecondAfterTheFirstKey();
    void isWrittenLaterWhereTheDiskTakesNothing();
    void eachAccountHasItsOwn();
    void isOnDiskWhileTheDialogueIsOpen();
    void isThereAgainAfterTheDialogueIsClosed();
    void keepsWhatWasTypedIntoAnotherTemplate();
    void isGoneWhenDiscarded();
    void isGoneWhenSent();
    void isThereAfterARefusal();
    void losesNothingToASlowWorkspace();
};

void OutboundDraftTest::isWrittenASecondAfterTheFirstKey()
{
    KeptDraft kept;
    kept.type(u"+3519"_s);
    kept.clock.advance(999ms);
    QVERIFY(!isInFile(kept.path(), u"+3519"_s));
    kept.type(u"+35191"_s);
    kept.clock.advance(1ms);
    QVERIFY(isInFile(kept.path(), u"+35191"_s));
    kept.type(u"+351912"_s);
    kept.note.flush();
    QVERIFY(isInFile(kept.path(), u"+351912"_s));
    kept.type({});
    kept.clock.advance(1s);
    QVERIFY(!isInFile(kept.path(), u"+3519"_s));
}

void OutboundDraftTest::isWrittenLaterWhereTheDiskTakesNothing()
{
    KeptDraft kept;
    const QSignalSpy failed(&kept.note, &StartDraftNote::storageFailed);
    const QSignalSpy stored(&kept.note, &StartDraftNote::stored);
    QVERIFY(QDir().mkdir(kept.path())); // in the way of the file
    kept.type(customer);
    kept.clock.advance(1s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(QDir().rmdir(kept.path()));
    kept.clock.advance(10s);
    QCOMPARE(stored.size(), 1);
    QVERIFY(isInFile(kept.path(), customer));
}

void OutboundDraftTest::eachAccountHasItsOwn()
{
    KeptDraft kept;
    kept.type(customer);
    kept.note.flush();
    StartDraftNote same(kept.settings, kept.clock, u"ana"_s);
    QCOMPARE(same.kept()->recipient, customer);
    StartDraftNote other(kept.settings, kept.clock, u"bo"_s);
    QVERIFY(!other.kept());
    other.set({u"+4477"_s, {}});
    other.forget();
    QVERIFY(isInFile(kept.path(), customer));
}

void OutboundDraftTest::isOnDiskWhileTheDialogueIsOpen()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    QTRY_VERIFY(isOnDisk(place, customer) && isOnDisk(place, u"Marta"_s));
    QVERIFY(place.dialog->isVisible());
    QVERIFY(!says(*place.dialog, isHereAgain));
}

void OutboundDraftTest::isThereAgainAfterTheDialogueIsClosed()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    const FirstMessage before = place.dialog->message();
    button(*place.dialog, u"Close"_s)->click();
    QTRY_VERIFY(!place.dialog);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(place.open());
        QVERIFY(says(*place.dialog, isHereAgain));
        QCOMPARE(place.dialog->message().to, before.to);
        QCOMPARE(place.dialog->message().values, before.values);
        QVERIFY(place.send()->isEnabled());
        place.restart(); // and after a start, too
    }
}

void OutboundDraftTest::keepsWhatWasTypedIntoAnotherTemplate()
{
    StartPlace place;
    QVERIFY(place.open());
    place.templates()->setCurrentRow(0);
    place.edit(u"Placeholder 1"_s)->setText(u"Marta"_s);
    place.templates()->setCurrentRow(1); // to look, and no more
    QVERIFY(button(*place.dialog, u"Discard draft"_s)->isEnabled());
    button(*place.dialog, u"Close"_s)->click();
    QTRY_VERIFY(!place.dialog);
    place.restart();
    QVERIFY(place.open());
    QCOMPARE(place.templates()->currentRow(), 1);
    QVERIFY(says(*place.dialog, isHereAgain));
    place.templates()->setCurrentRow(0);
    QCOMPARE(place.edit(u"Placeholder 1"_s)->text(), u"Marta"_s);
}

void OutboundDraftTest::isGoneWhenDiscarded()
{
    StartPlace place;
    QVERIFY(place.open());
    QVERIFY(!button(*place.dialog, u"Discard draft"_s)->isEnabled());
    place.fill();
    QTRY_VERIFY(isOnDisk(place, customer));
    button(*place.dialog, u"Discard draft"_s)->click();
    QVERIFY(!isOnDisk(place, customer));
    QTRY_VERIFY(!place.dialog);
    QVERIFY(place.open());
    QVERIFY(place.edit(u"Recipient"_s)->text().isEmpty());
    QVERIFY(!says(*place.dialog, isHereAgain));
    QCOMPARE(place.twilio().asked(), 0);
}

void OutboundDraftTest::isGoneWhenSent()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    QTRY_VERIFY(isOnDisk(place, customer));
    place.send()->click();
    QVERIFY(isOnDisk(place, customer)); // as long as nobody knows
    QTRY_VERIFY(!place.dialog);
    QVERIFY(!isOnDisk(place, customer));
    place.restart();
    QVERIFY(place.open());
    QVERIFY(place.edit(u"Recipient"_s)->text().isEmpty());
    QVERIFY(!says(*place.dialog, isHereAgain));
}

void OutboundDraftTest::isThereAfterARefusal()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.twilio().setAnswer(practice::PracticeTwilio::Answer::InvalidTo);
    place.send()->click();
    QTRY_VERIFY(place.twilio().asked() == 1 && !place.dialog->isBusy());
    place.restart();
    QVERIFY(place.open());
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    QVERIFY(!place.again());
}

/// What cannot be shown yet is kept like what is.
void OutboundDraftTest::losesNothingToASlowWorkspace()
{
    StartPlace place;
    QVERIFY(place.openFilled() && place.chooseAnswer());
    const FirstMessage before = place.dialog->message();
    place.restart();
    place.console.workspace.faults().restDelay = 60s;
    place.begin();
    const auto another = u"+351912345670"_s;
    place.edit(u"Recipient"_s)->setText(another);
    QTRY_VERIFY(isOnDisk(place, another));
    place.console.workspace.faults().restDelay = 0ms;
    place.restart();
    QVERIFY(place.open());
    QCOMPARE(place.dialog->message().to, another);
    QCOMPARE(place.dialog->message().from, before.from);
    QCOMPARE(place.dialog->message().form, before.form);
    QCOMPARE(place.dialog->message().values, before.values);
    QTRY_COMPARE(place.dialog->message().department, before.department);
    QTRY_COMPARE(place.dialog->message().agent, before.agent);
}

QTEST_MAIN(OutboundDraftTest)
#include "tst_outbounddraft.moc"
