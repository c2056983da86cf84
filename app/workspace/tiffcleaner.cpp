#include "app/workspace/tiffcleaner.h"

#include "app/workspace/bytewalk.h"
#include "app/workspace/pictureparts.h"

#include <QList>
#include <QSet>

#include <cstring>
#include <utility>

namespace greenline {

namespace {

constexpr qsizetype mostDirectories = 512;
constexpr quint64 entryBytes = 12;
constexpr quint16 subDirectories = 330;
constexpr quint16 exifDirectory = 0x8769;
constexpr quint16 gpsDirectory = 0x8825;
constexpr quint16 interoperability = 0xa005;

/// TIFF 6.0 without its texts, and what later notes added for pixels and colours (Technical Note 1 and 2, ICC).
bool isNeededTag(quint16 tag)
{
    static const QSet<quint16> needed{
        254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273,   274,   277,   278,   279,   280,   281,
        282, 283, 284, 290, 291, 292, 293, 296, 297, 301, 317, 318,   319,   320,   321,   322,   323,   324,
        325, 326, 327, 328, 330, 332, 334, 336, 338, 339, 340, 341,   342,   343,   347,   512,   513,   514,
        515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 559, 32995, 32996, 32997, 32998, 34675, 37439, 50674};
    return needed.contains(tag);
}

int widthOfType(quint64 type)
{
    static const int widths[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < std::size(widths) ? widths[type] : 0;
}

struct TiffEntry {
    quint64 at = 0;
    quint16 tag = 0;
    quint64 count = 0;
    quint64 valueAt = 0; ///< In the entry itself where it is small.
    quint64 valueBytes = 0;
    int width = 0;
};

/// Reads from the file as it came and writes into a copy of the same size.
class TiffCleaner
{
public:
    explicit TiffCleaner(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_clean(bytes)
        , m_order(bytes.startsWith("MM") ? ByteWalk::Order::BigEndian : ByteWalk::Order::LittleEndian)
    {
    }
    Result<QByteArray> cleaned();

private:
    ByteWalk walk(quint64 from) const { return {m_bytes, from, quint64(m_bytes.size()), m_order}; }
    bool cleanDirectory(quint64 at);
    bool wipeDirectory(quint64 at);
    bool drop(const TiffEntry &entry);
    bool readEntries(quint64 at, QList<TiffEntry> &entries, quint64 &next) const;
    void write(quint64 at, int width, quint64 value);
    bool blank(quint64 at, quint64 width);
    QList<quint64> pointersOf(const TiffEntry &entry) const;

    const QByteArray &m_bytes;
    QByteArray m_clean;
    ByteWalk::Order m_order;
    QList<quint64> m_waiting; // directories with pictures
    QSet<quint64> m_seen;
    quint64 m_blanked = 0;
};

Result<QByteArray> TiffCleaner::cleaned()
{
    m_waiting.append(walk(4).number(4));
    while (!m_waiting.isEmpty()) {
        const quint64 at = m_waiting.takeFirst();
        if (m_seen.contains(at) || m_seen.size() >= mostDirectories || !cleanDirectory(at)) {
            return damagedPicture(); // one that leads back to itself has no end
        }
    }
    return m_clean;
}

bool TiffCleaner::readEntries(quint64 at, QList<TiffEntry> &entries, quint64 &next) const
{
    ByteWalk head = walk(at);
    const quint64 count = head.number(2);
    if (count * entryBytes + 4 > head.left()) {
        return false;
    }
    for (quint64 number = 0; number < count; ++number) {
        TiffEntry entry{.at = head.at()};
        entry.tag = quint16(head.number(2));
        entry.width = widthOfType(head.number(2));
        entry.count = head.number(4);
        entry.valueBytes = entry.count * quint64(entry.width);
        entry.valueAt = entry.valueBytes > 4 ? walk(head.at()).number(4) : head.at();
        head.skip(4);
        const quint64 size = quint64(m_bytes.size());
        if (entry.valueAt > size || entry.valueBytes > size - entry.valueAt) {
            return false;
        }
        entries.append(entry);
    }
    next = head.number(4);
    return true;
}

QList<quint64> TiffCleaner::pointersOf(const TiffEntry &entry) const
{
    QList<quint64> pointers;
    ByteWalk value = walk(entry.valueAt);
    for (quint64 number = 0; entry.width == 4 && number < qMin<quint64>(entry.count, mostDirectories); ++number) {
        pointers.append(value.number(4));
    }
    return pointers;
}

/// What stays moves together; the rest of the table is blank.
bool TiffCleaner::cleanDirectory(quint64 at)
{
    m_seen.insert(at);
    QList<TiffEntry> entries;
    quint64 next = 0;
    if (!readEntries(at, entries, next)) {
        return false;
    }
    QList<TiffEntry> needed;
    for (const TiffEntry &entry : std::as_const(entries)) {
        if (!isNeededTag(entry.tag)) {
            if (!drop(entry)) {
                return false;
            }
            continue;
        }
        needed.append(entry);
        if (entry.tag == subDirectories) {
            m_waiting += pointersOf(entry);
            if (m_waiting.size() > mostDirectories) {
                return false;
            }
        }
    }
    if (!blank(at, 2 + quint64(entries.size()) * entryBytes + 4)) {
        return false;
    }
    write(at, 2, quint64(needed.size()));
    quint64 to = at + 2;
    for (const TiffEntry &entry : std::as_const(needed)) {
        std::memcpy(m_clean.data() + to, m_bytes.constData() + entry.at, entryBytes);
        to += entryBytes;
    }
    write(to, 4, next);
    if (next != 0) {
        m_waiting.append(next);
    }
    return true;
}

bool TiffCleaner::drop(const TiffEntry &entry)
{
    if (entry.tag == exifDirectory || entry.tag == gpsDirectory || entry.tag == interoperability) {
        const QList<quint64> directories = pointersOf(entry);
        for (const quint64 directory : directories) {
            if (!wipeDirectory(directory)) {
                return false;
            }
        }
    }
    return entry.valueBytes <= 4 || blank(entry.valueAt, entry.valueBytes); // small ones go with the table
}

bool TiffCleaner::wipeDirectory(quint64 at)
{
    if (m_seen.contains(at) || m_seen.size() >= mostDirectories) {
        return false;
    }
    m_seen.insert(at);
    QList<TiffEntry> entries;
    quint64 next = 0;
    if (!readEntries(at, entries, next)) {
        return false;
    }
    for (const TiffEntry &entry : std::as_const(entries)) {
        if (!drop(entry)) {
            return false;
        }
    }
    return blank(at, 2 + quint64(entries.size()) * entryBytes + 4);
}

void TiffCleaner::write(quint64 at, int width, quint64 value)
{
    for (int place = 0; place < width; ++place) {
        const int shift = 8 * (m_order == ByteWalk::Order::BigEndian ? width - 1 - place : place);
        m_clean[qsizetype(at) + place] = char((value >> shift) & 0xff);
    }
}

/// Both were looked at against the size of the file. Not: there is more to blank than the file has, as only parts that
/// lie on each other can have, and a small file could keep us busy for minutes.
bool TiffCleaner::blank(quint64 at, quint64 width)
{
    m_blanked += width;
    if (m_blanked > quint64(m_bytes.size())) {
        return false;
    }
    std::memset(m_clean.data() + at, 0, width);
    return true;
}

} // namespace

bool isTiff(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArray("II\x2a\0", 4)) || bytes.startsWith(QByteArray("MM\0\x2a", 4));
}

Result<QByteArray> cleanedTiff(const QByteArray &bytes)
{
    const Result<QByteArray> clean = TiffCleaner(bytes).cleaned();
    if (!clean) {
        return clean;
    }
    // Where parts lie on each other, blanking one bends another; then it is not known what is left.
    const Result<QByteArray> again = TiffCleaner(*clean).cleaned();
    return again && *again == *clean && isTiff(*clean) ? clean : Result<QByteArray>(damagedPicture());
}

} // namespace greenline
