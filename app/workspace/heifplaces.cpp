#include "app/workspace/heifplaces.h"

#include "app/workspace/bytewalk.h"
#include "app/workspace/isoboxes.h"
#include "app/workspace/pictureparts.h"

namespace greenline {

namespace {

constexpr quint64 mostItems = 65'536;
constexpr qsizetype mostPlaces = 65'536; // an extent may be written in no bytes at all

class HeifLocations
{
public:
    HeifLocations(const QByteArray &bytes, const IsoBox &locations, const IsoBox *inner)
        : m_walk(bytes, locations.content, locations.end)
        , m_inner(inner)
        , m_fileEnd(quint64(bytes.size()))
    {
    }
    Result<QList<HeifPlace>> places();

private:
    bool readForm();
    Status readItem();
    Status add(quint64 item, quint64 method, quint64 base, bool isElsewhere);

    ByteWalk m_walk;
    const IsoBox *m_inner;
    quint64 m_fileEnd;
    quint64 m_version = 0;
    int m_offsetWidth = 0;
    int m_lengthWidth = 0;
    int m_baseWidth = 0;
    int m_indexWidth = 0;
    QList<HeifPlace> m_places;
};

bool HeifLocations::readForm()
{
    m_version = m_walk.number(1);
    m_walk.skip(3);
    const quint64 widths = m_walk.number(1);
    m_offsetWidth = int(widths >> 4);
    m_lengthWidth = int(widths & 0xf);
    const quint64 others = m_walk.number(1);
    m_baseWidth = int(others >> 4);
    m_indexWidth = m_version > 0 ? int(others & 0xf) : 0;
    return m_version <= 2 && qMax(qMax(m_offsetWidth, m_lengthWidth), qMax(m_baseWidth, m_indexWidth)) <= 8;
}

Result<QList<HeifPlace>> HeifLocations::places()
{
    if (!readForm()) {
        return uncleanablePicture();
    }
    const quint64 count = m_walk.number(m_version == 2 ? 4 : 2);
    for (quint64 number = 0; number < qMin(count, mostItems) && !m_walk.isLost(); ++number) {
        const Status read = readItem();
        if (!read) {
            return read.error();
        }
    }
    if (m_walk.isLost() || count > mostItems) {
        return damagedPicture();
    }
    return m_places;
}

Status HeifLocations::readItem()
{
    const quint64 item = m_walk.number(m_version == 2 ? 4 : 2);
    const quint64 method = m_version > 0 ? m_walk.number(2) & 0xf : 0;
    const bool isElsewhere = m_walk.number(2) != 0; // another file, or this one by its name
    const quint64 base = m_walk.number(m_baseWidth);
    const quint64 count = m_walk.number(2);
    for (quint64 number = 0; number < count; ++number) {
        const Status added = add(item, method, base, isElsewhere);
        if (!added) {
            return added;
        }
    }
    return Done();
}

Status HeifLocations::add(quint64 item, quint64 method, quint64 base, bool isElsewhere)
{
    m_walk.skip(quint64(m_indexWidth));
    const quint64 offset = base + m_walk.number(m_offsetWidth);
    const quint64 length = m_walk.number(m_lengthWidth);
    if (m_walk.isLost() || offset < base || (method == 1 && !m_inner)) {
        return damagedPicture();
    }
    if (method > 1 || m_places.size() >= mostPlaces) {
        return uncleanablePicture();
    }
    const quint64 begin = method == 1 ? m_inner->content : 0;
    const quint64 room = (method == 1 ? m_inner->end : m_fileEnd) - begin;
    if (offset > room || length > room - offset) {
        return damagedPicture();
    }
    const quint64 end = length > 0 ? offset + length : room; // none: to the end
    m_places.append({item, begin + offset, begin + end, length > 0 && !isElsewhere});
    return Done();
}

} // namespace

Result<QList<HeifPlace>> heifPlaces(const QByteArray &bytes, const IsoBox &locations, const IsoBox *inner)
{
    return HeifLocations(bytes, locations, inner).places();
}

} // namespace greenline
