#include "app/workspace/bytewalk.h"
#include "app/workspace/picturecleaner.h"

#include <QTest>
#include <QtEndian>

using namespace greenline;
using namespace Qt::StringLiterals;

/// TIFF and HEIC: what is hidden in them is blanked where it stands.
class StillPicturesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blanksWhatIsHiddenInATiff_data();
    void blanksWhatIsHiddenInATiff();
    void blanksWhatIsHiddenInAHeic_data();
    void blanksWhatIsHiddenInAHeic();
    void saysWhatItCannotClean_data();
    void saysWhatItCannotClean();
    void survivesEveryCutAndEveryByte_data();
    void survivesEveryCutAndEveryByte();
};

namespace {

const QByteArray pixels("PIXELS and nothing else");

/// A TIFF being written; values of more than four bytes stand behind everything.
class TiffPen
{
public:
    explicit TiffPen(bool isBig)
        : m_isBig(isBig)
        , m_bytes(isBig ? QByteArray("MM\0\x2a", 4) : QByteArray("II\x2a\0", 4))
    {
        m_bytes += number(8, 4);
    }
    QByteArray number(quint64 value, int width) const
    {
        QByteArray bytes;
        for (int place = 0; place < width; ++place) {
            bytes.append(char((value >> (8 * (m_isBig ? width - 1 - place : place))) & 0xff));
        }
        return bytes;
    }
    struct Entry {
        int tag;
        int type;
        quint64 count;
        QByteArray value;
    };
    /// Where the next one begins.
    quint64 directory(const QList<Entry> &entries, quint64 next = 0)
    {
        const quint64 table = quint64(m_bytes.size());
        const quint64 behind = table + 2 + 12 * quint64(entries.size()) + 4;
        QByteArray values;
        m_bytes += number(quint64(entries.size()), 2);
        for (const Entry &entry : entries) {
            m_bytes += number(quint64(entry.tag), 2) + number(quint64(entry.type), 2) + number(entry.count, 4);
            if (entry.value.size() > 4) {
                m_bytes += number(behind + quint64(values.size()), 4);
                values += entry.value;
            } else {
                m_bytes += entry.value.leftJustified(4, '\0');
            }
        }
        m_bytes += number(next, 4) + values;
        return quint64(m_bytes.size());
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    bool m_isBig;
    QByteArray m_bytes;
};

/// A first directory with texts, XMP, IPTC, Exif and a place; a second one with a name. The sizes are found by a first
/// round.
QByteArray hidingTiff(bool isBig)
{
    quint64 exif = 0;
    quint64 gps = 0;
    quint64 second = 0;
    for (int round = 0;; ++round) {
        TiffPen pen(isBig);
        const auto text = [](int tag, const QByteArray &words) {
            return TiffPen::Entry{tag, 2, quint64(words.size()), words};
        };
        const quint64 first = pen.directory({{256, 3, 1, pen.number(2, 2)},
                                             text(271, "SPY camera"),
                                             {273, 7, quint64(pixels.size()), pixels},
                                             {274, 3, 1, pen.number(6, 2)},
                                             text(306, "SPY date"),
                                             {700, 1, 9, "<x>SPY</x"},
                                             {33723, 7, 8, "SPY IPTC"},
                                             {34377, 1, 8, "SPY 8BIM"},
                                             {0x8769, 4, 1, pen.number(exif, 4)},
                                             {0x8825, 4, 1, pen.number(gps, 4)}},
                                            second);
        const quint64 afterExif = pen.directory({{0x927c, 7, 10, "SPY maker!"}, text(0x9003, "SPY")});
        const quint64 afterGps = pen.directory({{2, 5, 1, "48.2 SPY"}});
        (void)pen.directory({{254, 4, 1, pen.number(1, 4)}, text(315, "SPY artist")});
        if (round == 1) {
            return pen.bytes();
        }
        exif = first;
        gps = afterExif;
        second = afterGps;
    }
}

QByteArray bigNumber(quint64 value, int width)
{
    return TiffPen(true).number(value, width);
}

QByteArray box(const QByteArray &name, const QByteArray &content)
{
    return bigNumber(quint64(content.size()) + 8, 4) + name + content;
}

struct HeicForm {
    int version = 1; ///< Of the locations.
    bool isInner = false; ///< Exif stands within the description.
    QByteArray primary = "hvc1"; ///< What is shown first.
    QByteArray beside = "mime"; ///< What holds XMP.
    int times = 1; ///< How often Exif's place is named.
    bool isTangled = false; ///< The picture and Exif share a place.
};

/// One note that is named so often that all its places are more than the file.
QByteArray swollenTiff()
{
    constexpr int times = 20;
    constexpr int length = 200;
    TiffPen pen(false);
    const quint64 note = 8 + 2 + 12 * times + 4;
    (void)pen.directory(QList<TiffPen::Entry>(times, {700, 1, length, pen.number(note, 4)}));
    return pen.bytes() + QByteArray(length, 'S');
}

/// An icon that holds a PNG; neither has pixels.
QByteArray icon(const QByteArray &chunk)
{
    const auto part = [](const QByteArray &name, const QByteArray &content) {
        return bigNumber(quint64(content.size()), 4) + name + content + "sum!";
    };
    const QByteArray png
        = "\x89PNG\r\n\x1a\n" + part("IHDR", QByteArray(13, '\1')) + part(chunk, "words") + part("IEND", "");
    return QByteArray("\0\0\1\0\1\0\20\20\0\0\1\0\40\0", 14) + QByteArray("\x42\0\0\0\x16\0\0\0", 8) + png;
}

/// A picture of one item with Exif and XMP beside it.
QByteArray hidingHeic(const HeicForm &form)
{
    const QByteArray exif = QByteArray("\0\0\0\0MM SPY exif", 15);
    const QByteArray xmp = "<x>SPY</x>";
    const auto information = [](int id, const QByteArray &type) {
        const QByteArray kind = type == "mime" ? QByteArray("text/plain", 11)
            : type == "uri "                   ? QByteArray("urn:SPY", 8)
                                               : QByteArray();
        return box("infe",
                   QByteArray("\2\0\0\0", 4) + bigNumber(quint64(id), 2) + bigNumber(0, 2) + type + "SPY name" + '\0'
                       + kind);
    };
    const QByteArray items = box("iinf",
                                 QByteArray(4, '\0') + bigNumber(3, 2) + information(1, form.primary)
                                     + information(2, "Exif") + information(3, form.beside));
    const QByteArray first = box("pitm", QByteArray(4, '\0') + bigNumber(1, 2));
    const QByteArray spoken = box("udes", QByteArray(4, '\0') + QByteArray("en\0SPY and tags", 15))
        + box("crtt", "SPY time") + box("mdft", "SPY time") + box("altt", "SPY words") + box("uuid", "SPY, too");
    const QByteArray head = box("ftyp", "heic" + QByteArray(4, '\0') + "mif1heic");
    quint64 base = 0;
    for (int round = 0;; ++round) {
        const auto location = [&](int id, int method, quint64 offset, qsizetype length, int times = 1) {
            QByteArray place = bigNumber(quint64(id), form.version == 2 ? 4 : 2);
            place += form.version > 0 ? bigNumber(quint64(method), 2) : QByteArray();
            return place + bigNumber(0, 2) + bigNumber(method == 1 ? 0 : base, 4) + bigNumber(quint64(times), 2)
                + (bigNumber(offset, 4) + bigNumber(quint64(length), 4)).repeated(times);
        };
        const QByteArray locations = box(
            "iloc",
            char(form.version) + QByteArray("\0\0\0\x44\x40", 5) + bigNumber(3, form.version == 2 ? 4 : 2)
                + location(1, form.isTangled && form.isInner ? 1 : 0, 0,
                           form.isInner && form.isTangled ? exif.size() : pixels.size() + int(form.isTangled))
                + location(2, form.isInner ? 1 : 0, form.isInner ? 0 : quint64(pixels.size()), exif.size(), form.times)
                + location(3, 0, quint64(pixels.size() + exif.size()), xmp.size()));
        const QByteArray inner = form.isInner ? box("idat", exif) : QByteArray();
        const QByteArray turned = box("iprp", box("ipco", spoken + box("irot", "\1")));
        const QByteArray meta = box("meta", QByteArray(4, '\0') + first + items + locations + inner + turned);
        base = quint64(head.size() + meta.size()) + 8;
        if (round == 1) {
            return head + meta + box("mdat", pixels + (form.isInner ? QByteArray(exif.size(), 'x') : exif) + xmp)
                + box("uuid", "SPY somebody's own");
        }
    }
}

} // namespace

void StillPicturesTest::blanksWhatIsHiddenInATiff_data()
{
    QTest::addColumn<bool>("isBig");
    QTest::newRow("Intel") << false;
    QTest::newRow("Motorola") << true;
}

void StillPicturesTest::blanksWhatIsHiddenInATiff()
{
    QFETCH(bool, isBig);
    const QByteArray dirty = hidingTiff(isBig);
    QCOMPARE(dirty.count("SPY"), 9);
    const Result<QByteArray> clean = cleanedPicture(dirty, u"image/tiff"_s);
    QVERIFY(clean.isOk());
    QCOMPARE(clean->count("SPY"), 0);
    QCOMPARE(clean->size(), dirty.size());
    QCOMPARE(clean->indexOf(pixels), dirty.indexOf(pixels)); // nothing has moved
    ByteWalk walk(*clean, 8, quint64(clean->size()),
                  isBig ? ByteWalk::Order::BigEndian : ByteWalk::Order::LittleEndian);
    QCOMPARE(walk.number(2), 3u);
    QCOMPARE(walk.number(2), 256u);
    walk.skip(10);
    QCOMPARE(walk.number(2), 273u);
    walk.skip(10);
    QCOMPARE(walk.number(2), 274u); // and it stands upright
    walk.skip(6);
    QCOMPARE(walk.number(2), 6u);
    QCOMPARE(cleanedPicture(*clean, u"image/tiff"_s).value(), *clean);
}

void StillPicturesTest::blanksWhatIsHiddenInAHeic_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("isInner");
    QTest::addColumn<QByteArray>("beside");
    QTest::addColumn<int>("hidden");
    const QByteArray mime("mime");
    QTest::newRow("first form") << 0 << false << mime << 11;
    QTest::newRow("as phones write it") << 1 << false << mime << 11;
    QTest::newRow("Exif within the description") << 1 << true << mime << 11;
    QTest::newRow("wide numbers") << 2 << false << mime << 11;
    QTest::newRow("a link") << 1 << false << QByteArray("uri ") << 12;
}

void StillPicturesTest::blanksWhatIsHiddenInAHeic()
{
    QFETCH(int, version);
    QFETCH(bool, isInner);
    QFETCH(QByteArray, beside);
    const QByteArray dirty = hidingHeic({.version = version, .isInner = isInner, .beside = beside});
    QTEST(int(dirty.count("SPY")), "hidden"); // names of all three items among them
    const Result<QByteArray> clean = cleanedPicture(dirty, u"image/heif"_s);
    QVERIFY(clean.isOk());
    QCOMPARE(clean->count("SPY"), 0);
    QCOMPARE(clean->size(), dirty.size());
    QCOMPARE(clean->indexOf(pixels), dirty.indexOf(pixels));
    QVERIFY(clean->contains("irot\1"));
    QVERIFY(clean->contains("hvc1"));
    QCOMPARE(clean->count("text/plain"), dirty.count("text/plain")); // not a name
    QCOMPARE(clean->count("free"), 6); // properties are called by their number, so each keeps its place
    QCOMPARE(cleanedPicture(*clean, u"image/heif"_s).value(), *clean);
}

void StillPicturesTest::saysWhatItCannotClean_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("code");
    QByteArray circle("II\x2a\0\x08\0\0\0\0\0\x08\0\0\0", 14); // its second directory is its first
    QByteArray film = hidingHeic({});
    film += box("moov", "SPY");
    QByteArray elsewhere = hidingHeic({});
    elsewhere.replace("infe\2", "infe\1");
    QByteArray leaderless = hidingHeic({});
    leaderless.replace("pitm", "free");
    QByteArray tangled = hidingHeic({}); // its Exif lies in its description
    tangled.replace("mdat", "free");
    QTest::newRow("a TIFF that goes round") << circle << u"image/tiff"_s << u"damaged-picture"_s;
    QTest::newRow("a TIFF without a directory")
        << QByteArray("II\x2a\0\xff\0\0\0", 8) << u"image/tiff"_s << u"damaged-picture"_s;
    QTest::newRow("a BigTIFF") << QByteArray("II\x2b\0\x08\0\0\0", 8) << u"image/tiff"_s << u"uncleanable-picture"_s;
    QTest::newRow("a camera's raw file") << hidingTiff(false) << u"image/x-adobe-dng"_s << u"uncleanable-picture"_s;
    QTest::newRow("a picture with a film") << film << u"image/heif"_s << u"uncleanable-picture"_s;
    QTest::newRow("items without types") << elsewhere << u"image/heif"_s << u"uncleanable-picture"_s;
    const QString uncleanable = u"uncleanable-picture"_s;
    QTest::newRow("a new kind of pixels") << hidingHeic({.primary = "new1"}) << u"image/heif"_s << uncleanable;
    QTest::newRow("a new kind beside them") << hidingHeic({.beside = "new1"}) << u"image/heif"_s << uncleanable;
    QTest::newRow("nothing to show first") << leaderless << u"image/heif"_s << uncleanable;
    QTest::newRow("words to show first") << hidingHeic({.primary = "Exif"}) << u"image/heif"_s << uncleanable;
    QByteArray outside = hidingHeic({.isInner = true, .beside = "hvc1"}); // where others put what they like
    outside.replace("mdat", "skip");
    QTest::newRow("pixels outside the content") << outside << u"image/heif"_s << uncleanable;
    QTest::newRow("Exif outside the content") << tangled << u"image/heif"_s << uncleanable;
    QTest::newRow("Exif on the picture") << hidingHeic({.isTangled = true}) << u"image/heif"_s << uncleanable;
    QTest::newRow("Exif on the picture, both within the description")
        << hidingHeic({.isInner = true, .isTangled = true}) << u"image/heif"_s << uncleanable;
    QTest::newRow("Exif again and again") << hidingHeic({.times = 200}) << u"image/heif"_s << uncleanable;
    QTest::newRow("content in a hundred pieces")
        << hidingHeic({}) + box("mdat", {}).repeated(100) << u"image/heif"_s << uncleanable;
    QTest::newRow("two descriptions") << hidingHeic({}) + box("meta", {}) << u"image/heif"_s << uncleanable;
    QTest::newRow("a TIFF with a note again and again") << swollenTiff() << u"image/tiff"_s << u"damaged-picture"_s;
    const QString ico = u"image/vnd.microsoft.icon"_s;
    QTest::newRow("an icon with a PNG") << icon("IDAT") << ico << QString();
    QTest::newRow("an icon with a PNG with words") << icon("tEXt") << ico << uncleanable;
    for (const QString &name : {u"image/jpeg"_s, u"image/png"_s, u"image/gif"_s, u"image/bmp"_s, u"text/plain"_s}) {
        QTest::addRow("a TIFF called %s", qPrintable(name)) << hidingTiff(false) << name << uncleanable;
    }
    QTest::newRow("a BigTIFF called JPEG") << QByteArray("II\x2b\0\x08\0\0\0", 8) << u"image/jpeg"_s << uncleanable;
    QTest::newRow("a Photoshop file called PNG") << QByteArray("8BPS  \0\0\0\0", 10) << u"image/png"_s << uncleanable;
    QTest::newRow("a raw file called JPEG") << box("ftyp", "crx isom") << u"image/jpeg"_s << uncleanable;
    QTest::newRow("a HEIC called JPEG") << hidingHeic({}) << u"image/jpeg"_s << QString();
    QTest::newRow("a Photoshop file") << QByteArray("8BPS SPY") << u"image/vnd.adobe.photoshop"_s
                                      << u"uncleanable-picture"_s;
    QTest::newRow("a GIF by name alone") << QByteArray("plain words") << u"image/gif"_s << QString();
    QTest::newRow("a PNG by name alone") << QByteArray("plain words") << u"image/png"_s << QString();
    QTest::newRow("no picture") << QByteArray("%PDF") << u"application/pdf"_s << QString();
}

void StillPicturesTest::saysWhatItCannotClean()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    const Result<QByteArray> clean = cleanedPicture(bytes, type);
    QTEST(clean ? QString() : clean.error().code, "code");
}

void StillPicturesTest::survivesEveryCutAndEveryByte_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QString>("type");
    QTest::newRow("TIFF") << hidingTiff(false) << u"image/tiff"_s;
    QTest::newRow("TIFF, Motorola") << hidingTiff(true) << u"image/tiff"_s;
    QTest::newRow("HEIC") << hidingHeic({}) << u"image/heif"_s;
    QTest::newRow("HEIC, inner") << hidingHeic({2, true}) << u"image/heif"_s;
}

void StillPicturesTest::survivesEveryCutAndEveryByte()
{
    QFETCH(QByteArray, whole);
    QFETCH(QString, type);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<QByteArray> clean = cleanedPicture(whole.left(length), type);
        QVERIFY(!clean || clean->size() == length);
    }
    for (qsizetype place = 0; place < whole.size(); ++place) {
        for (const uchar value : {0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff}) {
            QByteArray bent = whole;
            bent[place] = static_cast<char>(value);
            const Result<QByteArray> clean = cleanedPicture(bent, type);
            QVERIFY(!clean || clean->size() == bent.size());
        }
    }
}

QTEST_GUILESS_MAIN(StillPicturesTest)
#include "tst_stillpictures.moc"
