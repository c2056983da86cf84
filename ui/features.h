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
class Notifier;
class ProblemBar;
class SecretStore;
class Session;
class SettingsFile;
class TopBar;

/// What a feature of the desk may be given.
struct FeatureNeeds {
    Session &session;
    Clock &clock;
    SettingsFile &settings;
    Actions &actions;
    ConversationList &list;
    ConversationView &view;
    CustomerPane &customer;
    ProblemBar &problem;
    TopBar &top;
    Notifier &notifier;
    SecretStore *secrets; ///< Null: there is no keyring.
    QWidget &desk; ///< Owns them.
    std::function<void(const RoomId &)> open; ///< Shows a conversation.
};

/// Makes the parts of the desk that stand on their own: each connects itself, and lives as long as the desk.
void addFeatures(const FeatureNeeds &needs);

} // namespace greenline
