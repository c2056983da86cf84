#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace greenline {

/// A picture without what cameras and programs write beside it: place, time, names, serial numbers, comments, and in a
/// JPEG thumbnails of before it was cut; a TIFF or HEIC keeps its thumbnails, which are pictures among its pictures.
/// JPEG, PNG, WebP, GIF, TIFF, HEIC and AVIF, told by their content, whatever they are called; what is no picture comes
/// back as it is. Nothing is compressed anew. Of Exif the orientation alone stays in a JPEG, for a picture that lies on
/// its side is no good to the customer; the colour profile stays, too. Rejected "damaged-picture": its parts cannot be
/// told apart, so nobody knows what it carries. Rejected "uncleanable-picture": of a kind that is not known here, or
/// called what it is not.
Result<QByteArray> cleanedPicture(const QByteArray &bytes, const QString &mimeType = {});

} // namespace greenline
