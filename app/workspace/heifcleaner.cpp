#include "app/workspace/heifcleaner.h"

#include "app/workspace/bytewalk.h"
#include "app/workspace/heifplaces.h"
#include "app/workspace/isoboxes.h"
#include "app/workspace/pictureparts.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

namespace greenline {

namespace {

constexpr qsizetype mostContents = 64; // one is usual, and films have a few more

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
    Status cleanPart(const IsoBox &box);
    Status cleanMeta(const IsoBox &meta);
    Status readItems(const IsoBox &information);
    Status readItem(const IsoBox &entry);
    Status readPrimary(const IsoBox &primary) const;
    Status blankProperties(const IsoBox &properties);
    Status blankItems(const IsoBox &locations, const IsoBox *inner);
    bool isKept(const HeifPlace &place) const { return isPictureItem(m_types.value(place.item)); }
    bool isRoomForItems(const HeifPlace &place) const;
    bool isTangled(QList<HeifPlace> places) const;
    void blank(const IsoBox &box);

    const QByteArray &m_bytes;
    QByteArray m_clean;
    QList<IsoBox> m_contents; // where content stands and nothing else, so that blanking one thing bends no other
    QHash<quint64, QByteArray> m_types; // by item
};

Result<QByteArray> HeifCleaner::cleaned()
{
    const std::optional<QList<IsoBox>> boxes = boxesIn(m_bytes, 0, quint64(m_bytes.size()));
    if (!boxes || !boxNamed(*boxes, "meta")) {
        return damagedPicture();
    }
    const auto named = [&](const char *name) {
        return std::count_if(boxes->cbegin(), boxes->cend(), [&](const IsoBox &box) { return box.name == name; });
    };
    if (named("mdat") > mostContents || named("meta") > 1) {
        return uncleanablePicture();
    }
    std::copy_if(boxes->cbegin(), boxes->cend(), std::back_inserter(m_contents),
                 [](const IsoBox &box) { return box.name == "mdat"; });
    for (const IsoBox &box : *boxes) {
        const Status cleaned = cleanPart(box);
        if (!cleaned) {
            return cleaned.error();
        }
    }
    return m_clean;
}

Status HeifCleaner::cleanPart(const IsoBox &box)
{
    if (box.name == "meta") {
        return cleanMeta(box);
    }
    if (box.name == "moov" || box.name == "moof") {
        return uncleanablePicture();
    }
    if (box.name != "ftyp" && box.name != "mdat") {
        blank(box);
    }
    return Done();
}

/// To others it is room that nobody uses.
void HeifCleaner::blank(const IsoBox &box)
{
    std::memcpy(m_clean.data() + box.at + 4, "free", 4);
    std::memset(m_clean.data() + box.content, 0, box.end - box.content);
}

Status HeifCleaner::cleanMeta(const IsoBox &meta)
{
    const std::optional<QList<IsoBox>> parts = boxesIn(m_bytes, meta.content + 4, meta.end);
    const IsoBox *information = parts ? boxNamed(*parts, "iinf") : nullptr;
    const IsoBox *locations = parts ? boxNamed(*parts, "iloc") : nullptr;
    if (!information || !locations) {
        return damagedPicture();
    }
    const IsoBox *primary = boxNamed(*parts, "pitm");
    Status status = readItems(*information);
    if (status) {
        status = primary ? readPrimary(*primary) : Status(uncleanablePicture());
    }
    for (const IsoBox &part : *parts) {
        if (part.name == "uuid" || part.name == "udta" || part.name == "xml " || part.name == "bxml") {
            blank(part);
        } else if (part.name == "iprp" && status) {
            status = blankProperties(part);
        }
    }
    return status ? blankItems(*locations, boxNamed(*parts, "idat")) : status;
}

/// Each stays in its place, for they are called by their number.
Status HeifCleaner::blankProperties(const IsoBox &properties)
{
    const std::optional<QList<IsoBox>> parts = boxesIn(m_bytes, properties.content, properties.end);
    const IsoBox *container = parts ? boxNamed(*parts, "ipco") : nullptr;
    const std::optional<QList<IsoBox>> all
        = container ? boxesIn(m_bytes, container->content, container->end) : std::nullopt;
    if (!all) {
        return damagedPicture();
    }
    for (const IsoBox &property : *all) {
        if (isSpokenProperty(property.name)) {
            blank(property);
        }
    }
    return Done();
}

/// What is shown first has to be something that stays.
Status HeifCleaner::readPrimary(const IsoBox &primary) const
{
    ByteWalk walk(m_bytes, primary.content, primary.end);
    const quint64 version = walk.number(1);
    walk.skip(3);
    const quint64 id = walk.number(version == 0 ? 2 : 4);
    if (walk.isLost()) {
        return damagedPicture();
    }
    return isPictureItem(m_types.value(id)) ? Status(Done()) : Status(uncleanablePicture());
}

Status HeifCleaner::readItems(const IsoBox &information)
{
    ByteWalk head(m_bytes, information.content, information.end);
    const quint64 version = head.number(1);
    head.skip(3);
    head.skip(version == 0 ? 2 : 4); // how many there are is seen
    const std::optional<QList<IsoBox>> entries = boxesIn(m_bytes, head.at(), information.end);
    if (head.isLost() || !entries) {
        return damagedPicture();
    }
    Status status = Done();
    for (auto entry = entries->cbegin(); entry != entries->cend() && status; ++entry) {
        status = readItem(*entry);
    }
    return status;
}

Status HeifCleaner::readItem(const IsoBox &entry)
{
    ByteWalk item(m_bytes, entry.content, entry.end);
    const quint64 form = item.number(1);
    item.skip(3);
    if (entry.name != "infe" || form < 2) {
        return uncleanablePicture(); // before there were types
    }
    const quint64 id = item.number(form == 2 ? 2 : 4);
    item.skip(2);
    const QByteArray type = item.word(4);
    if (item.isLost()) {
        return damagedPicture();
    }
    if (!isPictureItem(type) && !isSpokenItem(type)) {
        return uncleanablePicture(); // perhaps what the picture is made of
    }
    // A name is all that can follow, and a link its kind of one; behind the name of a "mime" its type is needed.
    const qsizetype nameEnd = type == "mime" ? m_bytes.indexOf('\0', qsizetype(item.at())) : -1;
    const quint64 end = nameEnd < 0 ? entry.end : qMin(quint64(nameEnd), entry.end);
    std::memset(m_clean.data() + item.at(), 0, end - item.at());
    m_types.insert(id, type);
    return Done();
}

Status HeifCleaner::blankItems(const IsoBox &locations, const IsoBox *inner)
{
    const Result<QList<HeifPlace>> places = heifPlaces(m_bytes, locations, inner);
    if (!places) {
        return places.error();
    }
    if (inner) {
        m_contents.append(*inner);
    }
    if (isTangled(*places)) {
        return uncleanablePicture();
    }
    quint64 blanked = 0;
    for (const HeifPlace &place : *places) {
        if (!isRoomForItems(place)) {
            return uncleanablePicture(); // what stays, too, may lie where all is blanked
        }
        if (isKept(place)) {
            continue;
        }
        blanked += place.end - place.from;
        if (!place.isCertain || blanked > quint64(m_bytes.size())) {
            return uncleanablePicture();
        }
        std::memset(m_clean.data() + place.from, 0, place.end - place.from);
    }
    return Done();
}

bool HeifCleaner::isRoomForItems(const HeifPlace &place) const
{
    return std::any_of(m_contents.cbegin(), m_contents.cend(), [&](const IsoBox &content) {
        return place.from >= content.content && place.end <= content.end;
    });
}

/// Whether what stays lies on what goes, or belongs to an item of which nothing is known.
bool HeifCleaner::isTangled(QList<HeifPlace> places) const
{
    std::sort(places.begin(), places.end(),
              [](const HeifPlace &one, const HeifPlace &other) { return one.from < other.from; });
    quint64 keptEnd = 0;
    quint64 spokenEnd = 0;
    for (const HeifPlace &place : std::as_const(places)) {
        const bool stays = isKept(place);
        if (!m_types.contains(place.item) || place.from < (stays ? spokenEnd : keptEnd)) {
            return true;
        }
        quint64 &end = stays ? keptEnd : spokenEnd;
        end = qMax(end, place.end);
    }
    return false;
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
