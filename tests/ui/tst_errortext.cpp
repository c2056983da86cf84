#include "ui/words/errorcodes.h"
#include "ui/words/errortext.h"
#include "ui/words/refusalwords.h"

#include <QRegularExpression>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

constexpr int lastKind = int(Error::Kind::Cancelled);
constexpr int lastOccasion = int(Occasion::Starting);

bool isSentence(const QString &text)
{
    static const QRegularExpression sentence(u"^[A-Z][^%<>]{10,160}\\.$"_s);
    return sentence.match(text).hasMatch();
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasASentenceOnEveryOccasion();
    void codesHaveWordsOfTheirOwn_data();
    void codesHaveWordsOfTheirOwn();
    void badInputIsTold_data();
    void badInputIsTold();
    void pauseIsNamedInSeconds();
    void detailsCarryCodeAndDetail();
    void reasonOfAMessageIsOurWordsOrTheServersText();
    void refusalsOfTheProviderAreExplained_data();
    void refusalsOfTheProviderAreExplained();
};

void ErrorTextTest::everyKindHasASentenceOnEveryOccasion()
{
    for (int kind = 0; kind <= lastKind; ++kind) {
        for (int occasion = 0; occasion <= lastOccasion; ++occasion) {
            const ErrorText text
                = errorText({Error::Kind(kind), u"<b>raw</b>"_s, u"error-unheard-of"_s}, Occasion(occasion));
            const QString place = u"kind %1 on occasion %2: "_s.arg(kind).arg(occasion) + text.oneLine();
            QVERIFY2(isSentence(text.happened), qPrintable(place));
            QVERIFY2(isSentence(text.next), qPrintable(place));
            QVERIFY2(!text.oneLine().contains(u"error-"_s) && !text.oneLine().contains(u"raw"_s), qPrintable(place));
        }
    }
}

void ErrorTextTest::codesHaveWordsOfTheirOwn_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"not-an-address",
                             "insecure-address",
                             "speaks-https",
                             "not-rocketchat",
                             "omnichannel-off",
                             "expired",
                             "wrong-host",
                             "self-signed",
                             "untrusted",
                             "totp-required",
                             "totp-invalid",
                             "locked-or-lost",
                             "not-queued",
                             "not-taken",
                             "comment-required",
                             "tags-required",
                             "availability-unchanged",
                             "closed",
                             "blank",
                             "too-long",
                             "disk-full",
                             "read-only",
                             "damaged",
                             "damaged-set-aside",
                             "accounts-set-aside",
                             "newer",
                             "error-inquiry-taken",
                             "error-agent-status-service-offline"}) {
        QTest::newRow(code) << QString::fromLatin1(code);
    }
}

void ErrorTextTest::codesHaveWordsOfTheirOwn()
{
    QFETCH(QString, code);
    QVERIFY(wordsOfCode(code));
    const ErrorText text = errorText({Error::Kind::Rejected, u"detail"_s, code}, Occasion::Taking);
    QVERIFY2(isSentence(text.happened), qPrintable(text.happened));
    QVERIFY2(isSentence(text.next), qPrintable(text.next));
    QVERIFY(text.happened != errorText({Error::Kind::Rejected, u"detail"_s, {}}, Occasion::Taking).happened);
}

void ErrorTextTest::badInputIsTold_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<Occasion>("occasion");
    QTest::addColumn<QString>("said");
    using Kind = Error::Kind;
    QTest::newRow("wrong address") << Error{Kind::Network, u"Host not found"_s, {}} << Occasion::CheckingAddress
                                   << u"Nothing answers"_s;
    QTest::newRow("a web page") << Error{Kind::Protocol, {}, u"not-rocketchat"_s} << Occasion::CheckingAddress
                                << u"no Rocket.Chat"_s;
    QTest::newRow("http to a remote host")
        << Error{Kind::Tls, {}, u"insecure-address"_s} << Occasion::CheckingAddress << u"https://"_s;
    QTest::newRow("bad certificate") << Error{Kind::Tls, {}, u"expired"_s} << Occasion::CheckingAddress << u"expired"_s;
    QTest::newRow("wrong password") << Error{Kind::Unauthorized, {}, {}} << Occasion::SigningIn
                                    << u"name and password"_s;
    QTest::newRow("wrong code") << Error{Kind::Rejected, {}, u"totp-invalid"_s} << Occasion::SigningIn
                                << u"code was not accepted"_s;
    QTest::newRow("locked keyring") << Error{Kind::Keychain, {}, {}} << Occasion::Keyring << u"locked"_s;
    QTest::newRow("permission") << Error{Kind::Forbidden, {}, {}} << Occasion::Taking << u"may not take"_s;
    QTest::newRow("no agent") << Error{Kind::NotFound, {}, {}} << Occasion::ChangingAvailability
                              << u"role livechat-agent"_s;
    QTest::newRow("html for json") << Error{Kind::Protocol, {}, {}} << Occasion::ReadingQueue
                                   << u"does not understand"_s;
    QTest::newRow("full disk") << Error{Kind::Storage, {}, u"disk-full"_s} << Occasion::Storing << u"disk is full"_s;
}

void ErrorTextTest::badInputIsTold()
{
    QFETCH(Error, error);
    QFETCH(Occasion, occasion);
    QFETCH(QString, said);
    const QString line = errorText(error, occasion).oneLine();
    QVERIFY2(line.contains(said), qPrintable(line));
}

void ErrorTextTest::pauseIsNamedInSeconds()
{
    const Error error{Error::Kind::RateLimited, {}, {}, std::chrono::milliseconds(11'200)};
    QCOMPARE(errorText(error, Occasion::Taking).next, u"Wait 12 s, then try again."_s);
}

void ErrorTextTest::detailsCarryCodeAndDetail()
{
    const ErrorText text = errorText({Error::Kind::Rejected, u"<i>No</i>"_s, u"error-odd"_s}, Occasion::Closing);
    QCOMPARE(text.details, u"Rejected: error-odd: <i>No</i>"_s);
}

void ErrorTextTest::reasonOfAMessageIsOurWordsOrTheServersText()
{
    QVERIFY(deliveryReason(u"closed"_s).contains(u"was not sent"_s));
    QCOMPARE(deliveryReason(u"The number\n is <b>odd</b>"_s), u"The number is <b>odd</b>"_s);
    QVERIFY(isSentence(deliveryReason({})));
}

void ErrorTextTest::refusalsOfTheProviderAreExplained_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("explained");
    QTest::newRow("20003") << u"Authenticate"_s << u"does not accept the workspace's account"_s;
    QTest::newRow("20003 of a trial")
        << u"This feature is not available on a Trial account. Please upgrade your account to gain access."_s
        << u"is a trial"_s;
    QTest::newRow("21211") << u"The 'To' number +1999 is not a valid phone number."_s << u"does not know"_s;
    QTest::newRow("21212") << u"The 'From' number +1999 is not a valid phone number, shortcode, or sender ID."_s
                           << u"Our number cannot send"_s;
    QTest::newRow("21408")
        << u"Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +3519"_s
        << u"may not text this country"_s;
    QTest::newRow("21610") << u"Attempt to send to unsubscribed recipient"_s << u"opted out"_s;
    QTest::newRow("21612")
        << u"The 'To' phone number: +3519, is not currently reachable using the 'From' phone number: +1555 via SMS."_s
        << u"do not reach"_s;
    QTest::newRow("21614") << u"'To' number is not a valid mobile number"_s << u"landline"_s;
    QTest::newRow("30007, by its number") << u"Error code 30007"_s << u"unwanted"_s;
    QTest::newRow("no answer") << u"timeout of 30000ms exceeded"_s << u"nobody knows whether the text left"_s;
    QTest::newRow("not set up") << u"Twilio SMS is not configured yet. Go to Settings -> SMS to configure it"_s
                                << u"not set up to send"_s;
    QTest::newRow("a phone number is no code") << u"+1 30007555 is busy"_s << QString();
    QTest::newRow("another's words") << u"File type is not accepted."_s << QString();
}

void ErrorTextTest::refusalsOfTheProviderAreExplained()
{
    QFETCH(QString, said);
    QFETCH(QString, explained);
    const QString reason = deliveryReason(said);
    if (explained.isEmpty()) {
        QCOMPARE(reason, said);
        return;
    }
    QVERIFY2(reason.contains(explained), qPrintable(reason));
    QVERIFY2(reason.endsWith(u" (%1)"_s.arg(said)), qPrintable(reason));
    QVERIFY2(isSentence(refusalSentence(said)), qPrintable(refusalSentence(said)));
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
