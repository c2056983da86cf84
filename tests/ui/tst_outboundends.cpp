#include "tests/ui/startplace.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;
using namespace greenline;
using practice::PracticeTwilio;

/// How a first text ends: refused, unknown, or away from the dialogue.
class OutboundEndsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusalKeepsEverything();
    void nobodyKnowsIsNotSentAgain();
    void afterAnUnknownEndEachTryNeedsAWord();
    void putAwayItComesBackWithTheRefusal();
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

QTEST_MAIN(OutboundEndsTest)
#include "tst_outboundends.moc"
