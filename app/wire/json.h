#pragma once

#include "app/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace greenline {

/// Checked access to server JSON. Missing and wrongly typed optional fields read as absent; a missing required field is
/// a Protocol error that names its path. Unknown fields are ignored.
Result<QString> requiredString(const QJsonObject &object, QLatin1StringView key, QLatin1StringView path);
QString optionalString(const QJsonObject &object, QLatin1StringView key);
int optionalInt(const QJsonObject &object, QLatin1StringView key, int otherwise = 0);
bool optionalBool(const QJsonObject &object, QLatin1StringView key, bool otherwise = false);
QStringList optionalStrings(const QJsonObject &object, QLatin1StringView key);

/// Both forms of a date: {"$date": ms} (DDP) and ISO 8601 (REST). Null when absent, malformed or out of range.
QDateTime dateOf(const QJsonValue &value);

/// A list of which every element was tried: one bad element does not lose the rest.
template <typename T>
struct Decoded {
    QList<T> values;
    QList<Error> errors;
};

template <typename T, typename Decode>
Decoded<T> decodeList(const QJsonArray &array, Decode decode)
{
    Decoded<T> all;
    all.values.reserve(array.size());
    for (const QJsonValue &element : array) {
        const Result<T> decoded = decode(element.toObject());
        if (decoded) {
            all.values.append(*decoded);
        } else {
            all.errors.append(decoded.error());
        }
    }
    return all;
}

} // namespace greenline
