#include "ui/customer/placetime.h"

#include "app/sms/phonenumber.h"
#include "ui/words/times.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace greenline {

namespace {

/// The earliest and the latest local time of a country; equal where it has one.
std::optional<std::pair<QDateTime, QDateTime>> timesIn(QLocale::Territory territory, const QDateTime &now)
{
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds(territory);
    std::optional<std::pair<int, int>> offsets;
    for (const QByteArray &id : ids) {
        const QTimeZone zone(id);
        if (zone.isValid()) {
            const int offset = zone.offsetFromUtc(now);
            offsets = offsets ? std::pair(std::min(offsets->first, offset), std::max(offsets->second, offset))
                              : std::pair(offset, offset);
        }
    }
    if (!offsets) {
        return std::nullopt;
    }
    return std::pair(now.toOffsetFromUtc(offsets->first), now.toOffsetFromUtc(offsets->second));
}

} // namespace

QString placeAndTime(const QString &number, const QDateTime &now)
{
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(number);
    const QLocale::Territory territory
        = parsed && !parsed->region.isEmpty() ? QLocale::codeToTerritory(parsed->region) : QLocale::AnyTerritory;
    if (territory == QLocale::AnyTerritory) {
        return {};
    }
    const QString country = QLocale::territoryToString(territory);
    const auto times = now.isValid() ? timesIn(territory, now) : std::nullopt;
    if (!times) {
        return country;
    }
    if (times->first.time() == times->second.time()) {
        //: %1 is a country, %2 the time there
        return QCoreApplication::translate("PlaceTime", "%1 · %2 there").arg(country, clockFace(times->first.time()));
    }
    //: %1 is a country of several time zones, %2 and %3 its earliest and its latest time now
    return QCoreApplication::translate("PlaceTime", "%1 · %2 to %3 there")
        .arg(country, clockFace(times->first.time()), clockFace(times->second.time()));
}

} // namespace greenline
