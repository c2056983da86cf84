#include "app/practice/twiliocontrol.h"

#include "app/practice/httpsite.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

HttpAnswer doorDone()
{
    return {200, "application/json", R"({"ok":true})", {}};
}

} // namespace

std::optional<HttpAnswer> twilioDoor(PracticeTwilio &twilio, const HttpRequest &request)
{
    if (request.method != "POST") {
        return {};
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/practice/scene"_L1) {
        twilio.setScene(TwilioScene::fromJson(body));
        return doorDone();
    }
    if (request.path == "/practice/twilio-faults"_L1) {
        twilio.clearFaults();
        const QJsonArray faults = body.value("faults"_L1).toArray();
        for (const QJsonValue &fault : faults) {
            twilio.addFault(TwilioMischief::fromJson(fault.toObject()));
        }
        return doorDone();
    }
    return {};
}

QJsonArray twilioChangesAsJson(const PracticeTwilio &twilio)
{
    QJsonArray list;
    for (const TwilioChange &change : twilio.changes()) {
        list.append(QJsonObject{{u"resource"_s, change.resource},
                                {u"field"_s, change.field},
                                {u"from"_s, change.from},
                                {u"to"_s, change.to},
                                {u"at"_s, change.at.toString(Qt::ISODateWithMs)}});
    }
    return list;
}

} // namespace greenline::practice
