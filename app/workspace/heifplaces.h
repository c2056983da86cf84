#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

namespace greenline {

struct IsoBox;

/// Where content of one item of a HEIC or AVIF picture stands; an item may have several such places.
struct HeifPlace {
    quint64 item = 0;
    quint64 from = 0; ///< In the file.
    quint64 end = 0;
    bool isCertain = true; ///< Not: as far as the room goes, or in another file perhaps.
};

/// What the box of locations (iloc, ISO/IEC 14496-12) says; inner holds content within the description (idat), or is
/// none. Rejected: "damaged-picture", or "uncleanable-picture" for content made of other items, and for more places
/// than pictures have.
Result<QList<HeifPlace>> heifPlaces(const QByteArray &bytes, const IsoBox &locations, const IsoBox *inner);

} // namespace greenline
