#include "ui/conversations/conversationmodel.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/sms/phonenumber.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"

using namespace Qt::StringLiterals;

namespace greenline {

ConversationModel::ConversationModel(const ConversationStore &store, const AgentStore &agent, const Clock &clock,
                                     QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_agent(agent)
    , m_clock(clock)
{
    follow();
}

void ConversationModel::follow()
{
    const auto *store = &m_store;
    connect(store, &ConversationStore::aboutToInsert, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(store, &ConversationStore::inserted, this, &ConversationModel::endInsertRows);
    connect(store, &ConversationStore::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(store, &ConversationStore::removed, this, &ConversationModel::endRemoveRows);
    connect(store, &ConversationStore::aboutToMove, this, [this](int from, int to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to); // Qt counts the gap, the store counts the place
    });
    connect(store, &ConversationStore::moved, this, &ConversationModel::endMoveRows);
    connect(store, &ConversationStore::changed, this, [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
    connect(&m_agent, &AgentStore::departmentsChanged, this, [this] {
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    });
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_store.size();
}

const Conversation &ConversationModel::at(int row) const
{
    return m_store.at(row);
}

int ConversationModel::rowOf(const RoomId &id) const
{
    return m_store.rowOf(id);
}

QString ConversationModel::departmentName(int row) const
{
    return m_agent.departmentName(at(row).department);
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return customerName(at(index.row()));
    case Qt::AccessibleTextRole:
        return conversationPhrase(at(index.row()), m_clock.now());
    case Qt::ToolTipRole:
        return toolTip(index.row());
    default:
        return {};
    }
}

/// Escaped, because tool tips guess whether a text is HTML, and customers' texts can look like it.
QString ConversationModel::toolTip(int row) const
{
    const Conversation &conversation = at(row);
    QStringList lines{customerName(conversation), sourcePhrase(conversation.source, conversation.customerPresence)};
    if (!conversation.ourNumber.isEmpty()) {
        lines.append(tr("Texted %1").arg(displayNumber(conversation.ourNumber)));
    }
    const QString server = servingName(conversation, m_agent.me());
    if (!server.isEmpty()) {
        lines.append(tr("Served by %1").arg(server));
    }
    lines.append(departmentName(row));
    lines.append(conversation.tags.join(u", "_s));
    lines.removeAll(QString());
    for (QString &line : lines) {
        line = plainLine(line, 200).toHtmlEscaped();
    }
    return "<p style='white-space:pre'>"_L1 + lines.join("<br>"_L1) + "</p>"_L1;
}

} // namespace greenline
