#pragma once

#include "app/practice/methods.h"
#include "app/practice/restroute.h"

namespace greenline::practice {

/// The routes by family; each family is a file of that name. Shapes are those of the recordings of 3.11.6 and 7.7.1;
/// for other releases the nearest of the two and rocketchat-wire.md.
RestRoutes loginRoutes(); ///< restlogin.cpp: who one is, signing in and out, the second factor.
RestRoutes queueRoutes(); ///< restqueue.cpp
RestRoutes roomRoutes(); ///< restrooms.cpp: reading rooms and subscriptions.
RestRoutes conversationRoutes(); ///< restconversations.cpp: closing, forwarding, on hold.
RestRoutes messageRoutes(); ///< restmessages.cpp: sending, changing, one message.
RestRoutes historyRoutes(); ///< resthistory.cpp: many messages.
RestRoutes departmentRoutes(); ///< restdepartments.cpp: departments and who belongs to them.
RestRoutes directoryRoutes(); ///< restdirectory.cpp: agents, presence, availability.
RestRoutes contactRoutes(); ///< restcontacts.cpp: visitors and contacts.
RestRoutes settingRoutes(); ///< restsettings.cpp: settings, permissions, licence.
RestRoutes enterpriseRoutes(); ///< restenterprise.cpp: tags, canned responses.
RestRoutes outboundRoutes(); ///< restoutbound.cpp: starting a conversation by an app that texts.
RestRoutes fileRoutes(); ///< restfiles.cpp
RestRoutes methodRoutes(); ///< restmethodcall.cpp

RestRoutes allRestRoutes();

/// The method saveSettings, which only method.call knows here, because its second factor hangs on the token
/// (rocketchat-wire.md 6.5).
MethodAnswer saveSettings(State &state, const RestCall &call, const QJsonArray &params);

} // namespace greenline::practice
