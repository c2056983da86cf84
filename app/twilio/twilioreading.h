#pragma once

#include "app/base/then.h"
#include "app/twilio/twiliocodec.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace greenline {

/// What the files of TwilioClient share: addresses, and answers as values.

inline QUrl twilioUrl(const QUrl &host, const QString &path, const QList<std::pair<QString, QString>> &query = {})
{
    QUrl url = host;
    url.setPath(host.path() + path);
    if (!query.isEmpty()) {
        url.setQuery(QString::fromLatin1(twilioForm(query)));
    }
    return url;
}

template <typename T>
Then<QJsonObject> decodedWith(QObject *context, Result<T> (*decode)(const QJsonObject &), const Then<T> &then)
{
    return {context, [decode, then](const Result<QJsonObject> &object) {
                then(object ? decode(*object) : Result<T>(object.error()));
            }};
}

template <typename T>
Result<QList<T>> decodedAll(const QJsonArray &elements, Result<T> (*decode)(const QJsonObject &))
{
    QList<T> all;
    for (const QJsonValue &element : elements) {
        const Result<T> one = decode(element.toObject());
        if (!one) {
            return one.error(); // half a list would be taken for the whole
        }
        all.append(*one);
    }
    return all;
}

} // namespace greenline
