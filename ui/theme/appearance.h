#pragma once

#include <QPalette>
#include <QString>

namespace greenline {

struct Colours;

/// Colours as Qt's widgets take them.
QPalette paletteOf(const Colours &colours);
/// resources/greenline.qss with every @name replaced.
QString styleSheetOf(const Colours &colours);

} // namespace greenline
