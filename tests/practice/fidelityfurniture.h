#pragma once

namespace greenline::practice {
class State;
}

/// Puts the people and departments of the recordings in the place of the practice workspace's own.
void furnishAsRecorded(greenline::practice::State &state);
