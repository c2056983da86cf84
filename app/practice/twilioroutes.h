#pragma once

#include "app/practice/httpsite.h"
#include "app/practice/twiliostate.h"

#include <functional>
#include <vector>

namespace greenline::practice {

/// One call of Twilio's API: whom it concerns stands in its path.
struct TwilioCall {
    TwilioState &state;
    const HttpRequest &request;
    QString sid = {}; ///< What stands for ":" in the route's path; of several the last but one.
    QString lastSid = {}; ///< The last of several.
    Fields form = {};
    QString field(const QString &name) const { return formValue(form, name); }
};

struct TwilioRoute {
    QByteArray method;
    QString path; ///< ":" stands for a sid; below the account on api.twilio.com, without .json.
    std::function<HttpAnswer(const TwilioCall &)> handle;
};
using TwilioRoutes = std::vector<TwilioRoute>;

TwilioRoutes twilioAccountRoutes(); ///< Account, balance, verified callers.
TwilioRoutes twilioNumberRoutes(); ///< Numbers that are owned, applications.
TwilioRoutes twilioShopRoutes(); ///< Numbers for sale, prices, buying.
TwilioRoutes twilioMessageRoutes();
TwilioRoutes twilioServiceRoutes(); ///< messaging.twilio.com
TwilioRoutes twilioMonitorRoutes();

/// The answer to a call whose login has not been looked at yet (twilio.md 1.2).
HttpAnswer answerTwilio(TwilioState &state, const HttpRequest &request);

HttpAnswer twilioDocument(const QJsonObject &document, int status = 200);
HttpAnswer twilioRefusal(int status, int code, const QString &message);
HttpAnswer twilioNotFound(const TwilioCall &call);

/// A page as api.twilio.com cuts it: the next one's address is relative.
HttpAnswer apiPage(const TwilioCall &call, const QString &key, const QList<QJsonObject> &all);
/// A page as the other hosts cut it: the next one's address is absolute, and names the real host.
HttpAnswer hostPage(const TwilioCall &call, const QString &host, const QString &key, const QList<QJsonObject> &all);

/// Carries a form over to a document: SmsUrl → sms_url. Names that are not known are passed over without a word, as
/// Twilio does (twilio.md 7). Every change is noted.
void applyTwilioForm(const TwilioCall &call, TwilioRecords &records, const QString &resource, const QString &sid,
                     const QStringList &known);

} // namespace greenline::practice
