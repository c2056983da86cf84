#pragma once

namespace greenline {

class SettingsFile;

/// What being away from the desk means.
struct AwayChoices {
    bool whenLocked = true; ///< The screen is locked, or the computer sleeps.
    int afterMinutes = 10; ///< Nobody typed; 0: never.
    bool leavesQueue = false; ///< Not available, too, until back.
    bool operator==(const AwayChoices &) const = default;
};

constexpr int longestAwayMinutes = 120;

AwayChoices readAwayChoices(const SettingsFile &settings);
void writeAwayChoices(SettingsFile &settings, const AwayChoices &choices);

} // namespace greenline
