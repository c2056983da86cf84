#include "ui/words/setupwords.h"

#include "ui/words/plainline.h"
#include "ui/words/setuptables.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype longestValue = 200; // of what others said, inside a sentence

/// Values may hold a percent sign themselves, so all are put in at once.
QString filledIn(const QString &sentence, const QStringList &values)
{
    QString filled;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const bool isPlace = sentence.at(at) == u'%' && at + 1 < sentence.size() && sentence.at(at + 1).isDigit();
        if (!isPlace) {
            filled += sentence.at(at);
            continue;
        }
        const QString value = elidedLine(values.value(sentence.at(at + 1).digitValue() - 1), longestValue);
        filled += value.isEmpty() ? QString(u'–') : value;
        ++at;
    }
    return filled;
}

const CauseWords *wordsOfCause(QStringView cause)
{
    for (const std::span<const CauseWords> table : {workspaceCauses(), hookCauses(), twilioCauses(), testCauses()}) {
        const auto found
            = std::find_if(table.begin(), table.end(), [cause](const CauseWords &one) { return one.cause == cause; });
        if (found != table.end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// "sms-30034" and the like end with the code of Twilio.
std::optional<int> codeOfCause(const QString &cause)
{
    static const QRegularExpression coded(u"^[a-z]+(-[a-z]+)*-(\\d{5,6})$"_s);
    const QRegularExpressionMatch match = coded.match(cause);
    return match.hasMatch() ? std::optional(match.captured(2).toInt()) : std::nullopt;
}

const TwilioCodeWords *wordsOfTwilioCode(int code)
{
    const std::span<const TwilioCodeWords> table = twilioCodes();
    const auto found
        = std::find_if(table.begin(), table.end(), [code](const TwilioCodeWords &one) { return one.code == code; });
    return found == table.end() ? nullptr : &*found;
}

CauseText codeText(int code)
{
    if (const TwilioCodeWords *words = wordsOfTwilioCode(code)) {
        return {setupTranslated(words->happened), setupTranslated(words->next)};
    }
    const QString happened = QCoreApplication::translate("SetupWords", "Twilio ended it with the error %1.");
    return {happened.arg(code), QCoreApplication::translate("SetupWords", "Its page at Twilio explains it.")};
}

struct PlaceWords {
    QStringView name;
    const char *words;
    const char *more;
};

const PlaceWords *placeOf(std::span<const PlaceWords> table, QStringView name)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [name](const PlaceWords &one) { return one.name == name; });
    return found == table.end() ? nullptr : &*found;
}

constexpr PlaceWords setupPageTable[] = {
    {u"workspace", QT_TRANSLATE_NOOP("SetupWords", "Workspace"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "Rocket.Chat has to know its own public address, and you need the right to "
                       "change its settings.")},
    {u"omnichannel", QT_TRANSLATE_NOOP("SetupWords", "Omnichannel"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "A text that arrives becomes a conversation, and somebody has to be there for "
                       "it.")},
    {u"twilio", QT_TRANSLATE_NOOP("SetupWords", "Twilio account"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "Both values stand on the first page of the Twilio console. The token stays in "
                       "this window unless you ask to keep it.")},
    {u"number", QT_TRANSLATE_NOOP("SetupWords", "Phone number"),
     QT_TRANSLATE_NOOP("SetupWords", "The number that customers text. It has to belong to the account.")},
    {u"webhook", QT_TRANSLATE_NOOP("SetupWords", "Webhook"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "When somebody texts the number, Twilio calls one address. It must be your "
                       "workspace's, by POST.")},
    {u"settings", QT_TRANSLATE_NOOP("SetupWords", "Workspace SMS settings"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The workspace sends by the account that owns the number, and checks by its "
                       "token who calls.")},
    {u"sending", QT_TRANSLATE_NOOP("SetupWords", "Sending"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "One test SMS to a phone of yours, followed until it is there. It costs what any "
                       "SMS costs.")},
    {u"receiving", QT_TRANSLATE_NOOP("SetupWords", "Receiving"),
     QT_TRANSLATE_NOOP("SetupWords", "Text the number from your phone, and see the conversation arrive.")},
    {u"report", QT_TRANSLATE_NOOP("SetupWords", "Report"),
     QT_TRANSLATE_NOOP("SetupWords", "Everything that was checked, without secrets.")},
};

constexpr PlaceWords checkTable[] = {
    {u"workspace.reachable", QT_TRANSLATE_NOOP("SetupWords", "The workspace answers"),
     QT_TRANSLATE_NOOP("SetupWords", "Over https, its certificate has to be trusted, too.")},
    {u"workspace.version", QT_TRANSLATE_NOOP("SetupWords", "Greenline knows its version"),
     QT_TRANSLATE_NOOP("SetupWords", "Each version does SMS a little differently.")},
    {u"workspace.site-url", QT_TRANSLATE_NOOP("SetupWords", "Site_Url is the public https address"),
     QT_TRANSLATE_NOOP("SetupWords", "Rocket.Chat checks Twilio's signature against it.")},
    {u"workspace.rights", QT_TRANSLATE_NOOP("SetupWords", "Your account may set it up"),
     QT_TRANSLATE_NOOP("SetupWords", "Settings are seen and changed by administrators only.")},
    {u"workspace.licence", QT_TRANSLATE_NOOP("SetupWords", "The licence"),
     QT_TRANSLATE_NOOP("SetupWords", "SMS needs none; some of its comfort does.")},
    {u"omnichannel.on", QT_TRANSLATE_NOOP("SetupWords", "Omnichannel is on"),
     QT_TRANSLATE_NOOP("SetupWords", "Without it no text becomes a conversation.")},
    {u"omnichannel.routing", QT_TRANSLATE_NOOP("SetupWords", "How conversations are given out"),
     QT_TRANSLATE_NOOP("SetupWords", "By hand from a queue, or to agents in turn.")},
    {u"omnichannel.agents", QT_TRANSLATE_NOOP("SetupWords", "An agent is available"),
     QT_TRANSLATE_NOOP("SetupWords", "Somebody who answers.")},
    {u"omnichannel.nobody", QT_TRANSLATE_NOOP("SetupWords", "Texts are kept while nobody is there"),
     QT_TRANSLATE_NOOP("SetupWords", "Otherwise what comes at night is lost.")},
    {u"omnichannel.hours", QT_TRANSLATE_NOOP("SetupWords", "Business hours"),
     QT_TRANSLATE_NOOP("SetupWords", "Outside of them agents are not available.")},
    {u"omnichannel.verification", QT_TRANSLATE_NOOP("SetupWords", "Contacts need no verification"),
     QT_TRANSLATE_NOOP("SetupWords", "Somebody who texts cannot verify themselves.")},
    {u"twilio.form", QT_TRANSLATE_NOOP("SetupWords", "SID and token look right"),
     QT_TRANSLATE_NOOP("SetupWords", "Most mistakes are made when copying.")},
    {u"twilio.account", QT_TRANSLATE_NOOP("SetupWords", "Twilio accepts the login"),
     QT_TRANSLATE_NOOP("SetupWords", "And the account is active.")},
    {u"twilio.balance", QT_TRANSLATE_NOOP("SetupWords", "There is money in the account"),
     QT_TRANSLATE_NOOP("SetupWords", "Without it nothing is sent.")},
    {u"number.owned", QT_TRANSLATE_NOOP("SetupWords", "The number belongs to the account"),
     QT_TRANSLATE_NOOP("SetupWords", "Only its owner may send from it.")},
    {u"number.capable", QT_TRANSLATE_NOOP("SetupWords", "It can do SMS and MMS"),
     QT_TRANSLATE_NOOP("SetupWords", "Not every number can.")},
    {u"number.registration", QT_TRANSLATE_NOOP("SetupWords", "It is registered where it has to be"),
     QT_TRANSLATE_NOOP("SetupWords", "US numbers need A2P 10DLC, toll-free ones a verification.")},
    {u"number.reach", QT_TRANSLATE_NOOP("SetupWords", "It reaches your customers"),
     QT_TRANSLATE_NOOP("SetupWords", "New accounts send to their own country only, trials to verified numbers.")},
    {u"webhook.route", QT_TRANSLATE_NOOP("SetupWords", "Twilio calls the workspace"),
     QT_TRANSLATE_NOOP("SetupWords", "What counts is the number's address, or that of its application or service.")},
    {u"webhook.probe", QT_TRANSLATE_NOOP("SetupWords", "The workspace answers at that address"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "It refuses calls without Twilio's signature with “Invalid request”, as it "
                       "should.")},
    {u"webhook.limiter", QT_TRANSLATE_NOOP("SetupWords", "The limiter lets texts through"),
     QT_TRANSLATE_NOOP("SetupWords", "Many texts at once may meet it.")},
    {u"settings.enabled", QT_TRANSLATE_NOOP("SetupWords", "SMS is on, with the right provider"),
     QT_TRANSLATE_NOOP("SetupWords", "Otherwise what arrives is refused.")},
    {u"settings.login", QT_TRANSLATE_NOOP("SetupWords", "The workspace has the SID and the token"),
     QT_TRANSLATE_NOOP("SetupWords", "It sends by them, and checks what arrives.")},
    {u"settings.department", QT_TRANSLATE_NOOP("SetupWords", "New texts have a department"),
     QT_TRANSLATE_NOOP("SetupWords", "Without one every agent is asked.")},
    {u"settings.pictures", QT_TRANSLATE_NOOP("SetupWords", "Pictures go both ways"),
     QT_TRANSLATE_NOOP("SetupWords", "Twilio fetches them from the workspace, and the other way round.")},
    {u"sending.test", QT_TRANSLATE_NOOP("SetupWords", "A test SMS arrived"),
     QT_TRANSLATE_NOOP("SetupWords", "“Queued” is no success; it is followed to its end.")},
    {u"receiving.arrival", QT_TRANSLATE_NOOP("SetupWords", "A text became a conversation"),
     QT_TRANSLATE_NOOP("SetupWords", "The proof of everything before.")},
};

} // namespace

QStringList setupPages()
{
    QStringList pages;
    for (const PlaceWords &page : setupPageTable) {
        pages.append(page.name.toString());
    }
    return pages;
}

QString setupPageOf(const QString &check)
{
    return check.section(u'.', 0, 0);
}

QString setupPageTitle(const QString &page)
{
    const PlaceWords *words = placeOf(setupPageTable, page);
    return words ? setupTranslated(words->words) : page;
}

QString setupPageIntro(const QString &page)
{
    const PlaceWords *words = placeOf(setupPageTable, page);
    return words ? setupTranslated(words->more) : QString();
}

QStringList setupChecks()
{
    QStringList checks;
    for (const PlaceWords &check : checkTable) {
        checks.append(check.name.toString());
    }
    return checks;
}

QString checkTitle(const QString &check)
{
    const PlaceWords *words = placeOf(checkTable, check);
    return words ? setupTranslated(words->words) : check;
}

QString checkReason(const QString &check)
{
    const PlaceWords *words = placeOf(checkTable, check);
    return words ? setupTranslated(words->more) : QString();
}

QString verdictWord(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Passed:
        return QCoreApplication::translate("SetupWords", "Passed");
    case CheckVerdict::Warning:
        return QCoreApplication::translate("SetupWords", "Warning");
    case CheckVerdict::Failed:
        return QCoreApplication::translate("SetupWords", "Failed");
    case CheckVerdict::Skipped:
        return QCoreApplication::translate("SetupWords", "Skipped");
    case CheckVerdict::Unknown:
        break;
    }
    return QCoreApplication::translate("SetupWords", "Unknown");
}

CauseText causeText(const CheckOutcome &outcome)
{
    if (outcome.cause.isEmpty()) {
        return {};
    }
    if (const CauseWords *words = wordsOfCause(outcome.cause)) {
        const bool namesACheck = outcome.cause == "needs"_L1;
        const QStringList values = namesACheck ? QStringList{checkTitle(outcome.values.value(0))} : outcome.values;
        return {filledIn(setupTranslated(words->happened), values), filledIn(setupTranslated(words->next), values)};
    }
    if (const std::optional<int> code = codeOfCause(outcome.cause)) {
        return codeText(*code);
    }
    return {QCoreApplication::translate("SetupWords", "Something was found that Greenline has no words for: %1")
                .arg(plainLine(outcome.cause)),
            QCoreApplication::translate("SetupWords", "The evidence shows what was answered.")};
}

bool hasCauseWords(const QString &cause)
{
    const std::optional<int> code = codeOfCause(cause);
    return wordsOfCause(cause) || (code && wordsOfTwilioCode(*code));
}

QString hindranceText(const QString &hindrance)
{
    if (hindrance.isEmpty()) {
        return {};
    }
    if (hindrance == "may-not-write-settings"_L1) {
        return QCoreApplication::translate("SetupWords", "There is a repair, but your account may not carry it out.");
    }
    return hindrance == "no-token-to-save"_L1
        ? QCoreApplication::translate("SetupWords",
                                      "Enter the account's Auth Token first: without it the workspace could neither "
                                      "send nor check what arrives.")
        : QCoreApplication::translate("SetupWords", "There is a repair, but it cannot be carried out from here.");
}

QString joinedPhrase(const QStringList &parts)
{
    QString phrase;
    for (const QString &part : parts) {
        const bool isApart = !phrase.isEmpty() && !part.isEmpty();
        phrase += (!isApart ? u""_s : phrase.endsWith(u'.') ? u" "_s : u", "_s) + part;
    }
    return phrase;
}

QString checkPhrase(const QString &check, const CheckOutcome &outcome)
{
    return joinedPhrase({checkTitle(check), verdictWord(outcome.verdict), causeText(outcome).happened,
                         hindranceText(outcome.hindrance)});
}

} // namespace greenline
