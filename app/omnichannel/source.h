#pragma once

namespace greenline {

/// Through which channel a customer writes. SMS is recognised by source.type "sms" or by a room's sms field (3.x has
/// only that).
enum class Source { Sms, Widget, Email, App, Api, Other };

/// Presence of a visitor or an agent. Colours the message icon.
enum class Presence { Offline, Online, Away, Busy };

/// Where a conversation stands for the signed-in agent.
enum class Stage {
    Queue, ///< A queued inquiry the agent may take.
    Mine, ///< Served by the agent and open.
    OnHold, ///< Served by the agent, open, put on hold.
    Closed, ///< Was shown and has ended; read-only.
    Elsewhere ///< Served by somebody else, or not yet offered to anybody.
};

} // namespace greenline
