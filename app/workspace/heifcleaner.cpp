#include "app/workspace/heifcleaner.h"

#include "app/workspace/bytewalk.h"
#include "app/workspace/isoboxes.h"
#include "app/workspace/pictureparts.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace greenline {

namespace {

constexpr quint64 mostItems = 65'536;

/// Items that are pictures or put together from such.
bool isPictureItem(const QByteArray &type)
{
    static const QByteArrayList pictures{"hvc1", "av01", "avc1", "vvc1", "evc1", "jpeg", "j2k1",
                                         "grid", "iovl", "iden", "tmap", "unci", "mski", "lhv1"};
    return pictures.contains(type);
}

/// Items that say something about a picture and can be done without.
bool isSpokenItem(const QByteArray &type)
{
    return type == "Exif" || type == "mime" || type == "uri ";
}

/// Properties that describe, and such of other programs: a name with tags, two times, words for who cannot see it.
bool isSpokenProperty(const QByteArray &name)
{
    static const QByteArrayList spoken{"udes", "crtt", "mdft", "altt", "uuid"};
    return spoken.contains(name);
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
    Reading cleanMeta(const IsoBox &meta);
    Reading readItems(const IsoBox &information);
    Reading readItem(const IsoBox &entry);
    Reading readPrimary(const IsoBox &primary) const;
    Reading blankProperties(const IsoBox &properties);
    bool isRoomForItems(quint64 from, quint64 length) const;
    Reading blankItems(const IsoBox &locations, const IsoBox *inner);
    Reading blankExtents(ByteWalk &walk, const IsoBox *inner, bool isKept);
    void blank(const IsoBox &box);

    struct Form { ///< How wide numbers of the locations are.
        quint64 version = 0;
        int offset = 0;
        int length = 0;
        int base = 0;
        int index = 0;
    };
    const QByteArray &m_bytes;
    QByteArray m_clean;
    QList<IsoBox> m_boxes; // of the file itself
    QHash<quint64, QByteArray> m_types; // by item
    Form m_form;
};

Result<QByteArray> HeifCleaner::cleaned()
{
    const std::optional<QList<IsoBox>> boxes = boxesIn(m_bytes, 0, quint64(m_bytes.size()));
    if (!boxes || !boxNamed(*boxes, "meta")) {
        return damagedPicture();
    }
    m_boxes = *boxes;
    for (const IsoBox &box : *boxes) {
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
void HeifCleaner::blank(const IsoBox &box)
{
    std::memcpy(m_clean.data() + box.at + 4, "free", 4);
    std::memset(m_clean.data() + box.content, 0, box.end - box.content);
}

HeifCleaner::Reading HeifCleaner::cleanMeta(const IsoBox &meta)
{
    const std::optional<QList<IsoBox>> parts = boxesIn(m_bytes, meta.content + 4, meta.end);
    const IsoBox *information = parts ? boxNamed(*parts, "iinf") : nullptr;
    const IsoBox *locations = parts ? boxNamed(*parts, "iloc") : nullptr;
    if (!information || !locations) {
        return Reading::Damaged;
    }
    const IsoBox *primary = boxNamed(*parts, "pitm");
    Reading reading = readItems(*information);
    if (reading == Reading::Fine) {
        reading = primary ? readPrimary(*primary) : Reading::Unknown;
    }
    for (const IsoBox &part : *parts) {
        if (part.name == "uuid" || part.name == "udta" || part.name == "xml " || part.name == "bxml") {
            blank(part);
        } else if (part.name == "iprp" && reading == Reading::Fine) {
            reading = blankProperties(part);
        }
    }
    return reading == Reading::Fine ? blankItems(*locations, boxNamed(*parts, "idat")) : reading;
}

/// Each stays in its place, for they are called by their number.
HeifCleaner::Reading HeifCleaner::blankProperties(const IsoBox &properties)
{
    const std::optional<QList<IsoBox>> parts = boxesIn(m_bytes, properties.content, properties.end);
    const IsoBox *container = parts ? boxNamed(*parts, "ipco") : nullptr;
    const std::optional<QList<IsoBox>> all
        = container ? boxesIn(m_bytes, container->content, container->end) : std::nullopt;
    if (!all) {
        return Reading::Damaged;
    }
    for (const IsoBox &property : *all) {
        if (isSpokenProperty(property.name)) {
            blank(property);
        }
    }
    return Reading::Fine;
}

/// What is shown first has to be something that stays.
HeifCleaner::Reading HeifCleaner::readPrimary(const IsoBox &primary) const
{
    ByteWalk walk(m_bytes, primary.content, primary.end);
    const quint64 version = walk.number(1);
    walk.skip(3);
    const quint64 id = walk.number(version == 0 ? 2 : 4);
    if (walk.isLost()) {
        return Reading::Damaged;
    }
    return isPictureItem(m_types.value(id)) ? Reading::Fine : Reading::Unknown;
}

HeifCleaner::Reading HeifCleaner::readItems(const IsoBox &information)
{
    ByteWalk head(m_bytes, information.content, information.end);
    const quint64 version = head.number(1);
    head.skip(3);
    head.skip(version == 0 ? 2 : 4); // how many there are is seen
    const std::optional<QList<IsoBox>> entries = boxesIn(m_bytes, head.at(), information.end);
    if (head.isLost() || !entries) {
        return Reading::Damaged;
    }
    Reading reading = Reading::Fine;
    for (auto entry = entries->cbegin(); entry != entries->cend() && reading == Reading::Fine; ++entry) {
        reading = readItem(*entry);
    }
    return reading;
}

HeifCleaner::Reading HeifCleaner::readItem(const IsoBox &entry)
{
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
    if (!isPictureItem(type) && !isSpokenItem(type)) {
        return Reading::Unknown; // perhaps what the picture is made of
    }
    if (isPictureItem(type)) { // a name is all that can follow
        std::memset(m_clean.data() + item.at(), 0, item.left());
    }
    m_types.insert(id, type);
    return Reading::Fine;
}

HeifCleaner::Reading HeifCleaner::blankItems(const IsoBox &locations, const IsoBox *inner)
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
        if (!m_types.contains(id)) {
            return walk.isLost() ? Reading::Damaged : Reading::Unknown;
        }
        const Reading reading = blankExtents(walk, inner, isPictureItem(m_types.value(id)));
        if (reading != Reading::Fine) {
            return reading;
        }
    }
    return walk.isLost() || count > mostItems ? Reading::Damaged : Reading::Fine;
}

/// Where nothing but content stands, so that blanking one thing bends no other.
bool HeifCleaner::isRoomForItems(quint64 from, quint64 length) const
{
    return std::any_of(m_boxes.cbegin(), m_boxes.cend(), [&](const IsoBox &box) {
        return box.name == "mdat" && from >= box.content && from + length <= box.end;
    });
}

HeifCleaner::Reading HeifCleaner::blankExtents(ByteWalk &walk, const IsoBox *inner, bool isKept)
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
        if (method == 0 && !isRoomForItems(offset, length)) {
            return Reading::Unknown;
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
