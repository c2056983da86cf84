#include "app/setup/askedfor.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct AskedRow {
    const char *check;
    const char *asked;
};

constexpr AskedRow askedRows[]{
    {"workspace.reachable", "GET /api/info"},
    {"workspace.version", "GET /api/info: version"},
    {"workspace.site-url", "GET settings: Site_Url"},
    {"workspace.rights", "GET me, permissions.listAll"},
    {"workspace.licence", "GET licenses.info"},
    {"omnichannel.on", "GET settings: Livechat_enabled"},
    {"omnichannel.routing", "GET settings: Livechat_Routing_Method"},
    {"omnichannel.agents", "GET livechat/users/agent, livechat/department/…/agents"},
    {"omnichannel.nobody", "GET settings: Livechat_accept_chats_with_no_agents"},
    {"omnichannel.hours", "GET settings: Livechat_enable_business_hours"},
    {"omnichannel.verification", "GET settings: Livechat_Require_Contact_Verification"},
    {"twilio.form", "SID, token"},
    {"twilio.account", "GET Accounts/AC….json"},
    {"twilio.balance", "GET Balance.json"},
    {"number.owned", "GET IncomingPhoneNumbers.json"},
    {"number.capable", "GET IncomingPhoneNumbers.json: capabilities"},
    {"number.registration", "GET Services, Compliance/Usa2p, Tollfree/Verifications"},
    {"number.reach", "GET Alerts, Messages.json"},
    {"webhook.route", "GET Services, their PhoneNumbers, Applications"},
    {"webhook.limiter", "GET settings: API_Enable_Rate_Limiter"},
    {"settings.enabled", "GET settings: SMS_Enabled, SMS_Service"},
    {"settings.login", "GET settings: SMS_Twilio_Account_SID, SMS_Twilio_authToken"},
    {"settings.department", "GET settings: SMS_Default_Omnichannel_Department; GET livechat/department"},
    {"settings.pictures", "GET settings: FileUpload_…, SMS_Twilio_FileUpload_…, SSRF_Allowlist"},
};

QString askedBy(const QString &check)
{
    for (const AskedRow &row : askedRows) {
        if (check == QLatin1StringView(row.check)) {
            return QString::fromUtf8(row.asked);
        }
    }
    return {};
}

bool isSkipped(const CheckOutcome &outcome)
{
    return outcome.verdict == CheckVerdict::Skipped;
}

CheckOutcome completed(CheckOutcome outcome, const QString &asked)
{
    if (outcome.evidence.isEmpty() && !isSkipped(outcome)) {
        outcome.evidence = {{asked, outcome.values.join(u" · "_s)}};
    }
    for (Evidence &evidence : outcome.evidence) {
        evidence.asked = evidence.asked.isEmpty() ? asked : evidence.asked;
    }
    return outcome;
}

} // namespace

Check withEvidence(const Check &check, QObject *context)
{
    Check asking = check;
    asking.run = [run = check.run, asked = askedBy(check.id), context](const Then<CheckOutcome> &then) {
        run({context, [then, asked](const Result<CheckOutcome> &outcome) {
                 then(outcome ? Result(completed(*outcome, asked)) : outcome);
             }});
    };
    return asking;
}

} // namespace greenline
