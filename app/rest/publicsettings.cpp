#include "app/rest/publicsettings.h"

#include "app/rest/answers.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Result<QHash<QString, QJsonValue>> settingsById(const QJsonObject &answer)
{
    const Result<QJsonArray> settings = requiredList(answer, "settings"_L1);
    if (!settings) {
        return settings.error();
    }
    QHash<QString, QJsonValue> values;
    for (const QJsonValue &element : *settings) {
        values.insert(element.toObject().value("_id"_L1).toString(), element.toObject().value("value"_L1));
    }
    return values;
}

} // namespace

void readPublicSettings(RestClient &rest, const ServerFeatures &features, const PublicQuestion &question,
                        const Then<QHash<QString, QJsonValue>> &then)
{
    const Route route = features.route(Action::ReadPublicSettings);
    RestCall call;
    call.path = route.path;
    call.awaitedIn = question.awaitedIn;
    if (route.filtersByQuery) {
        const QJsonObject query{{u"_id"_s, QJsonObject{{u"$in"_s, QJsonArray::fromStringList(question.ids)}}}};
        addQuery(call.query, u"query"_s, QString::fromUtf8(QJsonDocument(query).toJson(QJsonDocument::Compact)));
    } else {
        addQuery(call.query, u"_id"_s, question.ids.join(u','));
    }
    rest.send(call, decodedBy(rest, then, settingsById));
}

} // namespace greenline
