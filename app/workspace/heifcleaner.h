#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace greenline {

/// A HEIC or AVIF picture (ISO/IEC 23008-12) whose Exif, XMP and links are blanked where they stand; so are the words
/// and times among its properties, the names of its items, and boxes of other programs. How it is to be turned stands
/// elsewhere and stays; so do its thumbnails, which are pictures like others. Rejected: "damaged-picture", or
/// "uncleanable-picture" for films, for items of a kind that is not known here, and for such that lie outside the
/// file's content, on a picture, or on each other beyond all sense.
Result<QByteArray> cleanedHeif(const QByteArray &bytes);
bool isHeif(const QByteArray &bytes);

} // namespace greenline
