#include "app/wire/json.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

// Times outside of 1970 to 9999 are damage, not history, and a few of them would overflow what sorts and shows them.
constexpr double lastMoment = 253'402'300'799'999;
constexpr qsizetype longestIsoDate = 40;

QDateTime plausible(const QDateTime &time)
{
    const bool isPlausible = time.isValid() && time.toMSecsSinceEpoch() >= 0
        && static_cast<double>(time.toMSecsSinceEpoch()) <= lastMoment;
    return isPlausible ? time : QDateTime();
}

QDateTime isoDate(const QString &text)
{
    if (text.size() > longestIsoDate) {
        return {};
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC); // no zone was written, and servers write UTC
    }
    return plausible(time.toUTC());
}

} // namespace

Result<QString> requiredString(const QJsonObject &object, QLatin1StringView key, QLatin1StringView path)
{
    const QJsonValue value = object.value(key);
    if (value.isString() && !value.toString().isEmpty()) {
        return value.toString();
    }
    const auto fault = value.isUndefined() || value.isNull() ? "is missing"_L1 : "is no text"_L1;
    return Error{Error::Kind::Protocol, u"%1.%2 %3"_s.arg(path, key, fault)};
}

QString optionalString(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

int optionalInt(const QJsonObject &object, QLatin1StringView key, int otherwise)
{
    return object.value(key).toInt(otherwise);
}

bool optionalBool(const QJsonObject &object, QLatin1StringView key, bool otherwise)
{
    return object.value(key).toBool(otherwise);
}

QStringList optionalStrings(const QJsonObject &object, QLatin1StringView key)
{
    QStringList texts;
    const QJsonArray array = object.value(key).toArray();
    for (const QJsonValue &element : array) {
        if (element.isString()) {
            texts.append(element.toString());
        }
    }
    return texts;
}

QDateTime dateOf(const QJsonValue &value)
{
    if (value.isString()) {
        return isoDate(value.toString());
    }
    const QJsonValue milliseconds = value.toObject().value("$date"_L1);
    const double moment = milliseconds.toDouble(-1);
    if (!milliseconds.isDouble() || !std::isfinite(moment) || moment < 0 || moment > lastMoment) {
        return {};
    }
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(moment), Qt::UTC);
}

} // namespace greenline
