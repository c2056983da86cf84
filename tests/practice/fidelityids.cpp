#include "fidelityids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// Ids of both kinds that Meteor makes, and what stands in the recordings for secrets.
bool isIdLike(const QString &text)
{
    static const QRegularExpression id(u"^([0-9a-f]{24}|[2-9A-HJ-NP-Za-km-z]{17}|<[A-Z0-9_]+>)$"_s);
    return id.match(text).hasMatch();
}

/// What tells two rows of a list apart although their ids differ.
QString anchorOf(const QJsonValue &row)
{
    const QJsonObject object = row.toObject();
    for (const QString &name : {u"fname"_s, u"name"_s, u"username"_s, u"msg"_s, u"title"_s}) {
        const QString text = object.value(name).toString();
        if (!text.isEmpty()) {
            return text + object.value("status"_L1).toString();
        }
    }
    return {};
}

} // namespace

void FidelityIds::learn(const QJsonValue &recorded, const QJsonValue &played)
{
    if (recorded.isString() && played.isString()) {
        const QString text = recorded.toString();
        if (text != played.toString() && isIdLike(text) && !knows(text)) {
            set(text, played.toString());
        }
        return;
    }
    if (recorded.isArray() && played.isArray()) {
        learnRows(recorded.toArray(), played.toArray());
        return;
    }
    const QJsonObject wanted = recorded.toObject();
    const QJsonObject got = played.toObject();
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        if (field.key() != "session"_L1) {
            learn(field.value(), got.value(field.key()));
        }
    }
}

void FidelityIds::learnRows(const QJsonArray &recorded, const QJsonArray &played)
{
    QSet<qsizetype> used;
    for (qsizetype i = 0; i < recorded.size(); ++i) {
        const QString anchor = anchorOf(recorded.at(i));
        for (qsizetype j = 0; j < played.size(); ++j) {
            const bool isSame = anchor.isEmpty() ? i == j : anchorOf(played.at(j)) == anchor;
            if (isSame && !used.contains(j)) {
                used.insert(j);
                learn(recorded.at(i), played.at(j));
                break;
            }
        }
    }
}

QString FidelityIds::translated(QString text) const
{
    static const QRegularExpression id(u"<[A-Z0-9_]+>|[0-9A-Za-z]{17,24}|\\b[0-9]{6}\\b"_s);
    qsizetype at = 0;
    QString made;
    auto match = id.globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch found = match.next();
        made += text.mid(at, found.capturedStart() - at) + m_played.value(found.captured(), found.captured());
        at = found.capturedEnd();
    }
    return made + text.mid(at);
}
