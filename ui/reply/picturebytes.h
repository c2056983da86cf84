#pragma once

#include <QImage>

namespace greenline {

/// A pasted picture as a file: PNG, which loses nothing, or JPEG where that would be larger than `most`.
QByteArray bytesOfPicture(const QImage &picture, qint64 most);
/// What a strip shows of a file; null when it is none, or one too large to look at.
QImage smallPicture(const QString &path);

} // namespace greenline
