#include "app/setup/workspacefindings.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

CheckOutcome fine(const QString &answered = {})
{
    CheckOutcome outcome{.verdict = CheckVerdict::Passed};
    if (!answered.isEmpty()) {
        outcome.evidence = {{{}, answered}};
    }
    return outcome;
}

CheckOutcome found(CheckVerdict verdict, const QString &cause, const QStringList &values = {})
{
    return {.verdict = verdict, .cause = cause, .values = values};
}

/// A setting that would have to be another.
CheckOutcome mendable(const QString &cause, const QString &setting, const QString &from, const QString &to)
{
    CheckOutcome outcome = found(CheckVerdict::Failed, cause, {from, to});
    outcome.repairs = {{u"save-settings"_s, {{setting, from, to}}, {}, false}};
    return outcome;
}

bool isPrivateHost(const QString &host)
{
    const QHostAddress address(host);
    if (!address.isNull()) {
        const QString blocks[]
            = {u"10.0.0.0/8"_s, u"172.16.0.0/12"_s, u"192.168.0.0/16"_s, u"100.64.0.0/10"_s, u"fc00::/7"_s};
        return address.isLoopback() || address.isLinkLocal()
            || std::any_of(std::begin(blocks), std::end(blocks), [&address](const QString &block) {
                   return address.isInSubnet(QHostAddress::parseSubnet(block));
               });
    }
    return host == "localhost"_L1 || host.endsWith(".local"_L1) || host.endsWith(".internal"_L1)
        || !host.contains(u'.');
}

QString withoutSlash(QString url)
{
    while (url.endsWith(u'/')) {
        url.chop(1);
    }
    return url;
}

bool isReady(const Agent &agent)
{
    return agent.availability == Availability::Available && agent.presence != Presence::Offline;
}

} // namespace

CheckOutcome judgeSiteUrl(const WorkspaceSettings &settings, const QUrl &address)
{
    if (!settings.siteUrl) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const QUrl site(settings.siteUrl->trimmed());
    if (site.host().isEmpty()) {
        return mendable(u"site-url-empty"_s, u"Site_Url"_s, *settings.siteUrl, address.toString());
    }
    if (site.scheme() != "https"_L1) {
        return found(CheckVerdict::Failed, u"site-url-not-https"_s, {site.toString()});
    }
    if (isPrivateHost(site.host())) {
        return found(CheckVerdict::Failed, u"site-url-private"_s, {site.toString()});
    }
    if (!withoutSlash(site.path()).isEmpty()) { // 7.7.1 checks the signature of scheme and host alone (section 12)
        return found(CheckVerdict::Failed, u"site-url-with-path"_s, {site.toString()});
    }
    const bool isSame = withoutSlash(site.toString()) == withoutSlash(address.toString(QUrl::RemoveQuery));
    return isSame ? fine(site.toString())
                  : found(CheckVerdict::Warning, u"site-url-other"_s, {site.toString(), address.toString()});
}

CheckOutcome judgeOmnichannel(const WorkspaceSettings &settings)
{
    if (!settings.omnichannel) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.omnichannel) {
        return mendable(u"omnichannel-off"_s, u"Livechat_enabled"_s, u"false"_s, u"true"_s);
    }
    if (settings.businessHours.value_or(false) && !settings.acceptsWithoutAgents.value_or(false)) {
        return found(CheckVerdict::Warning, u"lost-outside-hours"_s);
    }
    return fine(settings.routing.value_or(QString()));
}

CheckOutcome judgeAgents(const WorkspaceSettings &settings, const QList<Agent> &agents,
                         const std::optional<QList<AgentId>> &department)
{
    if (agents.isEmpty()) {
        return found(CheckVerdict::Failed, u"no-agents"_s);
    }
    QList<Agent> there = agents;
    if (department) {
        there.removeIf([&department](const Agent &agent) { return !department->contains(agent.id); });
    }
    if (there.isEmpty()) {
        return found(CheckVerdict::Failed, u"no-agents-in-department"_s);
    }
    const auto ready = std::count_if(there.cbegin(), there.cend(), isReady);
    if (ready > 0) {
        return fine(QString::number(ready));
    }
    // Without one, a text is only kept when the workspace accepts conversations all the same (5.8).
    return settings.acceptsWithoutAgents.value_or(false)
        ? found(CheckVerdict::Warning, u"no-agent-ready"_s, {QString::number(there.size())})
        : found(CheckVerdict::Failed, u"no-agent-ready-texts-lost"_s, {QString::number(there.size())});
}

CheckOutcome judgeSmsEnabled(const WorkspaceSettings &settings)
{
    if (!settings.smsEnabled || !settings.smsService) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.smsEnabled) {
        return mendable(u"sms-off"_s, u"SMS_Enabled"_s, u"false"_s, u"true"_s);
    }
    return *settings.smsService == "twilio"_L1
        ? fine(*settings.smsService)
        : mendable(u"sms-other-service"_s, u"SMS_Service"_s, *settings.smsService, u"twilio"_s);
}

CheckOutcome judgeSmsLogin(const WorkspaceSettings &settings, const TwilioLogin &login, const QString &owner)
{
    if (!settings.accountSid) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const QString wanted = owner.isEmpty() ? login.account : owner;
    if (settings.accountSid->trimmed() != wanted) {
        return mendable(settings.accountSid->isEmpty() ? u"sms-sid-missing"_s : u"sms-sid-other"_s,
                        u"SMS_Twilio_Account_SID"_s, *settings.accountSid, wanted);
    }
    if (settings.isTokenMasked || !settings.authToken) {
        return found(CheckVerdict::Unknown, u"sms-token-hidden"_s);
    }
    if (settings.authToken->isEmpty()) {
        return mendable(u"sms-token-missing"_s, u"SMS_Twilio_authToken"_s, {}, u"•"_s);
    }
    if (login.isKey() || login.account != wanted) {
        return found(CheckVerdict::Unknown, u"sms-token-not-comparable"_s); // ours is a key's, or another account's
    }
    return *settings.authToken == login.secret
        ? fine()
        : mendable(u"sms-token-other"_s, u"SMS_Twilio_authToken"_s, u"•"_s, u"•"_s);
}

CheckOutcome judgeSmsDepartment(const WorkspaceSettings &settings, const QList<Department> &departments)
{
    if (!settings.smsDepartment) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const QString wanted = *settings.smsDepartment;
    if (wanted.isEmpty()) {
        return fine(); // every agent is asked
    }
    const auto department = std::find_if(departments.cbegin(), departments.cend(), [&wanted](const Department &one) {
        return one.id.value == wanted || one.name == wanted;
    });
    if (department == departments.cend()) {
        return found(CheckVerdict::Failed, u"department-gone"_s, {wanted});
    }
    return department->isEnabled ? fine(department->name)
                                 : found(CheckVerdict::Failed, u"department-off"_s, {department->name});
}

CheckOutcome judgePictures(const WorkspaceSettings &settings)
{
    if (!settings.fileUpload) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.fileUpload) {
        return found(CheckVerdict::Warning, u"uploads-off"_s);
    }
    if (!settings.sendsFiles.value_or(true)) {
        return found(CheckVerdict::Warning, u"sms-files-off"_s);
    }
    if (settings.protectsFiles.value_or(false) && !settings.signsFileLinks.value_or(false)) {
        return found(CheckVerdict::Warning, u"files-protected-from-twilio"_s); // it is not let in to fetch them
    }
    return settings.fileTypes.value_or(u"image/*"_s).contains("image/"_L1)
            || settings.fileTypes.value_or(QString()).isEmpty()
        ? fine(settings.fileTypes.value_or(QString()))
        : found(CheckVerdict::Warning, u"sms-pictures-not-listed"_s, {*settings.fileTypes});
}

/// Ten webhook calls a minute come through from one address, and Twilio's come from few (5.1).
CheckOutcome judgeLimiter(const WorkspaceSettings &settings)
{
    if (!settings.limitsApi) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    return *settings.limitsApi ? found(CheckVerdict::Warning, u"limiter-may-lose-texts"_s) : fine();
}

} // namespace greenline
