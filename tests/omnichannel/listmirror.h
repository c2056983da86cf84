#pragma once

#include "app/omnichannel/conversationstore.h"
#include "app/omnichannel/ordering.h"

#include <QList>
#include <QTest>

#include <algorithm>

namespace greenline {

/// What a model would show that does no more than follow the store's signals.
class ListMirror : public QObject
{
    Q_OBJECT
public:
    explicit ListMirror(const ConversationStore &store)
    {
        const auto announce = [this] { ++m_open; };
        connect(&store, &ConversationStore::aboutToInsert, this, announce);
        connect(&store, &ConversationStore::aboutToRemove, this, announce);
        connect(&store, &ConversationStore::aboutToMove, this, announce);
        connect(&store, &ConversationStore::inserted, this,
                [this, &store](int row) { follow('+', [&] { rows.insert(row, store.at(row)); }); });
        connect(&store, &ConversationStore::removed, this,
                [this](int row) { follow('-', [&] { rows.removeAt(row); }); });
        connect(&store, &ConversationStore::moved, this,
                [this](int from, int to) { follow('>', [&] { rows.move(from, to); }); });
        connect(&store, &ConversationStore::changed, this, [this, &store](int row) {
            log += QLatin1Char('*');
            rows[row] = store.at(row);
        });
        connect(&store, &ConversationStore::countsChanged, this, [this] { log += QLatin1Char('#'); });
    }

    bool isTrue(const ConversationStore &store) const
    {
        bool isSame
            = m_open == 0 && rows.size() == store.size() && std::is_sorted(rows.cbegin(), rows.cend(), isListedBefore);
        for (int row = 0; isSame && row < store.size(); ++row) {
            isSame = rows.at(row) == store.at(row) && store.rowOf(store.at(row).id) == row;
        }
        return isSame;
    }

    QList<Conversation> rows;
    QString log; ///< One sign per signal: + inserted, - removed, > moved, * changed, # counts.

private:
    template <typename Step>
    void follow(char sign, Step step)
    {
        log += QLatin1Char(sign);
        --m_open;
        step();
    }

    int m_open = 0;
};

} // namespace greenline
