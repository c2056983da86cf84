#pragma once

#include <QByteArray>

namespace greenline::practice {

/// A small PNG of a dented parcel, drawn without QtGui: what the practice customers photograph.
QByteArray parcelPicture();

} // namespace greenline::practice
