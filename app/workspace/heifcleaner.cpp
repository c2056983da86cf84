#include "app/workspace/heifcleaner.h"

#include "app/workspace/bytewalk.h"
#include "app/workspace/pictureparts.h"

#include <QHash>
#include <QList>

#include <cstring>
#include <optional>
#include <utility>

namespace greenline {

namespace {

constexpr quint64 mostItems = 65'536;

struct Box {
    QByteArray name;
    quint64 at = 0; ///< Of its head.
    quint64 content = 0;
    quint64 end = 0;
};

/// Boxes from one place up to another; nothing: they do not fit into each other.
std::optional<QList<Box>> boxesIn(const QByteArray &bytes, quint64 from, quint64 end)
{
    QList<Box> boxes;
    while (from < end) {
        ByteWalk head(bytes, from, end);
        quint64 size = head.number(4);
        const QByteArray name = head.word(4);
        if (size == 1) {
            size = head.number(8);
        } else if (size == 0) {
            size = end - from;
        }
        if (head.isLost() || size < head.at() - from || size > end - from) {
            return std::nullopt;
        }
        boxes.append({name, from, head.at(), from + size});
        from += size;
    }
    return boxes;
}

const Box *boxNamed(const QList<Box> &boxes, const QByteArray &name)
{
    const auto found = std::find_if(boxes.cbegin(), boxes.cend(), [&](const Box &box) { return box.name == name; });
    return found == boxes.cend() ? nullptr : &*found;
}

/// Items that are pictures or put together from such.
bool isPictureItem(const QByteArray &type)
{
    static const QByteArrayList pictures{"hvc1", "av01", "avc1", "vvc1", "evc1", "jpeg", "j2k1",
                                         "grid", "iovl", "iden", "tmap", "unci", "mski", "lhv1"};
    return pictures.contains(type);
}

class HeifCleaner
{
public:
    explicit HeifCleaner(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_clean(bytes)
    {
    }
    Result<QByteArray> cleaned();

private:
    enum class Reading { Fine, Damaged, Unknown };
    Reading cleanMeta(const Box &meta);
    Reading readItems(const Box &information);
    Reading blankItems(const Box &locations, const Box *inner);
    Reading blankExtents(ByteWalk &walk, const Box *inner, bool isKept);
    void blank(const Box &box);

    struct Form { ///< How wide numbers of the locations are.
        quint64 version = 0;
        int offset = 0;
        int length = 0;
        int base = 0;
        int index = 0;
    };
    const QByteArray &m_bytes;
    QByteArray m_clean;
    QHash<quint64, QByteArray> m_types; // by item
    Form m_form;
};

Result<QByteArray> HeifCleaner::cleaned()
{
    const std::optional<QList<Box>> boxes = boxesIn(m_bytes, 0, quint64(m_bytes.size()));
    if (!boxes || !boxNamed(*boxes, "meta")) {
        return damagedPicture();
    }
    for (const Box &box : *boxes) {
        Reading reading = Reading::Fine;
        if (box.name == "meta") {
            reading = cleanMeta(box);
        } else if (box.name != "ftyp" && box.name != "mdat") {
            reading = box.name == "moov" || box.name == "moof" ? Reading::Unknown : Reading::Fine;
            blank(box);
        }
        if (reading != Reading::Fine) {
            return reading == Reading::Damaged ? damagedPicture() : uncleanablePicture();
        }
    }
    return m_clean;
}

/// To others it is room that nobody uses.
void HeifCleaner::blank(const Box &box)
{
    std::memcpy(m_clean.data() + box.at + 4, "free", 4);
    std::memset(m_clean.data() + box.content, 0, box.end - box.content);
}

HeifCleaner::Reading HeifCleaner::cleanMeta(const Box &meta)
{
    const std::optional<QList<Box>> parts = boxesIn(m_bytes, meta.content + 4, meta.end);
    const Box *information = parts ? boxNamed(*parts, "iinf") : nullptr;
    const Box *locations = parts ? boxNamed(*parts, "iloc") : nullptr;
    if (!information || !locations) {
        return Reading::Damaged;
    }
    for (const Box &part : *parts) {
        if (part.name == "uuid" || part.name == "udta" || part.name == "xml " || part.name == "bxml") {
            blank(part);
        }
    }
    const Reading items = readItems(*information);
    return items == Reading::Fine ? blankItems(*locations, boxNamed(*parts, "idat")) : items;
}

HeifCleaner::Reading HeifCleaner::readItems(const Box &information)
{
    ByteWalk head(m_bytes, information.content, information.end);
    const quint64 version = head.number(1);
    head.skip(3);
    head.skip(version == 0 ? 2 : 4); // how many there are is seen
    const std::optional<QList<Box>> entries = boxesIn(m_bytes, head.at(), information.end);
    if (head.isLost() || !entries) {
        return Reading::Damaged;
    }
    for (const Box &entry : *entries) {
        ByteWalk item(m_bytes, entry.content, entry.end);
        const quint64 form = item.number(1);
        item.skip(3);
        if (entry.name != "infe" || form < 2) {
            return Reading::Unknown; // before there were types
        }
        const quint64 id = item.number(form == 2 ? 2 : 4);
        item.skip(2);
        const QByteArray type = item.word(4);
        if (item.isLost()) {
            return Reading::Damaged;
        }
        m_types.insert(id, type);
    }
    return Reading::Fine;
}

HeifCleaner::Reading HeifCleaner::blankItems(const Box &locations, const Box *inner)
{
    ByteWalk walk(m_bytes, locations.content, locations.end);
    m_form.version = walk.number(1);
    walk.skip(3);
    const quint64 widths = walk.number(1);
    m_form.offset = int(widths >> 4);
    m_form.length = int(widths & 0xf);
    const quint64 others = walk.number(1);
    m_form.base = int(others >> 4);
    m_form.index = m_form.version > 0 ? int(others & 0xf) : 0;
    const bool isWide = m_form.version >= 2;
    const quint64 count = walk.number(isWide ? 4 : 2);
    if (m_form.version > 2 || qMax(qMax(m_form.offset, m_form.length), qMax(m_form.base, m_form.index)) > 8) {
        return Reading::Unknown;
    }
    for (quint64 number = 0; number < qMin(count, mostItems) && !walk.isLost(); ++number) {
        const quint64 id = walk.number(isWide ? 4 : 2);
        const Reading reading = blankExtents(walk, inner, isPictureItem(m_types.value(id)));
        if (reading != Reading::Fine) {
            return reading;
        }
    }
    return walk.isLost() || count > mostItems ? Reading::Damaged : Reading::Fine;
}

HeifCleaner::Reading HeifCleaner::blankExtents(ByteWalk &walk, const Box *inner, bool isKept)
{
    const quint64 method = m_form.version > 0 ? walk.number(2) & 0xf : 0;
    const bool isElsewhere = walk.number(2) != 0; // another file
    const quint64 base = walk.number(m_form.base);
    const quint64 count = walk.number(2);
    for (quint64 number = 0; number < count && !walk.isLost(); ++number) {
        walk.skip(quint64(m_form.index));
        const quint64 offset = base + walk.number(m_form.offset);
        const quint64 length = walk.number(m_form.length);
        if (isKept || walk.isLost()) {
            continue;
        }
        if (method > 1 || isElsewhere || length == 0) {
            return Reading::Unknown;
        }
        if (offset < base || (method == 1 && !inner)) {
            return Reading::Damaged;
        }
        const quint64 begin = method == 1 ? inner->content : 0;
        const quint64 room = (method == 1 ? inner->end : quint64(m_bytes.size())) - begin;
        if (offset > room || length > room - offset) {
            return Reading::Damaged;
        }
        std::memset(m_clean.data() + begin + offset, 0, length);
    }
    return walk.isLost() ? Reading::Damaged : Reading::Fine;
}

} // namespace

bool isHeif(const QByteArray &bytes)
{
    static const QByteArrayList brands{"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"};
    if (bytes.size() < 16 || bytes.mid(4, 4) != "ftyp") {
        return false;
    }
    const quint64 end = qMin<quint64>(ByteWalk(bytes, 0, 4).number(4), 256);
    ByteWalk walk(bytes, 8, end);
    bool isPicture = brands.contains(walk.word(4));
    walk.skip(4);
    while (walk.left() >= 4) {
        isPicture = brands.contains(walk.word(4)) || isPicture;
    }
    return isPicture;
}

Result<QByteArray> cleanedHeif(const QByteArray &bytes)
{
    return HeifCleaner(bytes).cleaned();
}

} // namespace greenline
