#include "fidelityshape.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Null:
        return u"null"_s;
    default:
        return u"nothing"_s;
    }
}

QString described(const QJsonValue &shape)
{
    return shape.isArray() ? u"array"_s : shape.isObject() ? u"object"_s : shape.toString();
}

QByteArray printed(const QJsonValue &shape)
{
    return QJsonDocument(QJsonArray{shape}).toJson(QJsonDocument::Compact);
}

bool isParsedText(const QString &key)
{
    return key == "md"_L1 || key == "descriptionMd"_L1;
}

QStringList arrayDifferences(const QJsonArray &recorded, const QJsonArray &played, const QString &path)
{
    if (recorded.isEmpty() != played.isEmpty()) {
        return {u"%1 is %2 here"_s.arg(path, played.isEmpty() ? u"empty"_s : u"not empty"_s)};
    }
    QStringList differences;
    for (const QJsonValue &element : played) {
        if (recorded.contains(element)) {
            continue;
        }
        QStringList nearest;
        for (const QJsonValue &candidate : recorded) {
            const QStringList tried = shapeDifferences(candidate, element, path + u"[]"_s);
            if (nearest.isEmpty() || tried.size() < nearest.size()) {
                nearest = tried;
            }
        }
        differences += nearest;
    }
    return differences;
}

} // namespace

QJsonValue shapeOf(const QJsonValue &value, const QString &key)
{
    if (value.isArray()) {
        if (isParsedText(key)) {
            return u"parsed text"_s;
        }
        QMap<QByteArray, QJsonValue> shapes;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            const QJsonValue shape = shapeOf(element);
            shapes.insert(printed(shape), shape);
        }
        QJsonArray set;
        for (const QJsonValue &shape : shapes) {
            set.append(shape);
        }
        return set;
    }
    if (!value.isObject()) {
        return typeName(value);
    }
    const QJsonObject object = value.toObject();
    if (object.size() == 1 && object.contains("$date"_L1)) {
        return u"date"_s;
    }
    QJsonObject shape;
    for (auto field = object.begin(); field != object.end(); ++field) {
        shape.insert(field.key(), shapeOf(field.value(), field.key()));
    }
    return shape;
}

QStringList shapeDifferences(const QJsonValue &recorded, const QJsonValue &played, const QString &path)
{
    if (recorded.isArray() && played.isArray()) {
        return arrayDifferences(recorded.toArray(), played.toArray(), path);
    }
    if (!recorded.isObject() || !played.isObject()) {
        return recorded == played
            ? QStringList()
            : QStringList{u"%1 is %2, recorded %3"_s.arg(path, described(played), described(recorded))};
    }
    QStringList differences;
    const QJsonObject wanted = recorded.toObject();
    const QJsonObject got = played.toObject();
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        const QString deeper = path + u'/' + field.key();
        differences += got.contains(field.key()) ? shapeDifferences(field.value(), got.value(field.key()), deeper)
                                                 : QStringList{deeper + u" missing"_s};
    }
    for (auto field = got.begin(); field != got.end(); ++field) {
        if (!wanted.contains(field.key())) {
            differences.append(u"%1/%2 not recorded"_s.arg(path, field.key()));
        }
    }
    return differences;
}
