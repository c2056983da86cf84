#include "app/practice/restschema.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

struct Key {
    QString name;
    bool isRequired = false;
    QChar type;
};

QList<Key> keysOf(QLatin1StringView schema)
{
    QList<Key> keys;
    const QStringList words = QString(schema).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const qsizetype mark = word.indexOf(QChar(u'!')) >= 0 ? word.indexOf(QChar(u'!')) : word.indexOf(QChar(u'?'));
        if (mark < 0) {
            keys += {{word, false, {}}};
            continue;
        }
        keys += {{word.left(mark), word.at(mark) == u'!', mark + 1 < word.size() ? word.at(mark + 1) : QChar(u's')}};
    }
    return keys;
}

QString missing(const Key &key)
{
    return u"must have required property '%1' [invalid-params]"_s.arg(key.name);
}

bool isOfType(const QJsonValue &value, QChar type)
{
    switch (type.unicode()) {
    case u's':
        return value.isString();
    case u'b':
        return value.isBool();
    case u'n':
        return value.isDouble();
    case u'o':
        return value.isObject();
    case u'a':
        return value.isArray();
    default:
        return true;
    }
}

QString wordOf(QChar type)
{
    switch (type.unicode()) {
    case u'b':
        return u"boolean"_s;
    case u'n':
        return u"number"_s;
    case u'o':
        return u"object"_s;
    case u'a':
        return u"array"_s;
    default:
        return u"string"_s;
    }
}

const auto additional = "must NOT have additional properties [invalid-params]"_L1;

} // namespace

QString bodyComplaint(QLatin1StringView schema, const QJsonObject &body)
{
    const QList<Key> keys = keysOf(schema);
    for (const Key &key : keys) {
        if (!body.contains(key.name)) {
            if (key.isRequired) {
                return missing(key);
            }
        } else if (!isOfType(body.value(key.name), key.type)) {
            return u"must be %1 [invalid-params]"_s.arg(wordOf(key.type));
        }
    }
    const QStringList names = body.keys();
    for (const QString &name : names) {
        if (std::none_of(keys.begin(), keys.end(), [&](const Key &key) { return key.name == name; })) {
            return additional;
        }
    }
    return {};
}

QString queryComplaint(QLatin1StringView schema, const Fields &query)
{
    QList<Key> keys = keysOf(schema);
    if (std::any_of(keys.begin(), keys.end(), [](const Key &key) { return key.name == "page"_L1; })) {
        keys += keysOf("count? offset? sort?"_L1);
    }
    for (const Key &key : keys) {
        if (key.isRequired && !formHas(query, key.name)) {
            return missing(key);
        }
    }
    for (const auto &field : query) {
        const QString name = field.first.section(u'[', 0, 0); // agents[]=…
        if (std::none_of(keys.begin(), keys.end(), [&](const Key &key) { return key.name == name; })) {
            return additional;
        }
    }
    return {};
}

} // namespace greenline::practice
