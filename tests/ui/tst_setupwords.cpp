#include "ui/words/setuptables.h"
#include "ui/words/setupwords.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

QString sourcesOfSetup()
{
    const QDir folder(QStringLiteral(GREENLINE_ROOT "/app/setup"));
    QString all;
    const QStringList names = folder.entryList({u"*.cpp"_s, u"*.h"_s});
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            all += QString::fromUtf8(file.readAll());
        }
    }
    return all;
}

QStringList capturedIn(const QString &text, const QString &pattern)
{
    QStringList found;
    const QRegularExpression expression(pattern);
    for (const QRegularExpressionMatch &match : expression.globalMatch(text)) {
        found.append(match.captured(1));
    }
    found.removeDuplicates();
    return found;
}

bool isRepair(const QString &id)
{
    return repairWords(id) != id;
}

bool isHindrance(const QString &id)
{
    return hindranceText(id) != hindranceText(u"another"_s); // which has the words for all
}

} // namespace

class SetupWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCauseHasWords();
    void everyCheckHasATitleAndAPage();
    void everyWordIsASentenceWithTheValuesInIt();
    void valuesStayData();
    void changesReadTheSameWayRound();
    void theWantedProviderIsNamed();
    void codesOfTwilioAreExplained();
    void linksLeadToTheWorkspaceOrToTwilio();
    void theRowSaysTitleVerdictAndCause();
};

/// Ids are hyphenated literals; those that are none of ours are listed.
void SetupWordsTest::everyCauseHasWords()
{
    static const QSet<QString> others{u"totp-required"_s,           u"totp-invalid"_s,
                                      u"purchase-open"_s,           u"nothing-open"_s,
                                      u"view-privileged-setting"_s, u"edit-privileged-setting"_s,
                                      u"manage-selected-settings"_s};
    const QStringList causes = capturedIn(sourcesOfSetup(), u"u\"([a-z]+(?:-[a-z0-9]+)+)\"_s"_s);
    QVERIFY(causes.size() > 60);
    QStringList wordless;
    for (const QString &cause : causes) {
        if (!hasCauseWords(cause) && !isRepair(cause) && !isHindrance(cause) && !others.contains(cause)) {
            wordless.append(cause);
        }
    }
    QCOMPARE(wordless, QStringList());
}

void SetupWordsTest::everyCheckHasATitleAndAPage()
{
    const QStringList checks = capturedIn(
        sourcesOfSetup(),
        u"u\"((?:workspace|omnichannel|twilio|number|webhook|settings|sending|receiving)\\.[a-z-]+)\"_s"_s);
    QVERIFY(!checks.isEmpty());
    for (const QString &check : checks) {
        QVERIFY2(checkTitle(check) != check, qPrintable(check));
        QVERIFY2(!checkReason(check).isEmpty(), qPrintable(check));
        QVERIFY2(setupPages().contains(setupPageOf(check)), qPrintable(check));
    }
}

void SetupWordsTest::everyWordIsASentenceWithTheValuesInIt()
{
    for (const std::span<const CauseWords> table : {workspaceCauses(), hookCauses(), twilioCauses(), testCauses()}) {
        for (const CauseWords &words : table) {
            const CauseText text = causeText({.cause = words.cause.toString(), .values = {u"a"_s, u"b"_s, u"c"_s}});
            const QString place = words.cause.toString() + u": "_s + text.happened + u' ' + text.next;
            QVERIFY2(text.happened.endsWith(u'.') && !place.contains(u'%'), qPrintable(place));
            QVERIFY2(text.next.isEmpty() || text.next.endsWith(u'.'), qPrintable(place));
            QVERIFY2(words.link.isEmpty() || setupLink({.cause = words.cause.toString()}, QUrl(u"https://a.example"_s)),
                     qPrintable(place));
        }
    }
}

void SetupWordsTest::valuesStayData()
{
    const CheckOutcome outcome{.cause = u"subaccount"_s, .values = {u"50 %2 <b>off</b>\n"_s, u"AC1"_s}};
    QCOMPARE(causeText(outcome).happened, u"“50 %2 <b>off</b>” is a subaccount of AC1."_s);
    QVERIFY(causeText({.cause = u"number-not-owned"_s}).happened.startsWith(u"– is not among the –"_s));
}

void SetupWordsTest::changesReadTheSameWayRound()
{
    const QString sales = u"מכירות"_s;
    const QString words = changeWords({u"SMS_Default_Omnichannel_Department"_s, sales, u"Support"_s});
    QCOMPARE(words,
             u"SMS_Default_Omnichannel_Department: \u2068“"_s + sales + u"”\u2069 becomes \u2068“Support”\u2069"_s);
}

void SetupWordsTest::theWantedProviderIsNamed()
{
    const CheckOutcome outcome{.cause = u"sms-other-service"_s, .values = {u"twilio"_s, u"voxtelesys"_s}};
    QCOMPARE(causeText(outcome).happened, u"The workspace sends SMS by “twilio” instead of “voxtelesys”."_s);
    QVERIFY(causeText(outcome).next.contains(u"“voxtelesys”"_s));
}

void SetupWordsTest::codesOfTwilioAreExplained()
{
    QVERIFY(causeText({.cause = u"sms-30034"_s}).happened.contains(u"A2P 10DLC"_s));
    QVERIFY(causeText({.cause = u"alert-11217"_s}).next.contains(u"403"_s));
    QVERIFY(causeText({.cause = u"sms-99999"_s}).happened.contains(u"99999"_s));
    QVERIFY(setupLink({.cause = u"sms-99999"_s}, {})->address.toString().endsWith(u"errors/99999"_s));
}

void SetupWordsTest::linksLeadToTheWorkspaceOrToTwilio()
{
    const QUrl workspace(u"https://chat.example.com/sub/"_s);
    QCOMPARE(setupLink({.cause = u"limiter-may-lose-texts"_s}, workspace)->address.toString(QUrl::FullyEncoded),
             u"https://chat.example.com/sub/admin/settings/Rate%20Limiter"_s);
    QCOMPARE(setupLink({.cause = u"balance-empty"_s}, workspace)->address.host(), u"console.twilio.com"_s);
    QVERIFY(!setupLink({.cause = u"hook-too-slow"_s}, workspace));
}

void SetupWordsTest::theRowSaysTitleVerdictAndCause()
{
    const CheckOutcome outcome{.verdict = CheckVerdict::Failed, .cause = u"sms-off"_s};
    QCOMPARE(checkPhrase(u"settings.enabled"_s, outcome),
             u"SMS is on, with the right provider, Failed, SMS is switched off in the workspace."_s);
    QCOMPARE(checkPhrase(u"twilio.form"_s, {.verdict = CheckVerdict::Passed}), u"SID and token look right, Passed"_s);
    const CheckOutcome skipped{.verdict = CheckVerdict::Skipped, .cause = u"needs"_s, .values = {u"twilio.form"_s}};
    QCOMPARE(causeText(skipped).happened, u"“SID and token look right” has to pass first."_s);
}

QTEST_GUILESS_MAIN(SetupWordsTest)
#include "tst_setupwords.moc"
