#include "app/workspace/pictureparts.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr uchar startOfScan = 0xda;
constexpr uchar endOfImage = 0xd9;

uchar byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<uchar>(bytes.at(at));
}

/// Markers without a length: restarts and TEM.
bool standsAlone(uchar marker)
{
    return (marker >= 0xd0 && marker <= 0xd7) || marker == 0x01;
}

/// The first marker behind pixels; in them an FF is followed by 00 or by a restart, or is one of several.
qsizetype endOfPixels(const QByteArray &bytes, qsizetype at)
{
    for (at = bytes.indexOf('\xff', at); at >= 0 && at + 1 < bytes.size(); at = bytes.indexOf('\xff', at + 1)) {
        const uchar next = byteAt(bytes, at + 1);
        if (next != 0x00 && next != 0xff && !standsAlone(next)) {
            return at;
        }
    }
    return bytes.size(); // cut off: programs show what is there
}

quint16 shortAt(const QByteArray &bytes, qsizetype at, bool isBig)
{
    return isBig ? qFromBigEndian<quint16>(bytes.constData() + at) : qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 longAt(const QByteArray &bytes, qsizetype at, bool isBig)
{
    return isBig ? qFromBigEndian<quint32>(bytes.constData() + at) : qFromLittleEndian<quint32>(bytes.constData() + at);
}

} // namespace

Error damagedPicture()
{
    return {.kind = Error::Kind::Rejected, .detail = u"damaged-picture"_s, .code = u"damaged-picture"_s};
}

Error uncleanablePicture()
{
    return {.kind = Error::Kind::Rejected, .detail = u"uncleanable-picture"_s, .code = u"uncleanable-picture"_s};
}

std::optional<QList<JpegSegment>> jpegSegments(const QByteArray &bytes)
{
    QList<JpegSegment> segments;
    bool hasPixels = false;
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (byteAt(bytes, at) != 0xff) {
            return std::nullopt;
        }
        const uchar marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // a filler
            ++at;
            continue;
        }
        if (marker == endOfImage || standsAlone(marker)) {
            segments.append({marker, {}, bytes.mid(at, 2)});
            at += 2;
            if (marker == endOfImage) {
                break;
            }
            continue;
        }
        if (bytes.size() - at < 4) {
            return std::nullopt;
        }
        const qsizetype length = shortAt(bytes, at + 2, true);
        const qsizetype headEnd = at + 2 + length;
        if (length < 2 || headEnd > bytes.size()) {
            return std::nullopt;
        }
        const qsizetype end = marker == startOfScan ? endOfPixels(bytes, headEnd) : headEnd;
        hasPixels = hasPixels || marker == startOfScan;
        segments.append({marker, bytes.mid(at + 4, length - 2), bytes.mid(at, end - at)});
        at = end;
    }
    return hasPixels ? std::optional(segments) : std::nullopt;
}

int tiffOrientation(const QByteArray &tiff)
{
    constexpr quint16 orientationTag = 0x0112;
    if (tiff.size() < 14 || !(tiff.startsWith("MM") || tiff.startsWith("II"))) {
        return 1;
    }
    const bool isBig = tiff.startsWith("MM");
    const qsizetype directory = longAt(tiff, 4, isBig);
    if (directory > tiff.size() - 2) {
        return 1;
    }
    const int entries = shortAt(tiff, directory, isBig);
    for (int entry = 0; entry < entries; ++entry) {
        const qsizetype at = directory + 2 + 12 * entry;
        if (at > tiff.size() - 12) {
            break;
        }
        if (shortAt(tiff, at, isBig) == orientationTag) {
            const int value = shortAt(tiff, at + 8, isBig);
            return value >= 1 && value <= 8 ? value : 1;
        }
    }
    return 1;
}

} // namespace greenline
