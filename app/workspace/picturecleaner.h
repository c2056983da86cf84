#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace greenline {

/// A picture without what cameras and programs write beside it: place, time, names, serial numbers, comments,
/// thumbnails of before it was cut. JPEG, PNG, WebP, TIFF, HEIC and AVIF; what is no picture comes back as it is.
/// Nothing is compressed anew. Of Exif the orientation alone stays in a JPEG, for a picture that lies on its side is no
/// good to the customer; the colour profile stays, too. Rejected "damaged-picture": its parts cannot be told apart, so
/// nobody knows what it carries. Rejected "uncleanable-picture": of a kind that is not known here.
Result<QByteArray> cleanedPicture(const QByteArray &bytes, const QString &mimeType = {});

} // namespace greenline
