#include "app/practice/document.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto meteorAlphabet = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz"_L1;
constexpr auto secretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_L1;

QString drawn(QLatin1StringView alphabet, int length)
{
    QString text;
    for (int i = 0; i < length; ++i) {
        text += QChar(alphabet.at(QRandomGenerator::global()->bounded(static_cast<int>(alphabet.size()))));
    }
    return text;
}

bool isDate(const QJsonObject &object)
{
    return object.size() == 1 && object.contains("$date"_L1);
}

} // namespace

QString newDocumentId()
{
    return drawn(meteorAlphabet, 17);
}

QString newSecret(int length)
{
    return drawn(secretAlphabet, length);
}

QJsonObject dateValue(const QDateTime &date)
{
    return {{u"$date"_s, date.toMSecsSinceEpoch()}};
}

QDateTime dateOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        return QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC);
    }
    if (value.isString()) {
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    }
    const QJsonValue date = value.toObject().value("$date"_L1);
    return date.isDouble() ? QDateTime::fromMSecsSinceEpoch(date.toInteger(), Qt::UTC) : QDateTime();
}

QString isoDate(const QDateTime &date)
{
    return date.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue withIsoDates(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray made;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            made.append(withIsoDates(element));
        }
        return made;
    }
    if (!value.isObject()) {
        return value;
    }
    const QJsonObject object = value.toObject();
    return isDate(object) ? QJsonValue(isoDate(dateOf(object))) : QJsonValue(withIsoDates(object));
}

QJsonObject withIsoDates(const QJsonObject &object)
{
    QJsonObject made;
    for (auto field = object.begin(); field != object.end(); ++field) {
        made.insert(field.key(), withIsoDates(field.value()));
    }
    return made;
}

QJsonObject only(const QJsonObject &document, const QStringList &names)
{
    QJsonObject made;
    for (const QString &name : names) {
        if (document.contains(name)) {
            made.insert(name, document.value(name));
        }
    }
    return made;
}

QJsonObject without(QJsonObject document, const QStringList &names)
{
    for (const QString &name : names) {
        document.remove(name);
    }
    return document;
}

QJsonObject merged(QJsonObject document, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        document.insert(field.key(), field.value());
    }
    return document;
}

} // namespace greenline::practice
