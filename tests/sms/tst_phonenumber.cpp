#include "app/sms/phonenumber.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class PhoneNumberTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnySpelling_data();
    void readsAnySpelling();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void comparesSpellings();
    void givesDigits();
};

void PhoneNumberTest::readsAnySpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("region");
    QTest::newRow("E.164") << u"+351912345678"_s << u"+351912345678"_s << u"+351 912 345 678"_s << u"PT"_s;
    QTest::newRow("digits, as visitors are named")
        << u"14155552671"_s << u"+14155552671"_s << u"+1 415-555-2671"_s << u"US"_s;
    QTest::newRow("punctuated") << u"+1 (415) 555-2671"_s << u"+14155552671"_s << u"+1 415-555-2671"_s << u"US"_s;
    QTest::newRow("digits of Germany") << u"4917612345678"_s << u"+4917612345678"_s << u"+49 176 12345678"_s << u"DE"_s;
    QTest::newRow("fictional, of no region")
        << u"+15550001111"_s << u"+15550001111"_s << u"+1 555-000-1111"_s << QString();
}

void PhoneNumberTest::readsAnySpelling()
{
    QFETCH(QString, text);
    const std::optional<PhoneNumber> number = parsePhoneNumber(text);
    QVERIFY(number);
    QTEST(number->e164, "e164");
    QTEST(number->display, "display");
    QTEST(number->region, "region");
    QTEST(displayNumber(text), "display");
    QTEST(displayNumber(text), "display"); // from the cache
}

void PhoneNumberTest::leavesOtherTextAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("short code") << u"72404"_s;
    QTest::newRow("alphanumeric sender") << u"ACME"_s;
    QTest::newRow("national spelling") << u"0176 12345678"_s;
    QTest::newRow("name") << u"Ana Souza"_s;
    QTest::newRow("name with digits") << u"guest-1415555"_s;
    QTest::newRow("too many digits") << QString(16, u'4');
    QTest::newRow("a megabyte of digits") << QString(1'000'000, u'1');
    QTest::newRow("plus alone") << u"+"_s;
    QTest::newRow("lone surrogate") << u"+1415555"_s + QChar(0xD83D);
    QTest::newRow("NUL inside") << u"+1415"_s + QChar(u'\0') + u"5552671x"_s;
}

void PhoneNumberTest::leavesOtherTextAlone()
{
    QFETCH(QString, text);
    QVERIFY(!parsePhoneNumber(text));
    QCOMPARE(displayNumber(text), text);
}

void PhoneNumberTest::comparesSpellings()
{
    QVERIFY(isSameNumber(u"14155552671"_s, u"+1 415 555 2671"_s));
    QVERIFY(isSameNumber(u"ACME"_s, u"ACME"_s));
    QVERIFY(!isSameNumber(u"14155552671"_s, u"+1 415 555 2672"_s));
    QVERIFY(!isSameNumber(u"72404"_s, u"72405"_s));
}

void PhoneNumberTest::givesDigits()
{
    QCOMPARE(digitsOf(u"+1 (415) 555-0142"_s), u"14155550142"_s);
    QCOMPARE(digitsOf(u"no number"_s), QString());
}

QTEST_GUILESS_MAIN(PhoneNumberTest)
#include "tst_phonenumber.moc"
