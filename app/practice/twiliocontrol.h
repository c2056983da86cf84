#pragma once

#include <QJsonArray>

#include <optional>

namespace greenline::practice {

class PracticeTwilio;
struct HttpAnswer;
struct HttpRequest;

/// The doors of the practice Twilio itself, for drivers outside this process: POST scene {TwilioScene}; POST
/// twilio-faults {"faults": [TwilioMischief]}, which takes the place of those before. Nothing: it is no such door.
std::optional<HttpAnswer> twilioDoor(PracticeTwilio &twilio, const HttpRequest &request);

/// [{"resource", "field", "from", "to", "at"}]
QJsonArray twilioChangesAsJson(const PracticeTwilio &twilio);

} // namespace greenline::practice
