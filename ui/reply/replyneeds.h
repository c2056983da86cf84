#pragma once

#include "app/base/id.h"

#include <functional>

class QWidget;

namespace greenline {

class Clock;
class Composer;
class ConversationView;
class ProblemBar;
class Session;
class SettingsFile;

/// What the parts that help to write a reply are given.
struct ReplyNeeds {
    Session &session;
    Clock &clock;
    SettingsFile &settings;
    ConversationView &view;
    Composer &composer;
    ProblemBar &problem;
    QWidget &window;
    std::function<void(const RoomId &)> open; ///< Shows a conversation.
    std::function<void(QWidget *, const QString &)> addTab; ///< Beside the conversation; takes the page as its child.
};

} // namespace greenline
