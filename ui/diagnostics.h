#pragma once

#include <QString>

namespace greenline {

class Clock;
class Session;

/// The state of a session for somebody who helps: versions, line, counts, rights. Counts instead of names.
QString diagnosticsReport(Session &session, const Clock &clock);

} // namespace greenline
