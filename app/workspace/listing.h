#pragma once

#include "app/base/then.h"
#include "app/rest/listingsapi.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace greenline {

class Abilities;
class ConversationStore;

/// Conversations beside the agent's own list, by pages from the workspace: closed ones of a span of days, or, for who
/// may see them, everybody's open ones. They stand in the store as long as they are shown.
class Listing : public QObject
{
    Q_OBJECT
public:
    enum class Which { Closed, All };
    struct Wish {
        Which which = Which::Closed;
        QDateTime from = {}; ///< Closed: null: since ever.
        QDateTime until = {};
    };
    struct Needs {
        RestClient &rest;
        ConversationStore &conversations;
        const Abilities &abilities;
        AgentId me;
    };
    explicit Listing(const Needs &needs, QObject *parent = nullptr);

    void show(const Wish &wish); ///< Its first page; what was shown before goes.
    void more(); ///< One page more; nothing while one is asked for, or when all are here.
    void leave(); ///< Nothing of it is shown any more.
    bool isLoading() const { return m_isLoading; }
    bool hasMore() const { return m_wish && m_offset < m_total; }
    int total() const { return m_total; }

Q_SIGNALS:
    void changed(); ///< isLoading() or hasMore() is another.
    void failed(const greenline::Error &error); ///< more() tries again.

private:
    void ask();
    void adopt(const ListingPage &page);

    ConversationStore &m_conversations;
    const Abilities &m_abilities;
    AgentId m_me;
    ListingsApi m_api;
    std::optional<Wish> m_wish;
    QSet<RoomId> m_rooms;
    int m_offset = 0;
    int m_total = 0;
    int m_round = 0; // answers to an earlier wish are dropped
    bool m_isLoading = false;
};

} // namespace greenline
