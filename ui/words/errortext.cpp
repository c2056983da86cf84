#include "ui/words/errortext.h"

#include "ui/words/errorcodes.h"
#include "ui/words/occasionwords.h"
#include "ui/words/refusalwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using Kind = Error::Kind;

constexpr qsizetype longestRefusal = 1000; // read for what is known of it

/// What happened when nobody said no. A null next leaves it to the occasion.
struct KindWords {
    Kind kind;
    const char *happened;
    const char *next;
};

const KindWords kindSentences[] = {
    {Kind::Network, QT_TRANSLATE_NOOP("ErrorText", "The workspace cannot be reached."), nullptr},
    {Kind::Tls,
     QT_TRANSLATE_NOOP("ErrorText", "No secure connection to the workspace could be made, so it was stopped."),
     QT_TRANSLATE_NOOP("ErrorText", "Tell the workspace's administrator, with the details.")},
    {Kind::Timeout, QT_TRANSLATE_NOOP("ErrorText", "The workspace did not answer in time."), nullptr},
    {Kind::Protocol, QT_TRANSLATE_NOOP("ErrorText", "The workspace sent an answer that Greenline does not understand."),
     nullptr},
    {Kind::Unauthorized, QT_TRANSLATE_NOOP("ErrorText", "Your sign-in has expired."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in again; drafts and unsent messages are kept.")},
    {Kind::RateLimited,
     QT_TRANSLATE_NOOP("ErrorText", "The workspace asks for a pause, because it was asked too often."),
     QT_TRANSLATE_NOOP("ErrorText", "Wait a minute, then try again.")},
    {Kind::Keychain, QT_TRANSLATE_NOOP("ErrorText", "The keyring of this computer is locked or missing."), nullptr},
    {Kind::Storage, QT_TRANSLATE_NOOP("ErrorText", "Greenline could not write to this computer's disk."),
     QT_TRANSLATE_NOOP("ErrorText", "What you typed stays on screen; make room on the disk or check its permissions.")},
    {Kind::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "This was stopped before it was finished."), nullptr},
};

/// Where one kind means something else on one occasion.
struct SpecialWords {
    Kind kind;
    Occasion occasion;
    const char *happened;
    const char *next;
};

const SpecialWords specialSentences[] = {
    {Kind::Network, Occasion::CheckingAddress, QT_TRANSLATE_NOOP("ErrorText", "Nothing answers at this address."),
     nullptr},
    {Kind::Timeout, Occasion::CheckingAddress,
     QT_TRANSLATE_NOOP("ErrorText", "The address exists, but nothing answered in time."), nullptr},
    {Kind::Protocol, Occasion::CheckingAddress,
     QT_TRANSLATE_NOOP("ErrorText", "Something answers at this address, but it is no Rocket.Chat workspace."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the address, and whether the workspace lies in a folder below it.")},
    {Kind::Unauthorized, Occasion::SigningIn,
     QT_TRANSLATE_NOOP("ErrorText", "The workspace does not know this name and password."),
     QT_TRANSLATE_NOOP("ErrorText", "Check both, and the Caps Lock key, then sign in again.")},
    {Kind::Unauthorized, Occasion::SigningOut,
     QT_TRANSLATE_NOOP("ErrorText", "The workspace had already ended this session."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is left to do.")},
    {Kind::NotFound, Occasion::ChangingAvailability,
     QT_TRANSLATE_NOOP("ErrorText", "The workspace does not know you as an agent."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask an administrator for the role livechat-agent.")},
    {Kind::Network, Occasion::Sending, QT_TRANSLATE_NOOP("ErrorText", "The workspace cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorText", "Your message waits here and leaves by itself.")},
    {Kind::Timeout, Occasion::Sending,
     QT_TRANSLATE_NOOP("ErrorText", "The workspace did not say in time whether it has the message."),
     QT_TRANSLATE_NOOP("ErrorText", "Greenline asks it, and sends again only if it has not.")},
    {Kind::Storage, Occasion::Sending,
     QT_TRANSLATE_NOOP("ErrorText", "The message could not be written down, so it was not sent."),
     QT_TRANSLATE_NOOP("ErrorText", "It stays in the box; make room on the disk, then send it again.")},
    {Kind::Protocol, Occasion::LoadingFile,
     QT_TRANSLATE_NOOP("ErrorText", "The file is too large or damaged to be shown."),
     QT_TRANSLATE_NOOP("ErrorText", "Open the conversation in a browser to get it.")},
};

QString errorSentence(const char *text)
{
    return text ? QCoreApplication::translate("ErrorText", text) : QString();
}

QString refusalNext(Kind kind)
{
    if (kind == Kind::Forbidden) {
        return QCoreApplication::translate(
            "ErrorText", "Ask an administrator for the permission; the details name what was refused.");
    }
    return QCoreApplication::translate(
        "ErrorText", "The details have the workspace's own words; if they do not help, show them to an administrator.");
}

/// Kinds by which somebody said no: what that means hangs on the occasion.
ErrorText refusalText(Kind kind, const OccasionWords &words)
{
    if (kind == Kind::NotFound) {
        return {errorSentence(words.notFound), errorSentence(words.next), {}};
    }
    return {errorSentence(kind == Kind::Forbidden ? words.forbidden : words.rejected), refusalNext(kind), {}};
}

ErrorText textOfKind(const Error &error, Occasion occasion)
{
    const OccasionWords &words = wordsOfOccasion(occasion);
    const auto special
        = std::find_if(std::begin(specialSentences), std::end(specialSentences),
                       [&](const SpecialWords &one) { return one.kind == error.kind && one.occasion == occasion; });
    if (special != std::end(specialSentences)) {
        return {errorSentence(special->happened), errorSentence(special->next ? special->next : words.next), {}};
    }
    const auto kind = std::find_if(std::begin(kindSentences), std::end(kindSentences),
                                   [&error](const KindWords &one) { return one.kind == error.kind; });
    if (kind == std::end(kindSentences)) {
        return refusalText(error.kind, words);
    }
    ErrorText text{errorSentence(kind->happened), errorSentence(kind->next ? kind->next : words.next), {}};
    if (error.kind == Kind::RateLimited && error.retryAfter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
        text.next = QCoreApplication::translate("ErrorText", "Wait %1 s, then try again.").arg(seconds);
    }
    return text;
}

/// Codes that say no more than "no"; to what, the occasion knows. Of a message, the code has words of its own.
bool isBareRefusal(const Error &error, Occasion occasion)
{
    static constexpr std::array codes{"error-not-allowed"_L1, "error-not-authorized"_L1, "not-allowed"_L1,
                                      "not-authorized"_L1,    "Not_authorized"_L1,       "error-unauthorized"_L1};
    const bool isNo = error.kind == Kind::Rejected || error.kind == Kind::Forbidden;
    return isNo && occasion != Occasion::Sending
        && std::any_of(codes.begin(), codes.end(), [&error](QLatin1StringView code) { return error.code == code; });
}

/// Technical, and therefore not translated.
QString errorDetails(const Error &error)
{
    static constexpr std::array names{"Network"_L1,      "Tls"_L1,       "Timeout"_L1,  "Protocol"_L1,
                                      "Unauthorized"_L1, "Forbidden"_L1, "NotFound"_L1, "RateLimited"_L1,
                                      "Rejected"_L1,     "Keychain"_L1,  "Storage"_L1,  "Cancelled"_L1};
    QStringList parts{names.at(static_cast<size_t>(error.kind))};
    for (const QString &part : {error.code, error.detail}) {
        if (!part.isEmpty() && !parts.contains(part)) {
            parts.append(part);
        }
    }
    return parts.join(u": "_s);
}

} // namespace

QString ErrorText::oneLine() const
{
    return next.isEmpty() ? happened : happened + u' ' + next;
}

ErrorText errorText(const Error &error, Occasion occasion)
{
    const bool isBare = isBareRefusal(error, occasion);
    ErrorText text = isBare ? refusalText(Kind::Forbidden, wordsOfOccasion(occasion)) : textOfKind(error, occasion);
    if (const CodeWords *words = isBare ? nullptr : wordsOfCode(error.code)) {
        text.happened = errorSentence(words->happened);
        text.next = words->next ? errorSentence(words->next) : text.next;
    }
    text.details = errorDetails(error);
    text.endsWithAWrite
        = error.kind == Kind::Storage && !error.code.startsWith("damaged"_L1) && error.code != "newer"_L1;
    return text;
}

QString deliveryReason(const QString &reason)
{
    if (const CodeWords *words = wordsOfCode(reason)) {
        return errorSentence(words->happened);
    }
    const QString said = reason.simplified();
    if (said.isEmpty()) {
        return QCoreApplication::translate("ErrorText", "The workspace gave no reason.");
    }
    QString sentence = refusalSentence(said.left(longestRefusal));
    if (sentence.isEmpty()) {
        return said;
    }
    sentence.chop(1); // the full stop
    //: Why a message was refused, and the provider's own words for it
    return QCoreApplication::translate("ErrorText", "%1 (%2)").arg(sentence, said);
}

} // namespace greenline
