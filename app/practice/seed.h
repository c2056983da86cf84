#pragma once

namespace greenline::practice {

class State;

/// Fills an empty state: settings and permissions with the server's defaults, SMS set up, users ana, tom, maria and
/// admin, the department Support (where wanted), the customers whom the workspace knows by name, and what Enterprise
/// adds.
void seed(State &state);

} // namespace greenline::practice
