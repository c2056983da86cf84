#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace greenline {

/// A picture without what cameras and programs write beside it: place, time, names, serial numbers, comments,
/// thumbnails of before it was cut. JPEG, PNG and WebP; other bytes come back as they are. Nothing is compressed anew.
/// Of Exif the orientation alone stays in a JPEG, for a picture that lies on its side is no good to the customer; the
/// colour profile stays, too. Rejected "damaged-picture": its parts cannot be told apart, so nobody knows what it
/// carries.
Result<QByteArray> cleanedPicture(const QByteArray &bytes);

} // namespace greenline
