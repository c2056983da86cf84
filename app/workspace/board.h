#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/omnichannel/agent.h"
#include "app/rest/listingsapi.h"
#include "app/workspace/boardpicture.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace greenline {

class AgentStore;
class ConversationStore;
class HandoverApi;

/// Everybody's queue and load, for managers: what the workspace lists, read again from time to time while somebody
/// watches, with what the agent's own streams say meanwhile. It asks no route more than four times a minute, of ten
/// that a workspace may allow.
class Board : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        RestClient &rest;
        HandoverApi &handover;
        ConversationStore &conversations;
        AgentStore &agent;
        Clock &clock;
    };
    explicit Board(const Needs &needs, QObject *parent = nullptr);

    void watch(); ///< Somebody looks: reads now, and then again and again.
    void leave();
    BoardPicture picture() const;
    QDateTime checkedAt() const { return m_checkedAt; } ///< Null: never read.
    const std::optional<Error> &error() const { return m_error; } ///< Of the last reading; the picture before stays.

Q_SIGNALS:
    void changed();

private:
    void read();
    void readRooms();
    void onPage(const ListingPage &page);
    void finish(const std::optional<Error> &error);
    void onRow();
    QList<BoardRoom> rooms() const;

    Needs m_needs;
    ListingsApi m_listings;
    Alarm m_next;
    QList<Agent> m_agents;
    QList<BoardRoom> m_rooms;
    QList<BoardRoom> m_coming; // of a reading under way
    int m_asked = 0;
    int m_pages = 0;
    bool m_isPartial = false;
    bool m_isWatched = false;
    bool m_isReading = false;
    bool m_willTell = false;
    QDateTime m_checkedAt;
    std::optional<Error> m_error;
};

} // namespace greenline
