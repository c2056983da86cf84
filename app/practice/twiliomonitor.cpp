#include "app/practice/twilioroutes.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// The newest first; no filter by number, address or code (twilio.md 5).
HttpAnswer listAlerts(const TwilioCall &call)
{
    const QDateTime since = QDateTime::fromString(call.request.queryValue(u"StartDate"_s), Qt::ISODate);
    QList<QJsonObject> found;
    for (const QJsonObject &alert : call.state.alerts.all()) {
        const QDateTime at = QDateTime::fromString(alert.value("date_generated"_L1).toString(), Qt::ISODate);
        if (!since.isValid() || at >= since) {
            found.prepend(alert);
        }
    }
    return hostPage(call, u"monitor.twilio.com"_s, u"alerts"_s, found);
}

HttpAnswer showAlert(const TwilioCall &call)
{
    const QJsonObject alert = call.state.alerts.find(call.sid);
    return alert.isEmpty() ? twilioNotFound(call) : twilioDocument(alert);
}

} // namespace

TwilioRoutes twilioMonitorRoutes()
{
    return {{"GET", u"/v1/Alerts"_s, listAlerts}, {"GET", u"/v1/Alerts/:"_s, showAlert}};
}

} // namespace greenline::practice
