#pragma once

#include <QDateTime>
#include <QString>

namespace greenline {

/// Where a number belongs and what time it is there, "Portugal · 14:32"; countries of several zones answer the span.
/// Without a moment the
/// country alone; empty when the number belongs to none.
QString placeAndTime(const QString &number, const QDateTime &now);

} // namespace greenline
