#include "ui/outbound/startwords.h"

#include "app/http/neversent.h"
#include "app/rest/envelope.h"
#include "app/sms/phonenumber.h"
#include "ui/outbound/textunderway.h"
#include "ui/words/refusalwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class StartWords
{
    Q_DECLARE_TR_FUNCTIONS(StartWords)
};

/// The workspace's own checks come before the app. What the app says comes as a 400 too, in its own words, and may be
/// of a connection that broke after the text had left: "socket hang up", "read ECONNRESET", "fetch failed".
bool isSurelyRefused(const Error &error)
{
    const bool isOfWorkspace = error.code.startsWith("error-"_L1) || error.code == "invalid-params"_L1;
    const bool gaveUp = error.detail.contains("timeout"_L1, Qt::CaseInsensitive)
        || error.detail.contains("timed out"_L1, Qt::CaseInsensitive);
    return isOfWorkspace || (!gaveUp && isRefusalForGood(error.detail));
}

} // namespace

QString placeAndNumber(const QString &number)
{
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(number);
    if (!parsed) {
        return number;
    }
    const QLocale::Territory territory
        = parsed->region.isEmpty() ? QLocale::AnyTerritory : QLocale::codeToTerritory(parsed->region);
    //: A number that may exist and belongs to no country
    const QString place = territory == QLocale::AnyTerritory ? StartWords::tr("No country has this number")
                                                             : QLocale::territoryToString(territory);
    //: %1 is a country, %2 a phone number
    return StartWords::tr("%1 · %2").arg(place, parsed->display);
}

bool leavesAsSms(const OutboundTemplate &form)
{
    return form.channel != "whatsapp"_L1;
}

QString templateWords(const OutboundTemplate &form)
{
    //: %1 is the name of a template, %2 the code of its language
    const QString words = StartWords::tr("%1 · %2").arg(form.name, form.language);
    //: %1 is a template: it does not leave as SMS
    return leavesAsSms(form) ? words : StartWords::tr("%1 · WhatsApp").arg(words);
}

QString gapWords(const TemplateGap &gap)
{
    if (gap.isLink) {
        return StartWords::tr("Link of the picture or file");
    }
    switch (gap.part) {
    case OutboundTemplate::Part::Kind::Header:
        return StartWords::tr("Placeholder %1 of the heading").arg(gap.name);
    case OutboundTemplate::Part::Kind::Footer:
        return StartWords::tr("Placeholder %1 of the last line").arg(gap.name);
    case OutboundTemplate::Part::Kind::Body:
        break;
    }
    return StartWords::tr("Placeholder %1").arg(gap.name);
}

QString agentWords(const QString &name, const QString &username)
{
    return name.isEmpty() ? username : name;
}

bool mayHaveLeft(const Error &error)
{
    if (error.code == neverSent) {
        return false;
    }
    switch (error.kind) {
    case Error::Kind::Network: // a 5xx among them: the app may have been done before the workspace fell
    case Error::Kind::Timeout:
    case Error::Kind::Protocol:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::NotFound:
        return error.code == noSuchRoute; // a page without JSON: of whatever stands before the workspace
    case Error::Kind::Rejected:
        return !isSurelyRefused(error);
    default:
        return false;
    }
}

ErrorText startProblem(const Error &error)
{
    ErrorText text = errorText(error, Occasion::Starting);
    if (mayHaveLeft(error)) {
        text.happened = StartWords::tr("It is not known whether the text left.");
        text.next = StartWords::tr(
            "Greenline does not send it again by itself. Wait for an answer, or ask who looks after the provider.");
        return text;
    }
    if (error.code == neverSent) {
        text.happened = StartWords::tr("There is no connection to the workspace.");
        text.next = StartWords::tr("Nothing was sent, and nothing that you typed is lost.");
        return text;
    }
    const QString sentence = error.kind == Error::Kind::Rejected ? refusalSentence(error.detail) : QString();
    if (!sentence.isEmpty()) {
        text.happened = sentence;
        text.next = StartWords::tr("Nothing was sent, and nothing that you typed is lost.");
    }
    return text;
}

ErrorText repeatProblem(const Error &error)
{
    ErrorText text = startProblem(error);
    if (mayHaveLeft(error)) {
        return text;
    }
    if (text.happened == errorText({Error::Kind::Rejected, {}}, Occasion::Starting).happened) {
        text.happened = StartWords::tr("The workspace or its provider refused it this time.");
    }
    text.next = StartWords::tr("It is still not known whether the text left before.");
    return text;
}

ErrorText unwrittenProblem(const Error &error)
{
    ErrorText text = errorText(error, Occasion::Storing);
    text.next
        = StartWords::tr("Nothing was sent: Greenline first writes down what it sends, so that nothing leaves twice.");
    return text;
}

QString leftOverSentence(const TextUnderway &text)
{
    const QString when = QLocale().toString(text.sentAt.toLocalTime(), QLocale::ShortFormat);
    switch (text.ending) {
    case TextUnderway::Ending::Sent:
        //: %1 is a person or a number, %2 a template, %3 a date and time
        return StartWords::tr("The session ended meanwhile, and the provider has the first text for %1 (%2, %3).")
            .arg(text.recipient, text.form, when);
    case TextUnderway::Ending::Refused:
        //: %1 is a person or a number, %2 a template, %3 a date and time
        return StartWords::tr("The session ended meanwhile, and the first text for %1 was not sent (%2, %3). Start a "
                              "conversation, and what was typed is there again.")
            .arg(text.recipient, text.form, when);
    case TextUnderway::Ending::Unknown:
        break;
    }
    //: %1 is a person or a number, %2 a template, %3 a date and time
    return StartWords::tr("The session ended before it was known whether the first text for %1 left (%2, %3).")
        .arg(text.recipient, text.form, when);
}

ErrorText awayProblem(const ErrorText &problem, const QString &recipient)
{
    ErrorText text = problem;
    //: %1 is a person or a number, %2 a sentence that says how it ended
    text.happened = StartWords::tr("The first text for %1: %2").arg(recipient, problem.happened);
    text.next = StartWords::tr("Start a conversation, and it is there again with all that was typed.");
    return text;
}

} // namespace greenline
