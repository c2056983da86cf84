#pragma once

#include <vector>

/// A step that is not played, or a difference that is let pass, and why. Everything else has to be as it was recorded.
struct Tolerance {
    enum class Kind { NotPlayed, Different };
    Kind kind;
    const char16_t *pattern; ///< Of "source note METHOD path" or of the difference.
    const char *reason;
};

const std::vector<Tolerance> &tolerances();
