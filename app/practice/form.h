#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace greenline::practice {

/// application/x-www-form-urlencoded by hand: QUrlQuery leaves "+" alone, in both directions (twilio.md 7).
using Fields = QList<std::pair<QString, QString>>;

QByteArray formEncoded(const Fields &fields);
Fields formDecoded(const QByteArray &form);
QString formValue(const Fields &fields, const QString &name); ///< Of the first of that name; empty when there is none.
bool formHas(const Fields &fields, const QString &name);

} // namespace greenline::practice
