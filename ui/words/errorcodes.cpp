#include "ui/words/errorcodes.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace greenline {

namespace {

/// Our own codes first, then the workspace's (rocketchat-wire.md 2.4, 2.7, 2.8).
const CodeWords codeSentences[] = {
    // The address and its certificate
    {u"not-an-address", QT_TRANSLATE_NOOP("ErrorText", "This is no address of a workspace."),
     QT_TRANSLATE_NOOP("ErrorText", "Type it as the browser shows it, for example chat.example.com.")},
    {u"insecure-address",
     QT_TRANSLATE_NOOP("ErrorText", "This address has no encryption, so passwords and texts could be read on the way."),
     QT_TRANSLATE_NOOP("ErrorText", "Use the https:// address of the workspace.")},
    {u"speaks-https", QT_TRANSLATE_NOOP("ErrorText", "This port speaks https, and the address says http."),
     QT_TRANSLATE_NOOP("ErrorText", "Type the address with https:// in front of it.")},
    {u"not-rocketchat",
     QT_TRANSLATE_NOOP("ErrorText", "Something answers at this address, but it is no Rocket.Chat workspace."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the address, and whether the workspace lies in a folder below it.")},
    {u"redirected",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The workspace sends Greenline on to another address, and credentials are not carried there."),
     QT_TRANSLATE_NOOP("ErrorText", "Use the address that the browser shows after the page has loaded.")},
    {u"omnichannel-off",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This workspace does not take messages from customers: omnichannel is switched off."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask an administrator to switch it on under Workspace, Settings, Omnichannel.")},
    {u"expired",
     QT_TRANSLATE_NOOP("ErrorText", "The workspace's certificate has expired, so the connection was stopped."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the date of this computer, then tell the workspace's administrator.")},
    {u"not-yet-valid",
     QT_TRANSLATE_NOOP("ErrorText", "The workspace's certificate is not valid yet, so the connection was stopped."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the date of this computer, then tell the workspace's administrator.")},
    {u"wrong-host",
     QT_TRANSLATE_NOOP("ErrorText", "The certificate belongs to another address, so the connection was stopped."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check the address for a misspelling; if it is right, tell the workspace's administrator.")},
    {u"self-signed",
     QT_TRANSLATE_NOOP("ErrorText", "The workspace signed its certificate itself, so the connection was stopped."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator for a certificate that this computer trusts.")},
    {u"revoked",
     QT_TRANSLATE_NOOP("ErrorText", "The workspace's certificate was withdrawn, so the connection was stopped."),
     QT_TRANSLATE_NOOP("ErrorText", "Do not sign in before the administrator has looked into it.")},
    {u"untrusted",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This computer does not trust the workspace's certificate, so the connection was stopped."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator for a certificate that this computer trusts.")},
    {u"too-large", QT_TRANSLATE_NOOP("ErrorText", "The answer was larger than Greenline accepts, so it was cut off."),
     nullptr},
    {u"no-such-route", QT_TRANSLATE_NOOP("ErrorText", "The workspace answered with a web page instead of data."),
     QT_TRANSLATE_NOOP("ErrorText", "Try again in a moment; if it stays so, tell the workspace's administrator.")},
    // Signing in
    {u"totp-required", QT_TRANSLATE_NOOP("ErrorText", "This account asks for a verification code."),
     QT_TRANSLATE_NOOP("ErrorText", "Type the code of your authenticator app or e-mail.")},
    {u"totp-invalid", QT_TRANSLATE_NOOP("ErrorText", "The verification code was not accepted."),
     QT_TRANSLATE_NOOP("ErrorText", "Wait for the next code and type that one.")},
    {u"locked-or-lost", QT_TRANSLATE_NOOP("ErrorText", "The keyring does not hand out the saved sign-in."),
     QT_TRANSLATE_NOOP("ErrorText", "Unlock the keyring and try again, or sign in once more.")},
    {u"not-stored", QT_TRANSLATE_NOOP("ErrorText", "No sign-in is saved on this computer."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in once more.")},
    // Conversations
    {u"not-queued", QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer in the queue."),
     QT_TRANSLATE_NOOP("ErrorText", "Take another one.")},
    {u"not-taken", QT_TRANSLATE_NOOP("ErrorText", "The workspace said yes, but nobody serves this conversation."),
     QT_TRANSLATE_NOOP("ErrorText", "It is still in the queue; take it again.")},
    {u"comment-required",
     QT_TRANSLATE_NOOP("ErrorText", "This workspace wants a comment before a conversation is closed."),
     QT_TRANSLATE_NOOP("ErrorText", "Write one, then close it.")},
    {u"tags-required", QT_TRANSLATE_NOOP("ErrorText", "This department wants a tag before a conversation is closed."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose a tag, then close it.")},
    {u"availability-unchanged", QT_TRANSLATE_NOOP("ErrorText", "The workspace kept your availability as it was."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Try again in a moment; if it stays so, ask a manager whether business hours are set.")},
    // Messages
    {u"closed",
     QT_TRANSLATE_NOOP("ErrorText", "The conversation is closed or no longer yours, so the message was not sent."),
     QT_TRANSLATE_NOOP("ErrorText", "Copy the text into a new conversation, or discard it.")},
    {u"blank", QT_TRANSLATE_NOOP("ErrorText", "There is nothing to send."),
     QT_TRANSLATE_NOOP("ErrorText", "Write a message first.")},
    {u"too-long", QT_TRANSLATE_NOOP("ErrorText", "The message has more than 1,600 characters, which no SMS may have."),
     QT_TRANSLATE_NOOP("ErrorText", "Shorten it or send it in parts.")},
    // What this computer keeps
    {u"disk-full", QT_TRANSLATE_NOOP("ErrorText", "The disk is full, so Greenline cannot write anything down."),
     QT_TRANSLATE_NOOP("ErrorText", "Make room on the disk; what you have typed stays on screen.")},
    {u"read-only", QT_TRANSLATE_NOOP("ErrorText", "Greenline may not write into its folder."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the permissions of your home folder, then start again.")},
    {u"damaged", QT_TRANSLATE_NOOP("ErrorText", "Greenline's file of unsent messages is damaged."),
     QT_TRANSLATE_NOOP("ErrorText", "Start again; the damaged file is kept beside the new one.")},
    {u"damaged-set-aside",
     QT_TRANSLATE_NOOP("ErrorText", "The file of unsent messages was damaged and a new one was begun."),
     QT_TRANSLATE_NOOP("ErrorText", "The old file is kept; its place stands in the details.")},
    {u"newer", QT_TRANSLATE_NOOP("ErrorText", "The files of this profile were written by a newer Greenline."),
     QT_TRANSLATE_NOOP("ErrorText", "Install that version again.")},
    // The workspace's own
    {u"error-inquiry-taken", QT_TRANSLATE_NOOP("ErrorText", "Somebody else took this conversation a moment ago."),
     QT_TRANSLATE_NOOP("ErrorText", "Take another one.")},
    {u"error-not-found", QT_TRANSLATE_NOOP("ErrorText", "This conversation is no longer there."),
     QT_TRANSLATE_NOOP("ErrorText", "Take another one.")},
    {u"error-agent-status-service-offline",
     QT_TRANSLATE_NOOP("ErrorText",
                       "You are not available, and the workspace gives conversations only to those who are."),
     QT_TRANSLATE_NOOP("ErrorText", "Switch to Available, then take it again.")},
    {u"error-max-number-simultaneous-chats-reached",
     QT_TRANSLATE_NOOP("ErrorText", "You already serve as many conversations as you may at once."),
     QT_TRANSLATE_NOOP("ErrorText", "Close one, then take this one.")},
    {u"error-mac-limit-reached",
     QT_TRANSLATE_NOOP("ErrorText", "The workspace has used up the contacts of its licence for this month."),
     QT_TRANSLATE_NOOP("ErrorText", "Tell the workspace's administrator.")},
    {u"error-business-hours-are-closed",
     QT_TRANSLATE_NOOP("ErrorText", "It is outside business hours, so nobody can be available."),
     QT_TRANSLATE_NOOP("ErrorText", "Wait for the business hours, or ask a manager to change them.")},
    {u"error-comment-is-required",
     QT_TRANSLATE_NOOP("ErrorText", "This workspace wants a comment before a conversation is closed."),
     QT_TRANSLATE_NOOP("ErrorText", "Write one, then close it.")},
    {u"error-tags-must-be-assigned-before-closing-chat",
     QT_TRANSLATE_NOOP("ErrorText", "This department wants a tag before a conversation is closed."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose a tag, then close it.")},
    {u"error-room-already-closed", QT_TRANSLATE_NOOP("ErrorText", "The conversation is already closed."),
     QT_TRANSLATE_NOOP("ErrorText", "What you typed here was not saved; copy it if you need it.")},
    {u"error-message-size-exceeded", QT_TRANSLATE_NOOP("ErrorText", "The message is longer than the workspace allows."),
     QT_TRANSLATE_NOOP("ErrorText", "Shorten it or send it in parts.")},
    {u"error-not-allowed", QT_TRANSLATE_NOOP("ErrorText", "The workspace does not let you write in this conversation."),
     QT_TRANSLATE_NOOP("ErrorText", "It may be somebody else's by now; look at who serves it.")},
    {u"room_is_blocked", QT_TRANSLATE_NOOP("ErrorText", "This conversation is blocked in the workspace."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask a manager to unblock it.")},
    {u"You_have_been_muted", QT_TRANSLATE_NOOP("ErrorText", "You are muted in this conversation."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask a manager to unmute you.")},
    {u"error-user-deactivated", QT_TRANSLATE_NOOP("ErrorText", "Your account is deactivated in this workspace."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask an administrator to activate it.")},
    {u"error-action-not-allowed", QT_TRANSLATE_NOOP("ErrorText", "This workspace's licence does not include that."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator what is included.")},
};

} // namespace

const CodeWords *wordsOfCode(QStringView code)
{
    const auto found = std::find_if(std::begin(codeSentences), std::end(codeSentences),
                                    [code](const CodeWords &words) { return words.code == code; });
    return code.isEmpty() || found == std::end(codeSentences) ? nullptr : found;
}

} // namespace greenline
