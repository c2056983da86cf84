#include "app/workspace/picturecleaner.h"

#include "app/workspace/gifcleaner.h"
#include "app/workspace/heifcleaner.h"
#include "app/workspace/pictureparts.h"
#include "app/workspace/tiffcleaner.h"

#include <QMimeDatabase>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const QByteArray jpegStart("\xff\xd8\xff", 3);
const QByteArray pngStart("\x89PNG\r\n\x1a\n", 8);
const QByteArray exifStart("Exif\0\0", 6);

/// Pictures that carry nothing but pixels, or a comment at most. The first four are told by their beginnings; who has
/// the name alone is none, as far as its content says nothing else.
bool isHarmlessPicture(const QString &type)
{
    static const QStringList harmless{u"image/jpeg"_s,
                                      u"image/png"_s,
                                      u"image/webp"_s,
                                      u"image/gif"_s,
                                      u"image/bmp"_s,
                                      u"image/vnd.microsoft.icon"_s,
                                      u"image/x-portable-bitmap"_s,
                                      u"image/x-portable-graymap"_s,
                                      u"image/x-portable-pixmap"_s};
    return harmless.contains(type);
}

/// What is needed to show the picture; everything else that a program may add is left behind.
bool isKeptSegment(const JpegSegment &segment)
{
    constexpr uchar app0 = 0xe0;
    constexpr uchar app2 = 0xe2;
    constexpr uchar app14 = 0xee;
    constexpr uchar app15 = 0xef;
    constexpr uchar comment = 0xfe;
    if (segment.marker == app0) {
        return segment.content.startsWith(QByteArray("JFIF", 5)); // not JFXX, which is a thumbnail
    }
    if (segment.marker == app2) {
        return segment.content.startsWith(QByteArray("ICC_PROFILE", 12));
    }
    const bool isNote = (segment.marker > app0 && segment.marker <= app15) || segment.marker == comment;
    return !isNote || segment.marker == app14; // Adobe's says how the colours are to be read
}

/// Exif with one entry, the orientation (TIFF 6.0 tag 274).
QByteArray orientationSegment(int orientation)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
    tiff[19] = static_cast<char>(orientation);
    const QByteArray content = exifStart + tiff;
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(content.size() + 2), length.data());
    return QByteArray("\xff\xe1", 2) + length + content;
}

Result<QByteArray> cleanedJpeg(const QByteArray &bytes)
{
    const std::optional<QList<JpegSegment>> segments = jpegSegments(bytes);
    if (!segments) {
        return damagedPicture();
    }
    int orientation = 1;
    QByteArray body;
    for (const JpegSegment &segment : *segments) {
        if (segment.marker == 0xe1 && segment.content.startsWith(exifStart)) {
            orientation = tiffOrientation(segment.content.mid(exifStart.size()));
        }
        if (isKeptSegment(segment)) {
            body += segment.raw;
        }
    }
    return jpegStart.left(2) + (orientation > 1 ? orientationSegment(orientation) : QByteArray()) + body;
}

Result<QByteArray> cleanedPng(const QByteArray &bytes)
{
    // Critical chunks, colours, transparency, pixel shape and animation.
    static const QByteArrayList kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT",
                                     "sRGB", "cICP", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT"};
    QByteArray clean = pngStart;
    qsizetype at = pngStart.size();
    while (bytes.size() - at >= 12) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        const QByteArray name = bytes.mid(at + 4, 4);
        if (length > bytes.size() - at - 12) {
            return damagedPicture();
        }
        if (kept.contains(name)) {
            clean += bytes.mid(at, length + 12);
        }
        at += length + 12;
        if (name == "IEND") {
            return clean; // what comes after it is no part of the picture
        }
    }
    return damagedPicture();
}

/// Icons and bitmaps may hold PNGs, and these everything that such hold.
bool hidesInPng(const QByteArray &bytes)
{
    for (qsizetype at = bytes.indexOf(pngStart); at >= 0; at = bytes.indexOf(pngStart, at)) {
        const QByteArray rest = QByteArray::fromRawData(bytes.constData() + at, bytes.size() - at);
        const Result<QByteArray> clean = cleanedPng(rest);
        if (!clean || !rest.startsWith(*clean)) {
            return true;
        }
        at += clean->size();
    }
    return false;
}

/// Named as a harmless picture, and not by its content another one: a camera's raw file may be called anything.
bool isHarmlessWithin(const QByteArray &bytes, const QString &named)
{
    const bool isBigTiff = bytes.startsWith(QByteArray("II\x2b\0", 4)) || bytes.startsWith(QByteArray("MM\0\x2b", 4));
    const bool isMedia = bytes.mid(4, 4) == "ftyp"; // films, and raw files that look like such
    const QString found = QMimeDatabase().mimeTypeForData(bytes).name();
    const bool isOther = isBigTiff || isMedia || (found.startsWith("image/"_L1) && !isHarmlessPicture(found));
    return isHarmlessPicture(named) && !isOther && !hidesInPng(bytes);
}

Result<QByteArray> cleanedWebp(const QByteArray &bytes)
{
    constexpr char hasExif = 0x08;
    constexpr char hasXmp = 0x04;
    static const QByteArrayList kept{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"};
    QByteArray chunks;
    const qsizetype end
        = qMin<qsizetype>(bytes.size(), qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 4)) + 8);
    qsizetype at = 12;
    while (end - at >= 8) {
        const qsizetype length = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        const qsizetype padded = length + length % 2;
        const QByteArray name = bytes.mid(at, 4);
        if (length > end - at - 8) {
            return damagedPicture();
        }
        if (kept.contains(name)) {
            QByteArray chunk = bytes.mid(at, qMin(padded + 8, end - at));
            if (name == "VP8X" && length > 0) {
                chunk[8] = static_cast<char>(chunk[8] & ~(hasExif | hasXmp));
            }
            chunks += chunk;
        }
        at += padded + 8;
    }
    if (chunks.isEmpty()) {
        return damagedPicture();
    }
    QByteArray head("RIFF\0\0\0\0WEBP", 12);
    qToLittleEndian(static_cast<quint32>(chunks.size() + 4), head.data() + 4);
    return head + chunks;
}

} // namespace

Result<QByteArray> cleanedPicture(const QByteArray &bytes, const QString &mimeType)
{
    if (bytes.startsWith(jpegStart)) {
        return cleanedJpeg(bytes);
    }
    if (bytes.startsWith(pngStart)) {
        return cleanedPng(bytes);
    }
    if (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.mid(8, 4) == "WEBP") {
        return cleanedWebp(bytes);
    }
    if (isHeif(bytes)) {
        return cleanedHeif(bytes);
    }
    if (isGif(bytes)) {
        return cleanedGif(bytes);
    }
    if (isTiff(bytes)) { // whatever it is called; cameras' raw files need their notes
        const bool isPlain = mimeType.isEmpty() || mimeType == "image/tiff"_L1;
        return isPlain ? cleanedTiff(bytes) : Result<QByteArray>(uncleanablePicture());
    }
    const bool isPicture = mimeType.startsWith("image/"_L1);
    return isPicture && !isHarmlessWithin(bytes, mimeType) ? Result<QByteArray>(uncleanablePicture())
                                                           : Result<QByteArray>(bytes);
}

} // namespace greenline
