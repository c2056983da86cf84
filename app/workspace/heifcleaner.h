#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace greenline {

/// A HEIC or AVIF picture (ISO/IEC 23008-12) whose items that are no pictures, Exif and XMP above all, are blanked
/// where they stand; so are boxes of other programs. How it is to be turned stands elsewhere and stays. Rejected:
/// "damaged-picture", or "uncleanable-picture" for films and for items that lie outside the file or within others.
Result<QByteArray> cleanedHeif(const QByteArray &bytes);
bool isHeif(const QByteArray &bytes);

} // namespace greenline
