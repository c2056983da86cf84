#pragma once

#include "app/omnichannel/messagestore.h"

#include <QAbstractListModel>

namespace greenline {

/// The newest messages of a store as rows, one to one with its signals. Bounded: a list view asks every row for its
/// size at each change, so the rows above the newest few hundred come in when somebody pages up to them.
class MessageModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit MessageModel(QObject *parent = nullptr);

    void setStore(MessageStore *store); ///< Null: no rows.
    MessageStore *store() const { return m_store; }
    const Message &message(int row) const { return m_store->at(m_first + row); }
    /// Never shown, though it has a row: navigation history and the like, and that an agent joined who took the
    /// conversation in the same moment (7.7.1 says both, in either order).
    bool isHidden(int row) const;
    QString nameOf(const AgentId &agent) const; ///< As their newest message here says; empty: they have none.
    int rowOf(const MessageId &id) const; ///< -1: not among the rows.
    int unreadRow() const; ///< Below the unread line; -1: none.
    int unreadCount() const; ///< Customer's messages from there on.

    bool canShowMore() const { return m_first > 0; }
    void showMore(); ///< Older ones that the store already has.
    void showNewest(); ///< Lets go of the rows that paging brought in.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void connectStore();
    void onAboutToInsert(int first, int last);
    void onInserted(int first, int last);
    void onAboutToRemove(int row);
    void onRemoved(int row);
    void onAboutToMove(int from, int to);
    void onMoved(int from, int to);
    void touch(int row);
    void touchUnread();
    int firstOfNewest() const;
    bool isTakingNear(int row, int step) const;
    QString phraseOf(const Message &message) const;

    MessageStore *m_store = nullptr;
    int m_first = 0; // the store's row that is our first
    MessageId m_unread; // as last announced
};

/// Words in the middle of the timeline instead of a bubble: events and notices for the agent alone.
bool isQuietLine(const Message &message);

} // namespace greenline
