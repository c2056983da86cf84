#include "ui/words/occasionwords.h"

#include <QCoreApplication>

#include <array>

namespace greenline {

namespace {

/// In the order of Occasion.
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
    OccasionWords{QT_TRANSLATE_NOOP("ErrorText", "You may not start conversations in this workspace."),
                  QT_TRANSLATE_NOOP("ErrorText", "This workspace has no such way to start conversations."),
                  QT_TRANSLATE_NOOP("ErrorText", "The workspace or its provider refused it, so nothing was sent."),
                  QT_TRANSLATE_NOOP("ErrorText", "Nothing that you chose and typed is lost; try again in a moment.")},
};
static_assert(occasionSentences.size() == static_cast<size_t>(Occasion::Starting) + 1);

} // namespace

const OccasionWords &wordsOfOccasion(Occasion occasion)
{
    return occasionSentences.at(static_cast<size_t>(occasion));
}

} // namespace greenline
