#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace greenline {

Error damagedPicture(); ///< "damaged-picture"
Error uncleanablePicture(); ///< "uncleanable-picture"

/// One piece of a JPEG (ITU-T T.81, annex B): a marker with its content, and behind a start of scan the pixels up to
/// the next marker.
struct JpegSegment {
    uchar marker = 0;
    QByteArray content = {};
    QByteArray raw = {}; ///< As it stands in the file.
};

/// From behind the start of the image to its end; what follows the end is no part of the picture. Nothing: damaged.
std::optional<QList<JpegSegment>> jpegSegments(const QByteArray &bytes);
/// How a picture has to be turned to stand upright, 1 to 8, by its TIFF block; 1 when it does not say.
int tiffOrientation(const QByteArray &tiff);

} // namespace greenline
