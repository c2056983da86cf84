#include "tests/ui/startplace.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using practice::PracticeTwilio;

namespace {

const auto endedSession = u"The session ended"_s;

} // namespace

/// What becomes of a first text, and of what was typed for one, when the session expires.
class OutboundExpiryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDialogueIsHidden();
    void howItEndedIsToldByTheNextSession_data();
    void howItEndedIsToldByTheNextSession();
    void whatLeftUntoldNeedsAWord();
    void theAnswerThatEndsTheSessionIsTold();
    void whatWasTypedIsThereAgain();
};

void OutboundExpiryTest::theDialogueIsHidden()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    Q_EMIT place.console.session->expired();
    QVERIFY(!place.dialog->isVisible());
    QTRY_VERIFY(!place.dialog->isBusy());
    QVERIFY(!place.dialog->isVisible());
    place.restart();
    QVERIFY(says(*place.desk, u"before it was known whether the first text for"_s));
    QVERIFY(place.open());
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    QVERIFY(place.again()); // it may have left
}

void OutboundExpiryTest::howItEndedIsToldByTheNextSession_data()
{
    QTest::addColumn<PracticeTwilio::Answer>("answer");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("recipient");
    QTest::newRow("sent") << PracticeTwilio::Answer::Ok << u"the provider has the first text for +351 912 345 678"_s
                          << QString();
    QTest::newRow("refused") << PracticeTwilio::Answer::InvalidTo
                             << u"the first text for +351 912 345 678 was not sent"_s << customer;
}

void OutboundExpiryTest::howItEndedIsToldByTheNextSession()
{
    QFETCH(PracticeTwilio::Answer, answer);
    QFETCH(QString, words);
    QFETCH(QString, recipient);
    StartPlace place;
    QVERIFY(place.openFilled());
    place.twilio().setAnswer(answer);
    place.console.workspace.faults().restDelay = 200ms;
    place.send()->click();
    Q_EMIT place.console.session->expired();
    QTRY_VERIFY(!place.dialog->isBusy());
    place.console.workspace.faults().restDelay = 0ms;
    place.restart();
    QVERIFY(says(*place.desk, words));
    place.restart();
    QVERIFY(says(*place.desk, words)); // until somebody puts it away
    button(*place.desk, u"Dismiss"_s)->click();
    place.restart();
    QVERIFY(!says(*place.desk, endedSession));
    QVERIFY(place.open());
    QCOMPARE(place.edit(u"Recipient"_s)->text(), recipient); // what left is not to leave again
    place.fill();
    QVERIFY(!place.again()); // everybody knows
}

void OutboundExpiryTest::whatLeftUntoldNeedsAWord()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.send()->click();
    Q_EMIT place.console.session->expired();
    QTRY_VERIFY(!place.dialog->isBusy());
    place.restart();
    QVERIFY(place.openFilled());
    QVERIFY(place.again());
    QVERIFY(!place.send()->isEnabled());
    QVERIFY(says(*place.dialog, u"The provider has this text for them"_s));
}

void OutboundExpiryTest::theAnswerThatEndsTheSessionIsTold()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.console.workspace.state().accounts.expireTokens(place.console.userId(u"ana"_s));
    place.send()->click();
    QTRY_VERIFY(!place.dialog->isVisible());
    delete std::exchange(place.desk, nullptr);
    QVERIFY(place.openFilled());
    QVERIFY(says(*place.desk, u"the first text for +351 912 345 678 was not sent"_s));
    QVERIFY(!place.again());
    place.send()->click();
    QTRY_VERIFY(!place.dialog);
    QCOMPARE(place.twilio().asked(), 1);
}

void OutboundExpiryTest::whatWasTypedIsThereAgain()
{
    StartPlace place;
    QVERIFY(place.openFilled() && place.chooseAnswer());
    const FirstMessage before = place.dialog->message();
    QVERIFY(!before.agent.isEmpty());
    Q_EMIT place.console.session->expired();
    place.restart();
    QVERIFY(place.open());
    QCOMPARE(place.dialog->message().to, before.to);
    QCOMPARE(place.dialog->message().form, before.form);
    QCOMPARE(place.dialog->message().values, before.values);
    QTRY_COMPARE(place.dialog->message().department, before.department);
    QTRY_COMPARE(place.dialog->message().agent, before.agent);
    QVERIFY(place.send()->isEnabled());
}

QTEST_MAIN(OutboundExpiryTest)
#include "tst_outboundexpiry.moc"
