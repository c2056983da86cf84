#include "app/sms/segments.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace greenline;
using namespace Qt::StringLiterals;

using Encoding = SegmentCount::Encoding;

class SegmentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void counts_data();
    void counts();
    void knowsTheWholeBasicTable();
    void namesWhatCosts_data();
    void namesWhatCosts();
    void replacesLookAlikes();
    void neverSplitsAPair();
};

void SegmentsTest::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGsm");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("segments");
    QTest::newRow("empty") << QString() << true << 0 << 160 << 0;
    QTest::newRow("one character") << u"a"_s << true << 1 << 160 << 1;
    QTest::newRow("one GSM part") << QString(160, u'a') << true << 160 << 160 << 1;
    QTest::newRow("two GSM parts") << QString(161, u'a') << true << 161 << 306 << 2;
    QTest::newRow("two full GSM parts") << QString(306, u'a') << true << 306 << 306 << 2;
    QTest::newRow("three GSM parts") << QString(307, u'a') << true << 307 << 459 << 3;
    QTest::newRow("euro costs two") << u"5 €"_s << true << 4 << 160 << 1;
    QTest::newRow("80 euros fit") << QString(80, u'€') << true << 160 << 160 << 1;
    QTest::newRow("81 euros do not") << QString(81, u'€') << true << 162 << 306 << 2;
    // 152 + the pair does not fit into 153, so the pair begins the second part: 152 | 2 + 152 leaves one over.
    QTest::newRow("escape pair over the edge")
        << QString(QString(152, u'a') + u'€' + QString(152, u'b')) << true << 306 << 459 << 3;
    QTest::newRow("escape pair within") << QString(QString(151, u'a') + u'€' + QString(153, u'b')) << true << 306 << 306
                                        << 2;
    QTest::newRow("one UCS-2 part") << QString(70, u'я') << false << 70 << 70 << 1;
    QTest::newRow("two UCS-2 parts") << QString(71, u'я') << false << 71 << 134 << 2;
    QTest::newRow("three UCS-2 parts") << QString(135, u'я') << false << 135 << 201 << 3;
    QTest::newRow("emoji makes it UCS-2") << QString(69, u'a').append(u"😀"_s) << false << 71 << 134 << 2;
    // 66 + the pair does not fit into 67: 66 | 2 + 66 leaves one over.
    QTest::newRow("surrogates over the edge")
        << QString(QString(66, u'я') + u"😀"_s + QString(66, u'я')) << false << 134 << 201 << 3;
    QTest::newRow("surrogates within") << QString(QString(65, u'я') + u"😀"_s + QString(67, u'я')) << false << 134 << 134
                                       << 2;
    QTest::newRow("extension characters are single in UCS-2") << u"я€"_s << false << 2 << 70 << 1;
    QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) << false << 1 << 70 << 1;
    QTest::newRow("line breaks") << u"a\r\nb\f"_s << true << 6 << 160 << 1;
}

void SegmentsTest::counts()
{
    QFETCH(QString, text);
    QFETCH(bool, isGsm);
    const SegmentCount count = countSegments(text);
    QCOMPARE(count.encoding == Encoding::Gsm7, isGsm);
    QTEST(count.units, "units");
    QTEST(count.capacity, "capacity");
    QTEST(count.segments, "segments");
    QCOMPARE(count.costly.isEmpty(), isGsm);
}

void SegmentsTest::knowsTheWholeBasicTable()
{
    // 3GPP TS 23.038: 128 codes of which one is the escape, and ten extension characters.
    int single = 0;
    int twofold = 0;
    for (int code = 0; code <= 0xFFFF; ++code) {
        const SegmentCount count = countSegments(QString(QChar(code)));
        if (count.encoding == Encoding::Gsm7) {
            (count.units == 1 ? single : twofold) += 1;
        }
    }
    QCOMPARE(single, 127);
    QCOMPARE(twofold, 10);
    for (
        const char16_t code :
        u"\u00A3\u00A5\u00C7\u00D8\u0394\u03A6\u0393\u039B\u03A9\u03A0\u03A8\u03A3\u0398\u039E\u00DF\u00A4\u00A1\u00BF\u00A7\u00FC"_s
            .toStdU16String()) {
        QCOMPARE(countSegments(QString(QChar(code))).encoding, Encoding::Gsm7);
    }
    for (const char16_t code : u"ç`âêîôûãõáíóú\tÁ’–…"_s.toStdU16String()) {
        QCOMPARE(countSegments(QString(QChar(code))).encoding, Encoding::Ucs2);
    }
}

void SegmentsTest::namesWhatCosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("costly");
    QTest::addColumn<QString>("replacement");
    QTest::newRow("curly quote") << u"it’s fine – really"_s << u"’"_s << u"'"_s;
    QTest::newRow("dash") << u"9–5"_s << u"–"_s << u"-"_s;
    QTest::newRow("ellipsis") << u"wait…"_s << u"…"_s << u"..."_s;
    QTest::newRow("odd space") << u"10\u00A0km"_s << u"\u00A0"_s << u" "_s;
    QTest::newRow("letter") << u"coração"_s << u"ç"_s << QString();
    QTest::newRow("emoji") << u"hi 😀!"_s << u"😀"_s << QString();
    QTest::newRow("family") << u"hi 👨‍👩‍👧!"_s << u"👨‍👩‍👧"_s << QString();
    QTest::newRow("flag") << u"hi 🇵🇹!"_s << u"🇵🇹"_s << QString();
    QTest::newRow("combining accent") << u"cafe\u0301!"_s << u"e\u0301"_s << QString();
}

void SegmentsTest::namesWhatCosts()
{
    QFETCH(QString, text);
    const SegmentCount count = countSegments(text);
    QTEST(count.costly, "costly");
    QTEST(count.replacement, "replacement");
}

void SegmentsTest::replacesLookAlikes()
{
    const QString plain = withPlainCharacters(u"“It’s 9–5…” he\u00A0said\u200B «so» 😀 ç"_s);
    QCOMPARE(plain, u"\"It's 9-5...\" he said \"so\" 😀 ç"_s);
    QCOMPARE(countSegments(withPlainCharacters(u"“It’s 9–5…”"_s)).encoding, Encoding::Gsm7);
}

/// Against a slow and plain count: lay the characters into parts one by one.
void SegmentsTest::neverSplitsAPair()
{
    QRandomGenerator random(20261124);
    for (int round = 0; round < 400; ++round) {
        const bool isGsm = round % 2 == 0;
        QString text;
        QList<int> widths;
        const int length = random.bounded(1, 700);
        for (int index = 0; index < length; ++index) {
            const bool isWide = random.bounded(4) == 0;
            text += isGsm ? (isWide ? u"€"_s : u"a"_s) : (isWide ? u"😀"_s : u"я"_s);
            widths.append(isWide ? 2 : 1);
        }
        const int units = std::accumulate(widths.cbegin(), widths.cend(), 0);
        const int room = units <= (isGsm ? 160 : 70) ? units : (isGsm ? 153 : 67);
        int parts = 1;
        int left = room;
        for (const int width : widths) {
            if (width > left) {
                ++parts;
                left = room;
            }
            left -= width;
        }
        const SegmentCount count = countSegments(text);
        QCOMPARE(count.units, units);
        QCOMPARE(count.segments, parts);
    }
}

QTEST_GUILESS_MAIN(SegmentsTest)
#include "tst_segments.moc"
