#pragma once

#include "app/omnichannel/conversation.h"
#include "app/workspace/abilities.h"
#include "ui/timeline/offer.h"

namespace greenline {

/// The buttons of a conversation's header: what its stage allows and the workspace has. What the licence or the server
/// does not have is left out; what the account may not do, or a setting forbids, is there and says so.
QList<Offer> offersFor(const Conversation &conversation, const Abilities &abilities);

/// Why a deed is not done, in words, however it was asked for; empty when it may be tried.
QString whyNot(Deed deed, const Conversation &conversation, const Abilities &abilities);

} // namespace greenline
