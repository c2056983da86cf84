#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace greenline {

/// A GIF with its pictures and how they follow each other; comments, texts and blocks of programs are left behind, XMP
/// among them. Rejected: "damaged-picture".
Result<QByteArray> cleanedGif(const QByteArray &bytes);
bool isGif(const QByteArray &bytes);

} // namespace greenline
