#include "app/setup/workspacefindings.h"

#include "app/setup/outcomes.h"
#include "app/setup/shownaddress.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

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

bool maySave(const QSet<QString> &rights, const QString &setting)
{
    return rights.contains(u"edit-privileged-setting"_s)
        || (rights.contains(u"manage-selected-settings"_s) && rights.contains(u"change-setting-"_s + setting));
}

QString withoutSlash(QString url)
{
    while (url.endsWith(u'/')) {
        url.chop(1);
    }
    return url;
}

} // namespace

CheckOutcome judgeSiteUrl(const WorkspaceSettings &settings, const QUrl &address, TwilioPlace place)
{
    if (!settings.siteUrl) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const QUrl site(settings.siteUrl->trimmed());
    const bool isSame = withoutSlash(site.toString()) == withoutSlash(address.toString(QUrl::RemoveQuery));
    if (site.host().isEmpty()) {
        return mendable(u"site-url-empty"_s, {u"Site_Url"_s, *settings.siteUrl, withoutSlash(address.toString())});
    }
    if (place == TwilioPlace::ThisComputer && isSame && QHostAddress(site.host()).isLoopback()) {
        return fine(u"%1 (loopback, as Twilio is)"_s.arg(shownAddress(site)));
    }
    if (site.scheme() != "https"_L1) {
        return found(CheckVerdict::Failed, u"site-url-not-https"_s, {shownAddress(site)});
    }
    if (isPrivateHost(site.host())) {
        return found(CheckVerdict::Failed, u"site-url-private"_s, {shownAddress(site)});
    }
    if (!withoutSlash(site.path()).isEmpty()) { // 7.7.1 checks the signature of scheme and host alone (section 12)
        return found(CheckVerdict::Failed, u"site-url-with-path"_s, {shownAddress(site)});
    }
    if (isSame) {
        return fine(shownAddress(site));
    }
    return found(CheckVerdict::Warning, u"site-url-other"_s, {shownAddress(site), shownAddress(address)});
}

CheckOutcome judgeReached(const Result<ServerVersion> &version, const QUrl &address)
{
    if (version) {
        return fine(version->text());
    }
    const Error &error = version.error();
    CheckOutcome outcome = found(CheckVerdict::Failed, u"workspace-unreachable"_s, {shownAddress(address)});
    if (error.kind == Error::Kind::Tls) {
        outcome.cause = u"workspace-certificate"_s;
    } else if (error.code == "not-rocketchat"_L1) {
        outcome.cause = u"not-a-workspace"_s;
    } else if (error.kind == Error::Kind::RateLimited) {
        outcome = found(CheckVerdict::Unknown, u"workspace-busy"_s);
    }
    outcome.evidence = {{{}, error.detail}};
    return outcome;
}

CheckOutcome judgeVersion(ServerVersion version)
{
    if (ServerFeatures(version).isKnown()) {
        return fine(version.text());
    }
    return found(CheckVerdict::Warning, version < ServerVersion{4, 0} ? u"version-too-old"_s : u"version-new"_s,
                 {version.text()});
}

CheckOutcome judgeRights(const QSet<QString> &rights)
{
    if (!rights.contains(u"view-privileged-setting"_s)) {
        return found(CheckVerdict::Failed, u"may-not-read-settings"_s, {u"view-privileged-setting"_s});
    }
    if (mayWriteSettings(rights)) {
        return fine(u"view-privileged-setting, edit-privileged-setting"_s);
    }
    return found(CheckVerdict::Warning, u"may-not-write-settings"_s, {u"edit-privileged-setting"_s});
}

bool mayWriteSettings(const QSet<QString> &rights)
{
    const QStringList ids{u"SMS_Enabled"_s, u"SMS_Service"_s, u"SMS_Default_Omnichannel_Department"_s,
                          u"SMS_Twilio_Account_SID"_s, u"SMS_Twilio_authToken"_s};
    return std::all_of(ids.begin(), ids.end(), [&rights](const QString &id) { return maySave(rights, id); });
}

CheckOutcome permittedBy(const QSet<QString> &rights, CheckOutcome outcome)
{
    const auto removed = outcome.repairs.removeIf([&rights](const RepairPlan &plan) {
        return plan.id == "save-settings"_L1
            && std::any_of(plan.changes.begin(), plan.changes.end(),
                           [&rights](const RepairPlan::Change &change) { return !maySave(rights, change.where); });
    });
    if (removed > 0) {
        outcome.hindrance = u"may-not-write-settings"_s;
    }
    return outcome;
}

CheckOutcome judgeLicence(const Result<QSet<QString>> &modules)
{
    if (!modules) {
        return {.verdict = CheckVerdict::Unknown,
                .cause = u"licence-unreadable"_s,
                .evidence = {{{}, modules.error().detail}}};
    }
    QStringList names = modules->values();
    names.sort();
    return fine(names.isEmpty() ? u"Community"_s : names.join(u", "_s)); // SMS needs none of them
}

} // namespace greenline
