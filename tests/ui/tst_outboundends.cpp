#include "tests/ui/startplace.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;
using namespace greenline;
using practice::PracticeTwilio;

namespace {

const auto leftOver = u"before it was known whether the first text for"_s;

} // namespace

/// How a first text ends: refused, unknown, or away from the dialogue.
class OutboundEndsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusalKeepsEverything();
    void nobodyKnowsIsNotSentAgain();
    void afterAnUnknownEndEachTryNeedsAWord();
    void putAwayItComesBackWithTheRefusal();
    void whatIsUnderWayAtTheEndIsToldAtTheNextStart();
    void whatIsKnownIsNotToldAgain();
    void anExpiredSessionHidesTheDialogue();
};

void OutboundEndsTest::aRefusalKeepsEverything()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"STOP"_s) && place.send()->isEnabled());
    QCOMPARE(place.dialog->message().to, customer);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    QVERIFY(!place.dialog->findChild<QCheckBox *>()->isVisible());
    place.twilio().setAnswer(PracticeTwilio::Answer::Ok);
    place.send()->click();
    QTRY_COMPARE(place.twilio().sent().size(), 1);
}

void OutboundEndsTest::nobodyKnowsIsNotSentAgain()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"It is not known whether the text left."_s));
    QVERIFY(!place.send()->isEnabled());
    QCOMPARE(place.twilio().asked(), 1);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    place.send()->click();
    QCOMPARE(place.twilio().asked(), 1);
    place.dialog->findChild<QCheckBox *>()->click();
    QVERIFY(place.send()->isEnabled());
    place.send()->click();
    QTRY_COMPARE(place.twilio().asked(), 2);
}

void OutboundEndsTest::afterAnUnknownEndEachTryNeedsAWord()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"It is not known whether the text left."_s));
    auto *again = place.dialog->findChild<QCheckBox *>();
    again->click();
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"It is still not known whether the text left before."_s));
    QVERIFY(!says(*place.dialog, u"Nothing was sent"_s));
    QVERIFY(again->isVisible());
    QVERIFY(!again->isChecked());
    QVERIFY(!place.send()->isEnabled());
    QCOMPARE(place.twilio().asked(), 2);
}

void OutboundEndsTest::putAwayItComesBackWithTheRefusal()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.twilio().setAnswer(PracticeTwilio::Answer::InvalidTo);
    place.console.workspace.faults().restDelay = std::chrono::milliseconds(200);
    place.send()->click();
    place.dialog->reject();
    QVERIFY(!place.dialog->isVisible());
    QTRY_VERIFY(place.dialog && place.dialog->isVisible());
    QVERIFY(says(*place.dialog, u"does not know the customer's number"_s));
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
}

void OutboundEndsTest::whatIsUnderWayAtTheEndIsToldAtTheNextStart()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.console.workspace.faults().restDelay = std::chrono::milliseconds(200);
    place.send()->click();
    place.restart();
    QVERIFY(!place.dialog);
    QVERIFY(says(*place.desk, leftOver));
    QVERIFY(says(*place.desk, u"+351 912 345 678"_s));
    QVERIFY(says(*place.desk, u"order_update"_s));
    place.restart();
    QVERIFY(says(*place.desk, leftOver)); // until somebody puts it away
    button(*place.desk, u"Dismiss"_s)->click();
    place.restart();
    QVERIFY(!says(*place.desk, leftOver));
}

void OutboundEndsTest::whatIsKnownIsNotToldAgain()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"STOP"_s) && place.send()->isEnabled());
    place.restart();
    QVERIFY(!says(*place.desk, leftOver)); // refused
    QVERIFY(place.open());
    place.fill();
    place.twilio().setAnswer(PracticeTwilio::Answer::Ok);
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"It is not known whether the text left."_s));
    place.restart();
    QVERIFY(says(*place.desk, leftOver)); // told in a dialogue that nobody put away
    QVERIFY(place.open());
    place.fill();
    place.send()->click();
    QTRY_VERIFY(!place.dialog);
    place.restart();
    QVERIFY(!says(*place.desk, leftOver)); // sent
}

void OutboundEndsTest::anExpiredSessionHidesTheDialogue()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    Q_EMIT place.console.session->expired();
    QVERIFY(!place.dialog->isVisible());
    QTRY_VERIFY(!place.dialog->isBusy());
    QVERIFY(!place.dialog->isVisible());
    place.restart();
    QVERIFY(says(*place.desk, leftOver));
}

QTEST_MAIN(OutboundEndsTest)
#include "tst_outboundends.moc"
