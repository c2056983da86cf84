#include "app/workspace/isoboxes.h"

#include "app/workspace/bytewalk.h"

#include <algorithm>

namespace greenline {

std::optional<QList<IsoBox>> boxesIn(const QByteArray &bytes, quint64 from, quint64 end)
{
    QList<IsoBox> boxes;
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

const IsoBox *boxNamed(const QList<IsoBox> &boxes, const QByteArray &name)
{
    const auto found = std::find_if(boxes.cbegin(), boxes.cend(), [&](const IsoBox &box) { return box.name == name; });
    return found == boxes.cend() ? nullptr : &*found;
}

} // namespace greenline
