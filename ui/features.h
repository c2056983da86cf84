#pragma once

#include "app/base/id.h"

#include <functional>

class QWidget;

namespace greenline {

class Actions;
class Clock;
class ConversationList;
class ConversationView;
class CustomerPane;
class NoticeBell;
class Notifier;
class ProblemBar;
class SecretStore;
class Session;
class SettingsFile;
class TopBar;

/// What a desk has from the beginning.
struct DeskParts {
    Session &session;
    Clock &clock;
    SettingsFile &settings;
    Actions &actions;
    ConversationList &list;
    ProblemBar &problem;
    TopBar &top;
    NoticeBell &bell;
    Notifier &notifier;
    SecretStore *secrets; ///< Null: there is no keyring.
    QWidget &desk; ///< Owns the features.
    std::function<void(const RoomId &)> open; ///< Shows a conversation.
};

/// What a feature may be given once the conversation and the customer have their panes, too.
struct FeatureNeeds : DeskParts {
    ConversationView &view;
    CustomerPane &customer;
};

// Each makes parts of the desk that stand on their own: they connect themselves, and live as long as the desk. They
// begin with what the session knows by then.
void addListFeatures(const DeskParts &parts); ///< Of the list, before it is painted.
void addFeatures(const FeatureNeeds &needs); ///< Of the conversation and its customer.
void addAttention(const FeatureNeeds &needs); ///< How a person is told, and what is told of them.

} // namespace greenline
