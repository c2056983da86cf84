#pragma once

#include <QJsonObject>
#include <QList>

namespace greenline::practice {

/// Twilio's documents as they are when nothing was set: "" for some of what is unset, null for other (twilio.md 2.1).
QJsonObject plainAccount(const QString &sid, const QString &token, const QString &date);
QJsonObject plainNumber(const QString &account, const QString &sid, const QString &number, const QString &date);
QJsonObject plainApplication(const QString &account, const QString &sid, const QString &date);
QJsonObject plainService(const QString &account, const QString &sid, const QString &date);
QJsonObject plainMessage(const QString &account, const QString &sid, const QString &date);
QJsonObject plainAlert(const QString &account, const QString &sid, const QString &date);
/// A number for sale, of which number, country and type are given.
QJsonObject plainOffer(const QJsonObject &given);
QList<QJsonObject> plainOffers();

} // namespace greenline::practice
