#include "ui/check/checkrequest.h"

#include "ui/wizard/checkreport.h"
#include "ui/words/setupwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What `greenline check` may be asked for, and how it ends.
class CheckRequestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void complainsOfWhatItDoesNotUnderstand_data();
    void complainsOfWhatItDoesNotUnderstand();
    void passwordsInAnAddressAreNotRepeated_data();
    void passwordsInAnAddressAreNotRepeated();
    void whatMayBeATokenIsNotRepeated_data();
    void whatMayBeATokenIsNotRepeated();
    void readsWhatIsAskedFor();
    void pagesStandForTheirChecks();
    void helpIsNoComplaint();
    void endsByTheGravest_data();
    void endsByTheGravest();
};

void CheckRequestTest::complainsOfWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("no workspace") << QStringList{} << u"--workspace"_s;
    QTest::newRow("no address") << QStringList{u"--workspace"_s, u"http://"_s} << u"http://"_s;
    QTest::newRow("no such option") << QStringList{u"--token"_s, u"x"_s} << u"token"_s;
    QTest::newRow("something beside") << QStringList{u"--workspace"_s, u"https://a.b"_s, u"now"_s} << u"now"_s;
    QTest::newRow("no check at all") << QStringList{u"--workspace"_s, u"https://a.b"_s, u"--only"_s, u",,"_s}
                                     << u"--only"_s;
    QTest::newRow("no such check") << QStringList{u"--workspace"_s, u"https://a.b"_s, u"--only"_s, u"number,nothing"_s}
                                   << u"\"nothing\""_s;
}

void CheckRequestTest::complainsOfWhatItDoesNotUnderstand()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const auto parsed = parseCheckRequest(arguments);
    const auto *usage = std::get_if<CheckUsage>(&parsed);
    QVERIFY(usage && usage->isComplaint);
    QVERIFY2(usage->text.contains(word), qPrintable(usage->text));
    QVERIFY2(usage->reason.contains(word) && !usage->reason.contains(u'\n'), qPrintable(usage->reason));
    QVERIFY(!usage->wantsJson);
    const auto forPrograms = parseCheckRequest(QStringList{u"--json"_s} + arguments);
    QVERIFY(std::get<CheckUsage>(forPrograms).wantsJson);
}

void CheckRequestTest::passwordsInAnAddressAreNotRepeated_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString option = u"--workspace"_s;
    const QString whole = u"https://bob:s3cretpw@chat.example.com"_s;
    QTest::newRow("whole") << QStringList{option, whole};
    QTest::newRow("without a scheme") << QStringList{option, u"bob:s3cretpw@chat.example.com"_s};
    QTest::newRow("with an @ in it") << QStringList{option, u"https://bob:p@s3cretpw@chat.example.com/home"_s};
    QTest::newRow("with a slash in it") << QStringList{option, u"https://bob:x/s3cretpw@chat.example.com"_s};
    QTest::newRow("with a hash in it") << QStringList{option, u"https://bob:x#s3cretpw@chat.example.com"_s};
    QTest::newRow("without the option") << QStringList{whole};
    QTest::newRow("beside the option") << QStringList{option, u"https://a.b"_s, whole};
}

void CheckRequestTest::passwordsInAnAddressAreNotRepeated()
{
    QFETCH(QStringList, arguments);
    const auto parsed = parseCheckRequest(arguments);
    const auto *usage = std::get_if<CheckUsage>(&parsed);
    QVERIFY(usage && usage->isComplaint);
    QVERIFY2(usage->reason.contains(u"•@chat.example.com"_s), qPrintable(usage->reason));
    for (const QString &text : {usage->reason, usage->text}) {
        QVERIFY2(!text.contains(u"s3cretpw"_s) && !text.contains(u"bob"_s), qPrintable(text));
    }
}

void CheckRequestTest::whatMayBeATokenIsNotRepeated_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString token = u"0123456789abcdef0123456789abcdef"_s;
    const QString option = u"--workspace"_s;
    QTest::newRow("behind an address") << QStringList{option, u"http://ho st/?resumeToken="_s + token};
    QTest::newRow("behind a #") << QStringList{option, u"ftp://chat.example.com/#"_s + token};
    QTest::newRow("in a path") << QStringList{option, u"https://a.b"_s, u"https://a.b/hook/"_s + token};
    QTest::newRow("stray") << QStringList{option, u"https://a.b"_s, u"https://a.b/?t="_s + token};
    QTest::newRow("in place of an id") << QStringList{option, u"https://a.b"_s, u"--only"_s, token};
}

void CheckRequestTest::whatMayBeATokenIsNotRepeated()
{
    QFETCH(QStringList, arguments);
    const auto parsed = parseCheckRequest(arguments);
    const auto *usage = std::get_if<CheckUsage>(&parsed);
    QVERIFY(usage && usage->isComplaint);
    for (const QString &text : {usage->reason, usage->text}) {
        QVERIFY2(!text.contains(u"0123456789"_s), qPrintable(text));
    }
}

void CheckRequestTest::readsWhatIsAskedFor()
{
    const auto parsed
        = parseCheckRequest({u"--workspace"_s, u"chat.example.com/home"_s, u"--twilio-account"_s, u"AC1"_s,
                             u"--number"_s, u"+1 (415) 555-0100"_s, u"--json"_s, u"--profile"_s, u"/p"_s});
    const auto &request = std::get<CheckRequest>(parsed);
    QCOMPARE(request.workspace, QUrl(u"https://chat.example.com"_s));
    QCOMPARE(request.account, u"AC1"_s);
    QCOMPARE(request.number, u"+14155550100"_s);
    QCOMPARE(request.profile, u"/p"_s);
    QVERIFY(request.wantsJson && request.only.isEmpty() && request.needsTwilio());
}

void CheckRequestTest::pagesStandForTheirChecks()
{
    const auto ask = [](const QString &only) {
        return std::get<CheckRequest>(parseCheckRequest({u"--workspace"_s, u"https://a.b"_s, u"--only"_s, only}));
    };
    const CheckRequest pages = ask(u"workspace,omnichannel"_s);
    QVERIFY(pages.only.contains(u"workspace.rights"_s) && pages.only.contains(u"omnichannel.on"_s));
    QVERIFY(!pages.needsTwilio());
    QCOMPARE(ask(u"number.owned"_s).only, QStringList(u"number.owned"_s));
    QVERIFY(ask(u"number.owned"_s).needsTwilio());
}

void CheckRequestTest::helpIsNoComplaint()
{
    const auto parsed = parseCheckRequest({u"--help"_s});
    QVERIFY(!std::get<CheckUsage>(parsed).isComplaint);
    QVERIFY(std::get<CheckUsage>(parsed).text.contains(u"GREENLINE_TWILIO_AUTH_TOKEN"_s));
}

void CheckRequestTest::endsByTheGravest_data()
{
    QTest::addColumn<CheckVerdict>("worst");
    QTest::addColumn<int>("status");
    QTest::newRow("passed") << CheckVerdict::Passed << 0;
    QTest::newRow("warning") << CheckVerdict::Warning << 1;
    QTest::newRow("failed") << CheckVerdict::Failed << 2;
    QTest::newRow("unknown") << CheckVerdict::Unknown << 3;
}

void CheckRequestTest::endsByTheGravest()
{
    QFETCH(CheckVerdict, worst);
    QTEST(checkStatus(worst), "status");
}

QTEST_GUILESS_MAIN(CheckRequestTest)
#include "tst_checkrequest.moc"
