#include "app/setup/setupplan.h"
#include "app/setup/workspacefindings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// The workspace's login and list of hosts: whose token it may be given, and what is never told of them.
class SmsFindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyATriedTokenOfTheAccountIsOffered_data();
    void onlyATriedTokenOfTheAccountIsOffered();
    void withoutAnAccountNothingIsOffered_data();
    void withoutAnAccountNothingIsOffered();
    void whatIsNoSidIsNeverSaid();
    void saysOnlyWhichHostsOfTwilioAreNamed_data();
    void saysOnlyWhichHostsOfTwilioAreNamed();
};

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString above = u"AC99999999999999999999999999999999"_s;
const QString key = u"SK0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;
const QString another(32, u'0');

QString saidBy(const CheckOutcome &outcome)
{
    QString all = outcome.values.join(u' ');
    for (const Evidence &evidence : outcome.evidence) {
        all += evidence.asked + evidence.answered;
    }
    for (const RepairPlan &plan : outcome.repairs) {
        for (const RepairPlan::Change &change : plan.changes) {
            all += change.where + change.from + change.to;
        }
    }
    return all;
}

} // namespace

void SmsFindingsTest::onlyATriedTokenOfTheAccountIsOffered_data()
{
    QTest::addColumn<TwilioLogin>("login");
    QTest::addColumn<QString>("beside");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<bool>("isOffered");
    using V = CheckVerdict;
    const TwilioLogin byKey{account, key, u"secret"_s};
    const QString unlike = u"sms-token-not-comparable"_s;
    QTest::newRow("the same") << TwilioLogin{account, {}, token} << QString() << V::Passed << QString() << false;
    QTest::newRow("another") << TwilioLogin{account, {}, another} << QString() << V::Failed << u"sms-token-other"_s
                             << true;
    QTest::newRow("a malformed one") << TwilioLogin{account, {}, u"00"_s} << QString() << V::Unknown << unlike << false;
    QTest::newRow("the account above's") << TwilioLogin{account, above, another} << QString() << V::Unknown << unlike
                                         << false;
    QTest::newRow("a key's secret") << byKey << QString() << V::Unknown << unlike << false;
    QTest::newRow("the same, beside a key") << byKey << token << V::Passed << QString() << false;
    QTest::newRow("another, beside a key") << byKey << another << V::Unknown << u"sms-token-untried"_s << true;
    QTest::newRow("a malformed one, beside a key") << byKey << token.left(31) << V::Unknown << unlike << false;
}

void SmsFindingsTest::onlyATriedTokenOfTheAccountIsOffered()
{
    QFETCH(TwilioLogin, login);
    QFETCH(QString, beside);
    const WorkspaceSettings settings{.accountSid = account, .authToken = token};
    const CheckOutcome outcome = judgeSmsLogin(settings, {.twilio = login, .token = beside}, account);
    QTEST(outcome.cause, "cause");
    QTEST(outcome.verdict, "verdict");
    QTEST(!outcome.repairs.isEmpty(), "isOffered");
}

void SmsFindingsTest::withoutAnAccountNothingIsOffered_data()
{
    QTest::addColumn<QString>("kept");
    QTest::newRow("no token") << QString();
    QTest::newRow("a token") << token;
}

void SmsFindingsTest::withoutAnAccountNothingIsOffered()
{
    QFETCH(QString, kept);
    const WorkspaceSettings settings{.accountSid = QString(), .authToken = kept};
    const CheckOutcome outcome = judgeSmsLogin(settings, {.twilio = {{}, {}, token}}, {});
    QCOMPARE(outcome.verdict, CheckVerdict::Failed);
    QCOMPARE(outcome.cause, u"sms-sid-missing"_s);
    QVERIFY(outcome.repairs.isEmpty());
}

void SmsFindingsTest::whatIsNoSidIsNeverSaid()
{
    const QString pasted = u"0011223344556677"_s;
    WorkspaceSettings settings{.accountSid = u' ' + pasted, .authToken = token};
    const CheckOutcome outcome = judgeSmsLogin(settings, {.twilio = {account, {}, token}}, account);
    QCOMPARE(outcome.cause, u"sms-sid-malformed"_s);
    QCOMPARE(outcome.values, (QStringList{u"•"_s, account}));
    QCOMPARE(outcome.repairs.first().changes,
             (QList<RepairPlan::Change>{{u"SMS_Twilio_Account_SID"_s, u"•"_s, account}}));
    for (const QString &owner : {pasted, QString()}) {
        const CheckOutcome unnamed = judgeSmsLogin(settings, {.twilio = {.secret = token}}, owner);
        QCOMPARE(unnamed.cause, u"sms-sid-malformed"_s);
        QVERIFY2(!saidBy(unnamed).contains(pasted) && unnamed.repairs.isEmpty(), qPrintable(saidBy(unnamed)));
    }
    settings.accountSid = account;
    const CheckOutcome typed = judgeSmsLogin(settings, {.twilio = {pasted, {}, token}}, pasted);
    QVERIFY2(!saidBy(typed).contains(pasted) && typed.repairs.isEmpty(), qPrintable(saidBy(typed)));
}

void SmsFindingsTest::saysOnlyWhichHostsOfTwilioAreNamed_data()
{
    QTest::addColumn<QString>("allowlist");
    QTest::addColumn<QString>("answered");
    QTest::newRow("none") << u" \n"_s << u"–"_s;
    QTest::newRow("others alone") << u"intranet.example.com"_s << u"…"_s;
    QTest::newRow("half of Twilio's") << u"10.0.0.5,\n API.twilio.com"_s << u"api.twilio.com, …"_s;
    QTest::newRow("Twilio's") << u"mms.twiliocdn.com,api.twilio.com,"_s << u"api.twilio.com, mms.twiliocdn.com"_s;
}

void SmsFindingsTest::saysOnlyWhichHostsOfTwilioAreNamed()
{
    QFETCH(QString, allowlist);
    QFETCH(QString, answered);
    const CheckOutcome outcome = judgePicturesIn({.fetchesFrom = allowlist}, {8, 0}, TwilioPlace::Internet);
    QCOMPARE(outcome.evidence.first().answered, u"SSRF_Allowlist: "_s + answered);
}

QTEST_GUILESS_MAIN(SmsFindingsTest)
#include "tst_smsfindings.moc"
