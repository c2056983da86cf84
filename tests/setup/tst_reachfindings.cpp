#include "app/setup/reachfindings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What has to be registered before a text gets through, and what went wrong lately.
class ReachFindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheKindOfANumber_data();
    void knowsTheKindOfANumber();
    void judgesRegistration_data();
    void judgesRegistration();
    void offersTheServiceThatIsRegistered();
    void judgesReach_data();
    void judgesReach();
};

void ReachFindingsTest::knowsTheKindOfANumber_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<NumberKind>("kind");
    QTest::newRow("US") << u"+14155550100"_s << NumberKind::UnitedStates;
    QTest::newRow("toll-free") << u"+18885550100"_s << NumberKind::TollFree;
    QTest::newRow("Toronto") << u"+14165550100"_s << NumberKind::Canadian;
    QTest::newRow("UK") << u"+447700900123"_s << NumberKind::OtherCountry;
}

void ReachFindingsTest::knowsTheKindOfANumber()
{
    QFETCH(QString, number);
    QTEST(numberKind(number), "kind");
}

void ReachFindingsTest::judgesRegistration_data()
{
    QTest::addColumn<RegistrationFacts>("facts");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    const TwilioNumber us{.sid = u"PN1"_s, .number = u"+14155550100"_s};
    const TwilioNumber canadian{.number = u"+14165550100"_s};
    const TwilioNumber free{.number = u"+18885550100"_s};
    const TwilioService service{.sid = u"MG1"_s, .name = u"Support"_s, .isRegistered = true};
    const auto with = [&](const QString &status) {
        return RegistrationFacts{us, service, {service}, {{status, {u"30896 No opt-in"_s}}}, {}};
    };
    const auto tollFree = [&](const QString &status) {
        return RegistrationFacts{free, {}, {}, {}, TwilioVerification{status, u"Too vague"_s}};
    };
    QTest::newRow("UK") << RegistrationFacts{{.number = u"+447700900123"_s}, {}, {}, {}, {}} << CheckVerdict::Passed
                        << QString();
    QTest::newRow("in no service") << RegistrationFacts{us, {}, {}, {}, {}} << CheckVerdict::Failed
                                   << u"not-registered"_s;
    QTest::newRow("Canadian in no service")
        << RegistrationFacts{canadian, {}, {}, {}, {}} << CheckVerdict::Warning << u"not-registered"_s;
    QTest::newRow("no campaign") << RegistrationFacts{us, service, {service}, {}, {}} << CheckVerdict::Failed
                                 << u"not-registered"_s;
    QTest::newRow("verified") << with(u"VERIFIED"_s) << CheckVerdict::Passed << QString();
    QTest::newRow("pending") << with(u"PENDING"_s) << CheckVerdict::Warning << u"campaign-pending"_s;
    QTest::newRow("failed") << with(u"FAILED"_s) << CheckVerdict::Failed << u"campaign-failed"_s;
    QTest::newRow("toll-free") << RegistrationFacts{free, {}, {}, {}, {}} << CheckVerdict::Failed
                               << u"toll-free-unverified"_s;
    QTest::newRow("toll-free approved") << tollFree(u"TWILIO_APPROVED"_s) << CheckVerdict::Passed << QString();
    QTest::newRow("toll-free in review") << tollFree(u"IN_REVIEW"_s) << CheckVerdict::Warning << u"toll-free-pending"_s;
    QTest::newRow("toll-free rejected") << tollFree(u"TWILIO_REJECTED"_s) << CheckVerdict::Failed
                                        << u"toll-free-rejected"_s;
}

void ReachFindingsTest::judgesRegistration()
{
    QFETCH(RegistrationFacts, facts);
    const CheckOutcome outcome = judgeRegistration(facts);
    QTEST(outcome.cause, "cause");
    QTEST(outcome.verdict, "verdict");
}

void ReachFindingsTest::offersTheServiceThatIsRegistered()
{
    const TwilioNumber us{.sid = u"PN1"_s, .number = u"+14155550100"_s};
    const TwilioService fits{.sid = u"MG1"_s, .name = u"Support"_s, .defersToNumber = true, .isRegistered = true};
    const TwilioService diverts{.sid = u"MG2"_s, .name = u"News"_s, .isRegistered = true};
    const TwilioService bare{.sid = u"MG3"_s, .defersToNumber = true};
    RegistrationFacts facts{us, {}, {diverts, fits, bare}, {}, {}};
    QCOMPARE(judgeRegistration(facts).repairs, QList<RepairPlan>{joinService(us, fits)});
    facts.services = {diverts, bare};
    QCOMPARE(judgeRegistration(facts).repairs, QList<RepairPlan>{createService(us)});
    facts.service = bare;
    QVERIFY(judgeRegistration(facts).repairs.isEmpty());
}

void ReachFindingsTest::judgesReach_data()
{
    QTest::addColumn<ReachFacts>("facts");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    const TwilioAccount full{.sid = u"AC1"_s, .name = u"Acme"_s};
    const TwilioAccount trial{.sid = u"AC1"_s, .name = u"Acme"_s, .isTrial = true};
    const auto sent = [](const QString &status, std::optional<int> code = {}) {
        return TwilioMessage{.sid = u"SM1"_s, .status = status, .errorCode = code};
    };
    const auto alerted = [](int code) { return TwilioAlert{.sid = u"NO1"_s, .errorCode = code}; };
    QTest::newRow("nothing sent yet") << ReachFacts{full, {}, {}, {}, {}} << CheckVerdict::Passed << u"reach-untried"_s;
    QTest::newRow("trial without recipients")
        << ReachFacts{trial, {}, {}, {}, {}} << CheckVerdict::Failed << u"trial-without-recipients"_s;
    QTest::newRow("trial") << ReachFacts{trial, {}, {u"+14155550199"_s}, {}, {}} << CheckVerdict::Warning
                           << u"trial-reach"_s;
    QTest::newRow("templates only") << ReachFacts{trial, {}, {u"+14155550199"_s}, {}, {alerted(572002)}}
                                    << CheckVerdict::Failed << u"reach-572002"_s;
    QTest::newRow("not registered") << ReachFacts{full, {}, {}, {sent(u"undelivered"_s, 30034)}, {}}
                                    << CheckVerdict::Failed << u"reach-30034"_s;
    TwilioMessage before = sent(u"undelivered"_s, 30034);
    before.at = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    TwilioMessage later = sent(u"delivered"_s);
    later.at = before.at.addDays(2);
    QTest::newRow("registered since") << ReachFacts{full, {}, {}, {later, before}, {}} << CheckVerdict::Passed
                                      << QString();
    QTest::newRow("geo permission") << ReachFacts{full, {}, {}, {}, {alerted(21408)}} << CheckVerdict::Warning
                                    << u"reach-21408"_s;
    QTest::newRow("no compliance profile")
        << ReachFacts{full, {}, {}, {}, {alerted(21608)}} << CheckVerdict::Failed << u"reach-21608"_s;
    QTest::newRow("filtered") << ReachFacts{full, {}, {}, {sent(u"undelivered"_s, 30007)}, {}} << CheckVerdict::Warning
                              << u"reach-30007"_s;
    QTest::newRow("an inbound alert is no concern")
        << ReachFacts{full, {}, {}, {}, {alerted(11200)}} << CheckVerdict::Passed << u"reach-untried"_s;
    QTest::newRow("one phone was off") << ReachFacts{full, {}, {}, {sent(u"undelivered"_s, 30003)}, {}}
                                       << CheckVerdict::Passed << QString();
    const QList<TwilioMessage> half{sent(u"undelivered"_s, 30003), sent(u"failed"_s, 30008), sent(u"delivered"_s),
                                    sent(u"delivered"_s)};
    QTest::newRow("half of them") << ReachFacts{full, {}, {}, half, {}} << CheckVerdict::Warning
                                  << u"texts-undelivered"_s;
}

void ReachFindingsTest::judgesReach()
{
    QFETCH(ReachFacts, facts);
    const CheckOutcome outcome = judgeReach(facts);
    QTEST(outcome.cause, "cause");
    QTEST(outcome.verdict, "verdict");
    QCOMPARE(outcome.evidence.size(), 1);
}

QTEST_GUILESS_MAIN(ReachFindingsTest)
#include "tst_reachfindings.moc"
