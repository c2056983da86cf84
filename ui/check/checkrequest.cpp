#include "ui/check/checkrequest.h"

#include "app/setup/shownaddress.h"
#include "app/sms/phonenumber.h"
#include "app/workspace/workspaceprobe.h"
#include "ui/words/setupwords.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

// The command line is English everywhere, like the manual page.
const char checkUsageText[] = R"(Usage: greenline check --workspace URL [options]
Checks whether SMS works between a workspace and Twilio. It changes nothing and sends nothing.

  --workspace URL        the workspace to be checked
  --twilio-account AC…   the Twilio account; otherwise the one that was set up from here, or that the workspace names
  --number +1…           the number; otherwise the one that was set up from here, or the account's only one
  --only IDS             these checks alone, with commas between: ids, or pages such as workspace,omnichannel
  --json                 print one line of JSON
  --profile DIR          use the accounts and keyring entries of this profile
  --help                 print this text

Who asks is read from the environment, then from the keyring, then asked on the terminal:
  GREENLINE_USER_ID and GREENLINE_AUTH_TOKEN    a personal access token of the workspace, or
  GREENLINE_USER and GREENLINE_PASSWORD         a user of it, with GREENLINE_CODE for a second factor
  GREENLINE_TWILIO_AUTH_TOKEN                   the Auth Token; TWILIO_AUTH_TOKEN is read, too
  TWILIO_API_KEY and TWILIO_API_SECRET          an API key to ask Twilio by; the Auth Token beside it is compared with the
                                                workspace's. GREENLINE_TWILIO_API_KEY and GREENLINE_TWILIO_API_SECRET, too
  GREENLINE_TWILIO_ACCOUNT_SID                  in place of --twilio-account; or TWILIO_ACCOUNT_SID

Ends with 0: all passed; 1: with warnings; 2: something failed; 3: something could not be told, or the report could
not be written.
)";

CheckUsage checkComplaint(const QString &reason)
{
    return {u"greenline check: %1\nWhat it understands: greenline check --help\n"_s.arg(reason), true, reason};
}

/// "+1 (415) 555-0100" as Twilio writes it; what is no number at all stays, and is not found.
QString writtenOut(const QString &number)
{
    const QString digits = digitsOf(number);
    return digits.isEmpty() ? number.trimmed() : u'+' + digits;
}

/// Of the form that ids of checks have; what has not, may be a token in the wrong place.
bool looksLikeId(const QString &name)
{
    static const QRegularExpression form(u"^[a-z.-]{1,30}$"_s);
    return form.match(name).hasMatch();
}

/// Ids of checks, from ids and pages. Empty: one of them is neither.
QStringList namedChecks(const QString &name)
{
    QStringList named;
    const QStringList all = setupChecks();
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(named),
                 [&name](const QString &id) { return id == name || setupPageOf(id) == name; });
    return named;
}

bool isTwilios(const QString &id)
{
    static const QStringList workspaces{u"settings.enabled"_s, u"settings.department"_s, u"settings.pictures"_s,
                                        u"webhook.probe"_s, u"webhook.limiter"_s};
    const QString page = setupPageOf(id);
    return page != "workspace"_L1 && page != "omnichannel"_L1 && !workspaces.contains(id);
}

std::variant<CheckRequest, CheckUsage> parsedRequest(const QStringList &arguments)
{
    const QCommandLineOption workspace(u"workspace"_s, {}, u"URL"_s);
    const QCommandLineOption account(u"twilio-account"_s, {}, u"SID"_s);
    const QCommandLineOption number(u"number"_s, {}, u"NUMBER"_s);
    const QCommandLineOption only(u"only"_s, {}, u"IDS"_s);
    const QCommandLineOption json(u"json"_s);
    const QCommandLineOption profile(u"profile"_s, {}, u"DIR"_s);
    const QCommandLineOption help(QStringList{u"help"_s, u"h"_s});
    QCommandLineParser parser;
    parser.addOptions({workspace, account, number, only, json, profile, help});
    if (!parser.parse(QStringList(u"greenline check"_s) + arguments)) {
        return checkComplaint(parser.errorText());
    }
    if (parser.isSet(help)) {
        return CheckUsage{QString::fromUtf8(checkUsageText)};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return checkComplaint(u"what is \"%1\"?"_s.arg(shownAddress(parser.positionalArguments().constFirst())));
    }
    const std::optional<QUrl> address = workspaceAddress(parser.value(workspace));
    if (!address) {
        return checkComplaint(parser.isSet(workspace)
                                  ? u"\"%1\" is no address of a workspace"_s.arg(shownAddress(parser.value(workspace)))
                                  : u"--workspace is needed"_s);
    }
    CheckRequest request{.workspace = *address,
                         .account = parser.value(account).trimmed(),
                         .number = writtenOut(parser.value(number)),
                         .wantsJson = parser.isSet(json)};
    if (parser.isSet(only) && parser.value(only).remove(u',').trimmed().isEmpty()) {
        return checkComplaint(u"--only names no check"_s);
    }
    const QStringList names = parser.value(only).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const QStringList ids = namedChecks(name.trimmed());
        if (ids.isEmpty()) {
            return checkComplaint(u"there is no check \"%1\"; there are %2"_s.arg(
                looksLikeId(name.trimmed()) ? name : u"…"_s, setupChecks().join(u", "_s)));
        }
        request.only += ids;
    }
    if (parser.isSet(profile)) {
        request.profile = parser.value(profile);
    }
    return request;
}

} // namespace

bool CheckRequest::needsTwilio() const
{
    return only.isEmpty() || std::any_of(only.cbegin(), only.cend(), isTwilios);
}

QStringList CheckRequest::withoutTwilio() const
{
    QStringList ids = only.isEmpty() ? setupChecks() : only;
    ids.removeIf(isTwilios);
    return ids;
}

std::variant<CheckRequest, CheckUsage> parseCheckRequest(const QStringList &arguments)
{
    auto parsed = parsedRequest(arguments);
    if (auto *usage = std::get_if<CheckUsage>(&parsed)) { // also where the rest was not understood
        usage->wantsJson = std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
            return argument.section(u'=', 0, 0) == "--json"_L1;
        });
    }
    return parsed;
}

} // namespace greenline
