#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/conversation.h"

#include <QAbstractListModel>

namespace greenline {

class AgentStore;
class ConversationStore;

/// The conversation store as Qt's views want it: each of its signals translated, nothing held.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    ConversationModel(const ConversationStore &store, const AgentStore &agent, const Clock &clock,
                      QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Conversation &at(int row) const;
    int rowOf(const RoomId &id) const; ///< -1: not listed.
    QString departmentName(int row) const;

private:
    void follow();
    QString toolTip(int row) const;

    const ConversationStore &m_store;
    const AgentStore &m_agent;
    const Clock &m_clock;
};

} // namespace greenline
