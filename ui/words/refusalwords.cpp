#include "ui/words/refusalwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>

namespace greenline {

namespace {

/// One cause under Twilio's codes (twilio.com/docs/api/errors) and in the words that come with them.
struct RefusalWords {
    std::array<QStringView, 4> codes;
    std::array<QStringView, 4> words;
    const char *sentence;
    bool isForGood = true; ///< False: the text may have left all the same.
};

// The first that fits counts: "The 'From' number … is not a valid phone number, …" is not about the customer's.
const RefusalWords refusalSentences[] = {
    {{u"21606", u"21212", u"21659", u"21660"},
     {u"'From' number", u"SMS-capable inbound phone number", u"message-capable Twilio phone number",
      u"is not a Twilio phone number"},
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Our number cannot send texts with the workspace's Twilio account, so an administrator has to look at it.")},
    {{u"21211", u"21604"},
     {u"is not a valid phone number", u"Invalid 'To' Phone Number"},
     QT_TRANSLATE_NOOP("ErrorText", "Twilio does not know the customer's number as a phone number.")},
    {{u"21614", u"30006"},
     {u"not a valid mobile number", u"is not a mobile number", u"Landline or unreachable carrier"},
     QT_TRANSLATE_NOOP("ErrorText", "The customer's number cannot receive texts; it may be a landline.")},
    {{u"21610"},
     {u"unsubscribed recipient", u"violates a blacklist rule"},
     QT_TRANSLATE_NOOP("ErrorText", "The customer has opted out of texts (STOP) and gets none until they text START.")},
    {{u"21408"},
     {u"has not been enabled for the region"},
     QT_TRANSLATE_NOOP(
         "ErrorText", "The workspace's Twilio account may not text this country, unless an administrator permits it.")},
    {{u"21612"},
     {u"is not currently reachable using"},
     QT_TRANSLATE_NOOP("ErrorText", "Texts from our number do not reach the customer's number.")},
    {{u"21608"},
     {u"Trial accounts cannot send messages to unverified", u"is unverified."},
     QT_TRANSLATE_NOOP("ErrorText",
                       "The workspace's Twilio account texts only numbers that an administrator verified at Twilio.")},
    {{u"21617"},
     {u"exceeds the 1600 character limit"},
     QT_TRANSLATE_NOOP("ErrorText", "The message is longer than an SMS may be; shorten it or send it in parts.")},
    {{u"20429", u"21611"},
     {u"Too Many Requests"},
     QT_TRANSLATE_NOOP("ErrorText", "Twilio has too much to send just now; send it again in a minute.")},
    {{u"30007"},
     {u"Message filtered", u"Carrier violation"},
     QT_TRANSLATE_NOOP(
         "ErrorText", "Twilio or the phone company took the text for unwanted; say it in other words, without links.")},
    {{u"30003", u"30005"},
     {u"Unreachable destination handset", u"Unknown destination handset"},
     QT_TRANSLATE_NOOP("ErrorText", "The customer's phone cannot be reached; it may be switched off or not exist.")},
    {{u"10002"},
     {u"not available on a Trial account"},
     QT_TRANSLATE_NOOP("ErrorText", "The workspace's Twilio account is a trial, which may not send this.")},
    {{u"10001", u"20005", u"20403", u"30002"},
     {u"Account is not active", u"Account not active", u"Account suspended"},
     QT_TRANSLATE_NOOP(
         "ErrorText", "The workspace's Twilio account is suspended or closed, so an administrator has to look at it.")},
    {{u"20003"},
     {u"Authenticate", u"Authentication Error", u"SMS credentials are invalid"},
     QT_TRANSLATE_NOOP("ErrorText",
                       "Twilio does not accept the workspace's account, so an administrator has to look at it.")},
    {{},
     {u"SMS is not configured"},
     QT_TRANSLATE_NOOP("ErrorText",
                       "The workspace is not set up to send texts, so an administrator has to look at it.")},
    {{}, // of Twilio's client in the workspace
     {u"timeout of "},
     QT_TRANSLATE_NOOP("ErrorText",
                       "Twilio did not answer the workspace in time, so nobody knows whether the text left."),
     false},
};

/// Numbers of five digits, not inside longer ones.
QStringList codesIn(const QString &said)
{
    static const QRegularExpression code(QStringLiteral("(?<!\\d)\\d{5}(?!\\d)"));
    QStringList codes;
    for (const QRegularExpressionMatch &match : code.globalMatch(said)) {
        codes.append(match.captured());
    }
    return codes;
}

bool isThisRefusal(const RefusalWords &refusal, const QString &said, const QStringList &codes)
{
    const auto isSaid
        = [&said](QStringView words) { return !words.isEmpty() && said.contains(words, Qt::CaseInsensitive); };
    const auto isNamed = [&codes](QStringView code) { return codes.contains(code); };
    return std::any_of(refusal.words.begin(), refusal.words.end(), isSaid)
        || std::any_of(refusal.codes.begin(), refusal.codes.end(), isNamed);
}

/// Null: no known one.
const RefusalWords *refusalIn(const QString &said)
{
    const QStringList codes = codesIn(said);
    const auto found
        = std::find_if(std::begin(refusalSentences), std::end(refusalSentences),
                       [&said, &codes](const RefusalWords &refusal) { return isThisRefusal(refusal, said, codes); });
    return found == std::end(refusalSentences) ? nullptr : found;
}

} // namespace

QString refusalSentence(const QString &said)
{
    const RefusalWords *refusal = refusalIn(said);
    return refusal ? QCoreApplication::translate("ErrorText", refusal->sentence) : QString();
}

bool isRefusalForGood(const QString &said)
{
    const RefusalWords *refusal = refusalIn(said);
    return refusal && refusal->isForGood;
}

} // namespace greenline
