#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace greenline {

/// A TIFF of which only what is needed to show its pictures stays; every other entry of its directories is taken out,
/// and what it pointed at is blanked where it stands, so that nothing else moves. Rejected: "damaged-picture".
Result<QByteArray> cleanedTiff(const QByteArray &bytes);
bool isTiff(const QByteArray &bytes); ///< The classic form, not BigTIFF.

} // namespace greenline
