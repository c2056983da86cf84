#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace greenline::practice {

/// Documents are kept as DDP shows them: every date is {"$date": ms}. What REST answers goes through withIsoDates().
QString newDocumentId(); ///< 17 characters of Meteor's alphabet.
QString newSecret(int length = 43); ///< A token: letters, digits, "-" and "_".

QJsonObject dateValue(const QDateTime &date);
QDateTime dateOf(const QJsonValue &value); ///< Of {"$date"}, ISO text or milliseconds; invalid when it is none.
QString isoDate(const QDateTime &date);
QJsonValue withIsoDates(const QJsonValue &value); ///< The same with ISO texts, at every depth.
QJsonObject withIsoDates(const QJsonObject &object);

QJsonObject only(const QJsonObject &document, const QStringList &names); ///< What there is of these fields.
QJsonObject without(QJsonObject document, const QStringList &names);
QJsonObject merged(QJsonObject document, const QJsonObject &fields);

} // namespace greenline::practice
