#include "app/practice/streamrules.h"

#include "app/practice/state.h"

#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

bool isSignedIn(const State &, const QString &userId, const QString &)
{
    return !userId.isEmpty();
}

bool hearsLogged(const State &state, const QString &userId, const QString &event)
{
    // Private settings were told to everybody who is signed in (5.3) until they were not (7.7.1, ddp/42).
    return event == "private-settings-changed"_L1 && !state.isBefore(7, 0)
        ? state.access.may(userId, u"view-privileged-setting"_s)
        : !userId.isEmpty();
}

bool anybody(const State &, const QString &, const QString &)
{
    return true;
}

bool nobody(const State &, const QString &, const QString &)
{
    return false;
}

bool ownEvents(const State &state, const QString &userId, const QString &event)
{
    if (event.endsWith("/webrtc"_L1) && !state.isBefore(5, 0)) { // open to all (7.7.1, ddp/21 after the logout)
        return true;
    }
    return !userId.isEmpty() && event.section(u'/', 0, 0) == userId;
}

bool readsRoom(const State &state, const QString &userId, const QString &event)
{
    return state.access.canRead(userId, state.documents.rooms.find(event));
}

bool readsMessages(const State &state, const QString &userId, const QString &event)
{
    // Whoever asks may listen, and hears of the rooms she can read: nobody signed in, of none.
    return event == "__my_messages__"_L1 || readsRoom(state, userId, event);
}

bool readsRoomEvents(const State &state, const QString &userId, const QString &event)
{
    const QJsonObject room = state.documents.rooms.find(event.section(u'/', 0, 0));
    // 3.11.6 refuses them for a conversation that is only previewed.
    return state.isBefore(5, 0) ? state.access.isServing(userId, room) : state.access.canRead(userId, room);
}

bool seesQueue(const State &state, const QString &userId, const QString &)
{
    return state.access.may(userId, u"view-l-room"_s);
}

bool seesCannedResponses(const State &state, const QString &userId, const QString &)
{
    return state.modules().contains(u"canned-responses"_s) && state.access.may(userId, u"view-canned-responses"_s)
        && state.settings.isOn(u"Canned_Responses_Enable"_s);
}

bool hearsAll(const State &state, const QString &, const QString &event)
{
    return !(state.isBefore(5, 0) && event == "private-settings-changed"_L1);
}

struct StreamRule {
    QLatin1StringView stream;
    bool (*isAllowed)(const State &state, const QString &userId, const QString &event);
};

constexpr std::array streamRules{
    StreamRule{"stream-notify-user"_L1, ownEvents},
    StreamRule{"stream-room-messages"_L1, readsMessages},
    StreamRule{"stream-notify-room"_L1, readsRoomEvents},
    StreamRule{"stream-room-data"_L1, readsRoom},
    StreamRule{"stream-livechat-inquiry-queue-observer"_L1, seesQueue},
    StreamRule{"stream-livechat-room"_L1, nobody}, // the widget's, with a visitor token
    StreamRule{"stream-notify-logged"_L1, hearsLogged},
    StreamRule{"stream-notify-all"_L1, hearsAll},
    StreamRule{"stream-user-presence"_L1, isSignedIn},
    StreamRule{"stream-canned-responses"_L1, seesCannedResponses},
    StreamRule{"stream-roles"_L1, isSignedIn},
    StreamRule{"stream-apps"_L1, isSignedIn},
    StreamRule{"stream-importers"_L1, nobody},
    StreamRule{"stream-stdout"_L1, nobody},
    StreamRule{"meteor.loginServiceConfiguration"_L1, anybody},
    StreamRule{"meteor_autoupdate_clientVersions"_L1, anybody},
    StreamRule{"userData"_L1, anybody},
    StreamRule{"activeUsers"_L1, anybody},
};

} // namespace

Refused streamRefusal(const State &state, const QString &userId, const QString &stream, const QString &event)
{
    for (const StreamRule &rule : streamRules) {
        if (rule.stream != stream) {
            continue;
        }
        if (stream.startsWith("stream-"_L1) && event.isEmpty()) {
            return Refusal{u"invalid-event-name"_s};
        }
        const bool isForbidden = state.faults.forbiddenStreams.contains(stream)
            || state.faults.forbiddenStreams.contains(stream + u'/' + event);
        if (isForbidden || !rule.isAllowed(state, userId, event)) {
            return Refusal{u"not-allowed"_s};
        }
        return {};
    }
    return Refusal{u"404"_s, u"Subscription '%1' not found"_s.arg(stream)};
}

} // namespace greenline::practice
