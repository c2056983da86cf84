#include "app/workspace/gifcleaner.h"

#include "app/workspace/bytewalk.h"
#include "app/workspace/pictureparts.h"

namespace greenline {

namespace {

constexpr quint64 imageStart = 0x2c;
constexpr quint64 extensionStart = 0x21;
constexpr quint64 trailer = 0x3b;

/// A colour table as the flags before it say (GIF89a, 18 and 20): three bytes for each of 2 to 256 colours.
quint64 colourBytes(quint64 flags)
{
    return flags & 0x80 ? 3 * (quint64(2) << (flags & 7)) : 0;
}

/// Pieces with their length before them, up to one of none.
void skipPieces(ByteWalk &walk)
{
    while (const quint64 length = walk.number(1)) {
        walk.skip(length);
    }
}

/// How often a moving picture begins again, as Netscape began to write it; anything else that stands there is left out.
QByteArray loopOf(const QByteArray &extension)
{
    static const QByteArrayList names{"NETSCAPE2.0", "ANIMEXTS1.0"};
    const bool isLoop = extension.mid(2, 1) == "\x0b" && names.contains(extension.mid(3, 11));
    const bool hasCount = extension.mid(14, 2) == "\x03\x01" && extension.size() >= 19;
    return isLoop && hasCount ? extension.left(18) + '\0' : QByteArray();
}

class GifCleaner
{
public:
    explicit GifCleaner(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_walk(bytes, 0, quint64(bytes.size()))
    {
    }
    Result<QByteArray> cleaned();

private:
    void takeImage(quint64 from);
    void takeExtension(quint64 from);
    QByteArray since(quint64 from) const { return m_bytes.mid(qsizetype(from), qsizetype(m_walk.at() - from)); }

    const QByteArray &m_bytes;
    ByteWalk m_walk;
    QByteArray m_clean;
    QByteArray m_control; // how the next picture is shown
};

Result<QByteArray> GifCleaner::cleaned()
{
    m_walk.skip(10);
    const quint64 flags = m_walk.number(1);
    m_walk.skip(2 + colourBytes(flags));
    m_clean = since(0);
    while (!m_walk.isLost()) {
        const quint64 from = m_walk.at();
        const quint64 start = m_walk.number(1);
        if (start == imageStart) {
            takeImage(from);
        } else if (start == extensionStart) {
            takeExtension(from);
        } else if (start == trailer && !m_walk.isLost()) {
            return m_clean + char(trailer); // what comes after it is no part of the picture
        } else if (start != 0) { // some programs end one time too often
            break;
        }
    }
    return damagedPicture();
}

void GifCleaner::takeImage(quint64 from)
{
    m_walk.skip(8);
    const quint64 flags = m_walk.number(1);
    m_walk.skip(colourBytes(flags) + 1);
    skipPieces(m_walk);
    m_clean += m_control + since(from);
    m_control.clear();
}

void GifCleaner::takeExtension(quint64 from)
{
    constexpr quint64 control = 0xf9;
    constexpr quint64 controlBytes = 8; // a longer one hides something
    constexpr quint64 text = 0x01; // nobody shows it any more, so nobody would see what goes out
    constexpr quint64 application = 0xff;
    const quint64 label = m_walk.number(1);
    skipPieces(m_walk);
    if (label == control) {
        m_control = m_walk.at() - from == controlBytes ? since(from) : QByteArray();
    } else if (label == text) {
        m_control.clear();
    } else if (label == application) {
        m_clean += loopOf(since(from));
    }
}

} // namespace

bool isGif(const QByteArray &bytes)
{
    return bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a");
}

Result<QByteArray> cleanedGif(const QByteArray &bytes)
{
    return GifCleaner(bytes).cleaned();
}

} // namespace greenline
