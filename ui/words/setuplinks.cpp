#include "ui/words/setuptables.h"
#include "ui/words/setupwords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// An address that begins with a slash is a page of the workspace.
struct LinkWords {
    QStringView name;
    const char *words;
    QStringView address;
};

constexpr LinkWords linkTable[] = {
    {u"permissions", QT_TRANSLATE_NOOP("SetupWords", "Permissions in Rocket.Chat"), u"/admin/permissions"},
    {u"general", QT_TRANSLATE_NOOP("SetupWords", "General settings in Rocket.Chat"), u"/admin/settings/General"},
    {u"omnichannel", QT_TRANSLATE_NOOP("SetupWords", "Omnichannel settings in Rocket.Chat"),
     u"/admin/settings/Omnichannel"},
    {u"business-hours", QT_TRANSLATE_NOOP("SetupWords", "Business hours in Rocket.Chat"),
     u"/omnichannel/businessHours"},
    {u"agents", QT_TRANSLATE_NOOP("SetupWords", "Agents in Rocket.Chat"), u"/omnichannel/agents"},
    {u"departments", QT_TRANSLATE_NOOP("SetupWords", "Departments in Rocket.Chat"), u"/omnichannel/departments"},
    {u"sms", QT_TRANSLATE_NOOP("SetupWords", "SMS settings in Rocket.Chat"), u"/admin/settings/SMS"},
    {u"files", QT_TRANSLATE_NOOP("SetupWords", "File upload settings in Rocket.Chat"), u"/admin/settings/FileUpload"},
    {u"limiter", QT_TRANSLATE_NOOP("SetupWords", "Rate limiter in Rocket.Chat"), u"/admin/settings/Rate Limiter"},
    {u"console", QT_TRANSLATE_NOOP("SetupWords", "The Twilio console"), u"https://console.twilio.com/"},
    {u"tokens", QT_TRANSLATE_NOOP("SetupWords", "Tokens in the Twilio console"),
     u"https://console.twilio.com/us1/account/keys-credentials/api-keys"},
    {u"billing", QT_TRANSLATE_NOOP("SetupWords", "Billing in the Twilio console"),
     u"https://console.twilio.com/us1/billing/manage-billing/billing-overview"},
    {u"numbers", QT_TRANSLATE_NOOP("SetupWords", "Numbers in the Twilio console"),
     u"https://console.twilio.com/us1/develop/phone-numbers/manage/incoming"},
    {u"number", QT_TRANSLATE_NOOP("SetupWords", "Numbers in the Twilio console"),
     u"https://console.twilio.com/us1/develop/phone-numbers/manage/incoming"},
    {u"buy", QT_TRANSLATE_NOOP("SetupWords", "Buying a number in the Twilio console"),
     u"https://console.twilio.com/us1/develop/phone-numbers/manage/search"},
    {u"verified", QT_TRANSLATE_NOOP("SetupWords", "Verified numbers in the Twilio console"),
     u"https://console.twilio.com/us1/develop/phone-numbers/manage/verified"},
    {u"services", QT_TRANSLATE_NOOP("SetupWords", "Messaging services in the Twilio console"),
     u"https://console.twilio.com/us1/develop/sms/services"},
    {u"geo", QT_TRANSLATE_NOOP("SetupWords", "Countries in the Twilio console"),
     u"https://console.twilio.com/us1/develop/sms/settings/geo-permissions"},
    {u"registration", QT_TRANSLATE_NOOP("SetupWords", "Registration in the Twilio console"),
     u"https://console.twilio.com/us1/develop/sms/regulatory-compliance"},
    {u"messages", QT_TRANSLATE_NOOP("SetupWords", "Message log in the Twilio console"),
     u"https://console.twilio.com/us1/monitor/logs/sms"},
    {u"errors", QT_TRANSLATE_NOOP("SetupWords", "Error log in the Twilio console"),
     u"https://console.twilio.com/us1/monitor/logs/debugger"},
    {u"status", QT_TRANSLATE_NOOP("SetupWords", "Twilio's status page"), u"https://status.twilio.com/"},
};

std::optional<SetupLink> linkOf(QStringView name, const QUrl &workspace)
{
    const auto found = std::find_if(std::begin(linkTable), std::end(linkTable),
                                    [name](const LinkWords &one) { return one.name == name; });
    if (found == std::end(linkTable)) {
        return std::nullopt;
    }
    QUrl address(found->address.toString());
    if (address.isRelative()) {
        address = workspace;
        QString path = workspace.path();
        while (path.endsWith(u'/')) {
            path.chop(1);
        }
        address.setPath(path + found->address.toString());
    }
    return SetupLink{setupTranslated(found->words), address};
}

QStringView linkNameOf(const QString &cause)
{
    for (const std::span<const CauseWords> table : {workspaceCauses(), hookCauses(), twilioCauses(), testCauses()}) {
        for (const CauseWords &words : table) {
            if (words.cause == cause) {
                return words.link;
            }
        }
    }
    return {};
}

} // namespace

std::optional<SetupLink> setupLink(const CheckOutcome &outcome, const QUrl &workspace)
{
    if (const QStringView name = linkNameOf(outcome.cause); !name.isEmpty()) {
        return linkOf(name, workspace);
    }
    static const QRegularExpression coded(u"-(\\d{5,6})$"_s);
    const QRegularExpressionMatch match = coded.match(outcome.cause);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString code = match.captured(1);
    for (const TwilioCodeWords &words : twilioCodes()) {
        if (words.code == code.toInt() && !words.link.isEmpty()) {
            return linkOf(words.link, workspace);
        }
    }
    return SetupLink{QCoreApplication::translate("SetupWords", "Error %1 in Twilio's documentation").arg(code),
                     QUrl(u"https://www.twilio.com/docs/api/errors/"_s + code)};
}

} // namespace greenline
