#pragma once

#include <QJsonObject>

namespace fuzz {

/// The object through every decoder, whatever it may be.
void decodeAll(const QJsonObject &object);

} // namespace fuzz
