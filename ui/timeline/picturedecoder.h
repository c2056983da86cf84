#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QImage>

namespace greenline {

/// What a customer's picture may cost us at most.
struct PictureLimits {
    qint64 bytes = 64 * 1024 * 1024;
    qint64 pixels = 40'000'000;
    std::chrono::milliseconds time{5'000};
    QSize shown{640, 640}; ///< Scaled down to fit; twice what is shown, for sharp screens.
};

/// A picture as it may be shown, or why not. Only PNG, JPEG, GIF (its first image), WebP and BMP, told by their
/// content; vector formats could refer to other files. Safe to call on any thread.
Result<QImage> decodedPicture(const QByteArray &bytes, const PictureLimits &limits);

} // namespace greenline
