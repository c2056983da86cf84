#pragma once

#include "app/practice/form.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QString>

namespace greenline::practice {

/// The closed schemas of the REST routes (rest-contract.json): "inquiryId! userId? options?o" names the keys with ! for
/// required or ? for optional, then the JSON type: none for text, b boolean, n number, o object, a array, * any.
/// Answers the server's complaint, or nothing.
QString bodyComplaint(QLatin1StringView schema, const QJsonObject &body);

/// The same for a query, in which everything is text: types are not looked at. The paging keys are allowed where the
/// schema names "page".
QString queryComplaint(QLatin1StringView schema, const Fields &query);

} // namespace greenline::practice
