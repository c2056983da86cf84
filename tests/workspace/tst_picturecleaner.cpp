#include "app/workspace/picturecleaner.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QTest>
#include <QtEndian>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

QImage painted()
{
    QImage image(24, 16, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.setPixel(x, y, qRgb(x * 10, y * 15, x < 12 ? 0 : 200));
        }
    }
    return image;
}

QByteArray saved(const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    painted().save(&buffer, format, 90);
    return bytes;
}

QByteArray segment(uchar marker, const QByteArray &content)
{
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(content.size() + 2), length.data());
    return QByteArray("\xff", 1) + static_cast<char>(marker) + length + content;
}

/// As a phone writes it: the orientation, a camera's name and a place (little endian, as most do).
QByteArray exif(char orientation)
{
    QByteArray tiff("II\x2a\0\x08\0\0\0\x02\0", 10);
    tiff += QByteArray("\x0f\x01\x02\0\x04\0\0\0SPY\0", 12) + QByteArray("\x12\x01\x03\0\x01\0\0\0", 8) + orientation
        + QByteArray("\0\0\0\0\0\0\0", 7) + "GPS 48.2082 N 16.3738 E";
    return segment(0xe1, QByteArray("Exif\0\0", 6) + tiff);
}

QByteArray fromPhone(char orientation)
{
    const QByteArray plain = saved("JPG");
    return plain.left(2) + exif(orientation) + segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x>SPY</x>")
        + segment(0xed, "Photoshop 3.0 SPY") + segment(0xe2, "MPF SPY") + segment(0xfe, "SPY was here") + plain.mid(2)
        + saved("JPG") + "SPY behind the end";
}

QByteArray chunk(const QByteArray &name, const QByteArray &content)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(content.size()), length.data());
    return length + name + content + "crc.";
}

/// One pixel of two colours, with something around it; parts end with a piece of no length.
QByteArray gif(const QByteArrayList &before, const QByteArray &behind = {})
{
    QByteArray bytes("GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", 19);
    for (const QByteArray &part : before) {
        bytes += part + '\0';
    }
    return bytes + QByteArray(",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0", 15) + behind;
}

QImage shown(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    return reader.read().convertToFormat(QImage::Format_RGB32);
}

} // namespace

class PictureCleanerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesEverythingHiddenOutOfAJpeg_data();
    void takesEverythingHiddenOutOfAJpeg();
    void keepsTheColourProfile();
    void takesEverythingHiddenOutOfAPng();
    void takesExifOutOfAWebp();
    void takesEverythingHiddenOutOfAGif();
    void leavesOtherFilesAlone();
    void refusesWhatCannotBeTakenApart_data();
    void refusesWhatCannotBeTakenApart();
    void survivesEveryCut();
};

void PictureCleanerTest::takesEverythingHiddenOutOfAJpeg_data()
{
    QTest::addColumn<int>("orientation");
    for (const int orientation : {1, 3, 6, 8}) {
        QTest::addRow("orientation %d", orientation) << orientation;
    }
}

void PictureCleanerTest::takesEverythingHiddenOutOfAJpeg()
{
    QFETCH(int, orientation);
    const QByteArray dirty = fromPhone(static_cast<char>(orientation));
    QVERIFY(dirty.contains("SPY") && dirty.contains("GPS"));
    const Result<QByteArray> clean = cleanedPicture(dirty);
    QVERIFY(clean.isOk());
    QVERIFY(!clean->contains("SPY"));
    QVERIFY(!clean->contains("GPS"));
    QCOMPARE(shown(*clean), shown(dirty)); // the same pixels, and upright
    QCOMPARE(shown(*clean).width(), orientation > 4 ? 16 : 24);
    QCOMPARE(cleanedPicture(*clean).value(), *clean);
    const QByteArray plain = saved("JPG");
    QVERIFY(clean->endsWith(plain.mid(plain.size() / 2))); // not compressed anew
}

void PictureCleanerTest::keepsTheColourProfile()
{
    const QByteArray plain = saved("JPG");
    const QByteArray profile = segment(0xe2, QByteArray("ICC_PROFILE\0\1\1 of sorts", 23));
    QCOMPARE(cleanedPicture(plain.left(2) + profile + plain.mid(2)).value(), plain.left(2) + profile + plain.mid(2));
}

void PictureCleanerTest::takesEverythingHiddenOutOfAPng()
{
    const QByteArray plain = saved("PNG");
    const qsizetype behindHeader = 8 + 12 + 13;
    const QByteArray dirty = plain.left(behindHeader) + chunk("tEXt", "Author\0SPY") + chunk("eXIf", "II*SPY")
        + chunk("iTXt", "XML:com.adobe.xmp SPY") + chunk("tIME", "SPYSPY1") + chunk("caBX", "SPY")
        + plain.mid(behindHeader) + "SPY behind the end";
    const Result<QByteArray> clean = cleanedPicture(dirty);
    QVERIFY(clean.isOk());
    QVERIFY(!clean->contains("SPY"));
    QCOMPARE(shown(*clean), painted());
}

void PictureCleanerTest::takesExifOutOfAWebp()
{
    const auto part = [](const QByteArray &name, const QByteArray &content) {
        QByteArray length(4, '\0');
        qToLittleEndian(static_cast<quint32>(content.size()), length.data());
        return name + length + content + (content.size() % 2 ? QByteArray(1, '\0') : QByteArray());
    };
    const auto file = [](const QByteArray &chunks) {
        QByteArray head("RIFF\0\0\0\0WEBP", 12);
        qToLittleEndian(static_cast<quint32>(chunks.size() + 4), head.data() + 4);
        return head + chunks;
    };
    const QByteArray pixels = part("VP8 ", "odd");
    const QByteArray dirty = file(part("VP8X", QByteArray("\x2c\0\0\0\0\0\0\0\0\0", 10)) + part("ICCP", "colours")
                                  + pixels + part("EXIF", "SPY") + part("XMP ", "SPY"));
    const QByteArray wanted
        = file(part("VP8X", QByteArray("\x20\0\0\0\0\0\0\0\0\0", 10)) + part("ICCP", "colours") + pixels);
    QCOMPARE(cleanedPicture(dirty + "SPY").value(), wanted);
}

void PictureCleanerTest::takesEverythingHiddenOutOfAGif()
{
    const QByteArray loop("!\xff\x0bNETSCAPE2.0\3\1\0\0", 18);
    const QByteArray control("!\xf9\4\0\5\0\0", 7);
    const QByteArray xmp = QByteArray("!\xff\x0b") + "XMP DataXMP" + "\x0c<x>SPY </x>>";
    const QByteArray text = QByteArray("!\1\x0c") + "grid grid gr" + "\3SPY";
    const QByteArray dirty
        = gif({loop + "\3SPY", "!\xfe\4SPY!", xmp, control, text, QByteArray("!\xf9\3SPY"), "!\x77\3SPY", control},
              "!\xfe\3SPY" + QByteArray("\0;", 2) + "SPY behind the end");
    QCOMPARE(dirty.count("SPY"), 8);
    const Result<QByteArray> clean = cleanedPicture(dirty, u"image/gif"_s);
    QVERIFY(clean.isOk());
    QCOMPARE(*clean, gif({loop, control}, ";"));
    QCOMPARE(cleanedPicture(*clean).value(), *clean);
    QCOMPARE(shown(*clean).size(), QSize(1, 1));
}

void PictureCleanerTest::leavesOtherFilesAlone()
{
    for (const QByteArray &bytes : {QByteArray("%PDF-1.7 SPY"), QByteArray("GIF8"), QByteArray("RIFF1234WAVE..."),
                                    QByteArray("\xff\xd8"), QByteArray()}) {
        QCOMPARE(cleanedPicture(bytes).value(), bytes);
    }
}

void PictureCleanerTest::refusesWhatCannotBeTakenApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a JPEG without pixels") << saved("JPG").left(20);
    QTest::newRow("a JPEG with a length beyond its end") << QByteArray("\xff\xd8\xff\xe1\xff\xff"
                                                                       "Exif",
                                                                       10);
    QTest::newRow("a JPEG with rubbish between its parts") << QByteArray("\xff\xd8\xff\xfe\0\2rubbish", 13);
    QTest::newRow("a PNG that is cut off") << saved("PNG").chopped(20);
    QTest::newRow("a GIF with nothing in it") << QByteArray("GIF89a");
    QTest::newRow("a GIF that is cut off") << gif({"!\xfe\4SPY!"});
    QTest::newRow("a WebP with nothing in it") << QByteArray("RIFF\4\0\0\0WEBP\0", 13);
}

void PictureCleanerTest::refusesWhatCannotBeTakenApart()
{
    QFETCH(QByteArray, bytes);
    const Result<QByteArray> clean = cleanedPicture(bytes);
    QVERIFY(!clean.isOk());
    QCOMPARE(clean.error().code, u"damaged-picture"_s);
}

void PictureCleanerTest::survivesEveryCut()
{
    for (const QByteArray &whole : {fromPhone(6), saved("PNG"), gif({"!\xfe\3GPS"}, ";")}) {
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const Result<QByteArray> clean = cleanedPicture(whole.left(length));
            QVERIFY(!clean || length < 4 || !clean->contains("GPS"));
        }
    }
}

QTEST_GUILESS_MAIN(PictureCleanerTest)
#include "tst_picturecleaner.moc"
