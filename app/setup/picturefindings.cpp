// What becomes of pictures, by the settings of the workspace.
#include "app/setup/outcomes.h"
#include "app/setup/workspacefindings.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QStringList hostsOn(const QString &allowlist)
{
    static const QRegularExpression between(u"[\\n,]"_s);
    QStringList hosts = allowlist.toLower().split(between);
    for (QString &host : hosts) {
        host = host.trimmed();
    }
    hosts.removeAll(QString());
    return hosts;
}

/// Those that a picture comes by.
QStringList pictureHosts()
{
    return {u"api.twilio.com"_s, u"mms.twiliocdn.com"_s};
}

/// Where somebody named a host of Twilio's: those that a picture comes by and that are not named, whole.
QStringList unnamedPictureHosts(const QString &allowlist)
{
    QStringList missing = pictureHosts();
    missing.removeIf([named = hostsOn(allowlist)](const QString &host) { return named.contains(host); });
    return allowlist.contains("twilio"_L1, Qt::CaseInsensitive) ? missing : QStringList();
}

/// The other hosts on it are nobody's business who reads the report.
QString shownAllowlist(const QString &allowlist)
{
    const QStringList named = hostsOn(allowlist);
    QStringList shown = pictureHosts();
    shown.removeIf([&named](const QString &host) { return !named.contains(host); });
    if (shown.size() < named.size()) {
        shown.append(u"…"_s);
    }
    return shown.isEmpty() ? u"–"_s : shown.join(u", "_s);
}

} // namespace

CheckOutcome judgePicturesIn(const WorkspaceSettings &settings, ServerVersion version, TwilioPlace place)
{
    if (version.major == 7 && place == TwilioPlace::Internet) {
        return found(CheckVerdict::Warning, u"pictures-behind-redirect"_s, {version.text()});
    }
    if (version < ServerVersion{8, 0} || !settings.fetchesFrom) {
        return fine();
    }
    const QString now = *settings.fetchesFrom;
    const QStringList missing = unnamedPictureHosts(now);
    CheckOutcome outcome = fine(u"SSRF_Allowlist: "_s + shownAllowlist(now));
    if (!missing.isEmpty()) { // public hosts of Twilio's own: naming them opens nothing that was shut
        outcome.verdict = CheckVerdict::Warning;
        outcome.cause = u"picture-hosts-unnamed"_s;
        outcome.values = {missing.join(u", "_s)};
        outcome.repairs = {saving({{u"SSRF_Allowlist"_s, now, now + u',' + missing.join(u',')}})};
    }
    return outcome;
}

CheckOutcome judgePicturesBothWays(const WorkspaceSettings &settings, ServerVersion version, TwilioPlace place)
{
    CheckOutcome leaving = judgePictures(settings);
    const CheckOutcome arriving = judgePicturesIn(settings, version, place);
    if (leaving.verdict != CheckVerdict::Passed) {
        return leaving;
    }
    if (arriving.verdict != CheckVerdict::Passed) {
        return arriving;
    }
    leaving.evidence += arriving.evidence;
    return leaving;
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
    if (settings.fileTypes.value_or(u"image/*"_s).contains("image/"_L1)
        || settings.fileTypes.value_or(QString()).isEmpty()) {
        return fine(settings.fileTypes.value_or(QString()));
    }
    return found(CheckVerdict::Warning, u"sms-pictures-not-listed"_s, {*settings.fileTypes});
}

} // namespace greenline
