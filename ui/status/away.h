#pragma once

class QObject;

namespace greenline {

class AwayKeeper;
class Clock;
class Session;
class SettingsFile;

/// An AwayKeeper that listens to this desktop; owner's child.
AwayKeeper &keepAway(Session &session, SettingsFile &settings, Clock &clock, QObject *owner);

} // namespace greenline
