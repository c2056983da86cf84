#include "ui/words/errortext.h"

#include "ui/words/errorcodes.h"
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

/// What an answered "no" means in one place, and what to do there after any failure, in the order of Occasion.
struct OccasionWords {
    const char *forbidden;
    const char *notFound;
    const char *rejected;
    const char *next;
};

constexpr std::array occasionSentences{
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "The workspace lets nobody in from this computer."),
                  QT_TRANSLATE_NOOP("ErrorText", "There is no Rocket.Chat workspace at this address."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace refused to be checked."),
                  QT_TRANSLATE_NOOP("ErrorText", "Check the address and the network, then try again.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "Your account may not sign in here."),
                  QT_TRANSLATE_NOOP("ErrorText", "There is no Rocket.Chat workspace at this address."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace refused the sign-in."),
                  QT_TRANSLATE_NOOP("ErrorText", "Nothing you typed is lost; try again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "The workspace does not let you in any more."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace does not offer a live connection."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace refused the connection."),
                  QT_TRANSLATE_NOOP("ErrorText", "Greenline tries again by itself; what you send waits until then.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not see the queue of this workspace."),
                  QT_TRANSLATE_NOOP("ErrorText", "This workspace has no queue to show."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not show its queue."),
                  QT_TRANSLATE_NOOP("ErrorText", "The list may be out of date; Greenline asks again by itself.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not take conversations in this workspace."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer in the queue."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not give you this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "The customer still waits; take it again in a moment.")},
    OccasionWords{
        QT_TRANSLATE_NOOP("ErrorText",
                          "You may not close this conversation; it may already be closed or somebody else's."),
        QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
        QT_TRANSLATE_NOOP("ErrorText", "The workspace did not close the conversation."),
        QT_TRANSLATE_NOOP("ErrorText",
                          "The conversation is still open, and your comment is kept; close it again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not write in this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there, so the message was not sent."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not take the message."),
                  QT_TRANSLATE_NOOP("ErrorText", "Your message is kept here; send it again or edit it.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not read this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not show the older messages."),
                  QT_TRANSLATE_NOOP("ErrorText", "Scroll up again to ask once more.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not open this file."),
                  QT_TRANSLATE_NOOP("ErrorText", "This file is no longer in the workspace."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not hand out the file."),
                  QT_TRANSLATE_NOOP("ErrorText", "Click the file to ask once more.")},
    OccasionWords{
        QT_TRANSLATE_NOOP("ErrorText", "You may not change your availability; your account may not be an agent's."),
        QT_TRANSLATE_NOOP("ErrorText", "The workspace does not know you as an agent."),
        QT_TRANSLATE_NOOP("ErrorText", "The workspace did not change your availability."),
        QT_TRANSLATE_NOOP("ErrorText", "Your availability is unchanged; try again in a moment.")},
    OccasionWords{
        QT_TRANSLATE_NOOP("ErrorText", "Greenline may not write into its folder."),
        QT_TRANSLATE_NOOP("ErrorText", "Greenline's folder is no longer there."),
        QT_TRANSLATE_NOOP("ErrorText", "Greenline could not write this down."),
        QT_TRANSLATE_NOOP("ErrorText", "What you typed stays on screen; copy it to be safe, then start again.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "The keyring was not unlocked."),
                  QT_TRANSLATE_NOOP("ErrorText", "The keyring does not have the saved sign-in."),
                  QT_TRANSLATE_NOOP("ErrorText", "The keyring refused to keep the sign-in."),
                  QT_TRANSLATE_NOOP(
                      "ErrorText", "You stay signed in until you quit; unlock or install a keyring to be remembered.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "The workspace did not let you sign out."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace had already ended this session."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace refused to sign you out."),
                  QT_TRANSLATE_NOOP(
                      "ErrorText",
                      "This computer has forgotten the sign-in; the workspace may show you as available for a while.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not forward this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not forward the conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "The conversation is still yours; forward it again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not return this conversation to the queue."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not return the conversation to the queue."),
                  QT_TRANSLATE_NOOP("ErrorText", "The conversation is still yours; return it again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not place this conversation on hold."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not place the conversation on hold."),
                  QT_TRANSLATE_NOOP("ErrorText", "It goes on as before; place it on hold again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not resume this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not resume the conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "It stays on hold; resume it again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not take over this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not give you the conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "Its agent still serves it; take it over again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not join this conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not let you join the conversation."),
                  QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed; join it again in a moment.")},
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not see these conversations."),
                  QT_TRANSLATE_NOOP("ErrorText", "This workspace has no list of these conversations."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace did not list the conversations."),
                  QT_TRANSLATE_NOOP("ErrorText", "What was listed before stays; choose the list again in a moment.")},
};
static_assert(occasionSentences.size() == static_cast<size_t>(Occasion::Listing) + 1);

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
    const OccasionWords &words = occasionSentences.at(static_cast<size_t>(occasion));
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
    ErrorText text = isBare ? refusalText(Kind::Forbidden, occasionSentences.at(static_cast<size_t>(occasion)))
                            : textOfKind(error, occasion);
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
