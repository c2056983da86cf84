#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace greenline {

/// One box of the many that files of the ISO base media format are made of (ISO/IEC 14496-12).
struct IsoBox {
    QByteArray name;
    quint64 at = 0; ///< Of its head.
    quint64 content = 0;
    quint64 end = 0;
};

/// Boxes from one place up to another; nothing: they do not fit into each other.
std::optional<QList<IsoBox>> boxesIn(const QByteArray &bytes, quint64 from, quint64 end);
/// The first of that name, or none.
const IsoBox *boxNamed(const QList<IsoBox> &boxes, const QByteArray &name);

} // namespace greenline
