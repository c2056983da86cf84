#include "ui/timeline/messagemodel.h"

#include "ui/words/phrases.h"

namespace greenline {

namespace {

constexpr int newestRows = 300;
constexpr int moreRows = 200;
constexpr qint64 sameMoment = 2000; // ms

bool isOfSameAgent(const Message &one, const Message &other)
{
    return one.authorId.isEmpty() || other.authorId.isEmpty() ? one.subject == other.subject
                                                              : one.authorId == other.authorId;
}

} // namespace

bool isQuietLine(const Message &message)
{
    return message.isEphemeral || message.author == Message::Author::System || message.event != Message::Event::None;
}

MessageModel::MessageModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void MessageModel::setStore(MessageStore *store)
{
    if (store == m_store) {
        return;
    }
    beginResetModel();
    if (m_store) {
        disconnect(m_store, nullptr, this, nullptr);
    }
    m_store = store;
    m_first = firstOfNewest();
    m_unread = store ? store->firstUnread() : MessageId();
    if (store) {
        connectStore();
    }
    endResetModel();
}

void MessageModel::connectStore()
{
    connect(m_store, &MessageStore::aboutToInsert, this, &MessageModel::onAboutToInsert);
    connect(m_store, &MessageStore::inserted, this, &MessageModel::onInserted);
    connect(m_store, &MessageStore::aboutToRemove, this, &MessageModel::onAboutToRemove);
    connect(m_store, &MessageStore::removed, this, &MessageModel::onRemoved);
    connect(m_store, &MessageStore::aboutToMove, this, &MessageModel::onAboutToMove);
    connect(m_store, &MessageStore::moved, this, &MessageModel::onMoved);
    connect(m_store, &MessageStore::changed, this, [this](int row) { touch(row - m_first); });
    connect(m_store, &MessageStore::firstUnreadChanged, this, &MessageModel::touchUnread);
    connect(m_store, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_store = nullptr;
        m_first = 0;
        endResetModel();
    });
}

int MessageModel::firstOfNewest() const
{
    return m_store ? qMax(0, m_store->size() - newestRows) : 0;
}

int MessageModel::rowOf(const MessageId &id) const
{
    return m_store ? qMax(-1, m_store->rowOf(id) - m_first) : -1;
}

bool MessageModel::isHidden(int row) const
{
    const Message::Event event = message(row).event;
    return event == Message::Event::Hidden
        || (event == Message::Event::Joined && (isTakingNear(row, -1) || isTakingNear(row, +1)));
}

bool MessageModel::isTakingNear(int row, int step) const
{
    const Message &joining = message(row);
    for (int at = row + step; at >= 0 && at < rowCount(); at += step) {
        const Message &other = message(at);
        if (qAbs(joining.at.msecsTo(other.at)) > sameMoment) {
            return false;
        }
        if (other.event == Message::Event::Taken && isOfSameAgent(joining, other)) {
            return true;
        }
    }
    return false;
}

QString MessageModel::nameOf(const AgentId &agent) const
{
    for (int row = rowCount() - 1; row >= 0 && !agent.isEmpty(); --row) {
        if (message(row).authorId == agent.value) {
            return message(row).authorName;
        }
    }
    return {};
}

int MessageModel::unreadRow() const
{
    return m_store && !m_store->firstUnread().isEmpty() ? rowOf(m_store->firstUnread()) : -1;
}

int MessageModel::unreadCount() const
{
    int count = 0;
    const int first = unreadRow();
    for (int row = first; first >= 0 && row < rowCount(); ++row) {
        count += message(row).author == Message::Author::Customer ? 1 : 0;
    }
    return count;
}

void MessageModel::showMore()
{
    const int more = qMin(m_first, moreRows);
    if (more > 0) {
        beginInsertRows({}, 0, more - 1);
        m_first -= more;
        endInsertRows();
    }
}

void MessageModel::showNewest()
{
    const int first = firstOfNewest();
    if (first > m_first + moreRows) {
        beginRemoveRows({}, 0, first - m_first - 1);
        m_first = first;
        endRemoveRows();
    }
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_store ? 0 : m_store->size() - m_first;
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::AccessibleTextRole) {
        return isHidden(index.row()) ? QString() : phraseOf(message(index.row()));
    }
    // Of a row without accessible text a screen reader takes this.
    return role == Qt::DisplayRole && !isHidden(index.row()) ? message(index.row()).text : QVariant();
}

QString MessageModel::phraseOf(const Message &message) const
{
    const QString phrase = messagePhrase(message);
    return m_store->isEarlier(message) ? tr("%1 (earlier conversation)").arg(phrase) : phrase;
}

Qt::ItemFlags MessageModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isHidden(index.row())) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void MessageModel::onAboutToInsert(int first, int last)
{
    if (first >= m_first) {
        beginInsertRows({}, first - m_first, last - m_first);
    }
}

void MessageModel::onInserted(int first, int last)
{
    if (first < m_first) {
        m_first += last - first + 1;
        return;
    }
    endInsertRows();
    touchUnread();
}

void MessageModel::onAboutToRemove(int row)
{
    if (row >= m_first) {
        beginRemoveRows({}, row - m_first, row - m_first);
    }
}

void MessageModel::onRemoved(int row)
{
    if (row < m_first) {
        --m_first;
    } else {
        endRemoveRows();
    }
}

/// A message that crosses the upper edge of our rows comes or goes.
void MessageModel::onAboutToMove(int from, int to)
{
    if (from < m_first && to < m_first) {
        return;
    }
    if (from < m_first) {
        beginInsertRows({}, to - m_first + 1, to - m_first + 1);
    } else if (to < m_first) {
        beginRemoveRows({}, from - m_first, from - m_first);
    } else {
        const int gap = to > from ? to + 1 : to; // Qt counts the gap, the store counts the place
        beginMoveRows({}, from - m_first, from - m_first, {}, gap - m_first);
    }
}

void MessageModel::onMoved(int from, int to)
{
    if (from < m_first && to < m_first) {
        return;
    }
    if (from < m_first) {
        --m_first;
        endInsertRows();
    } else if (to < m_first) {
        ++m_first;
        endRemoveRows();
    } else {
        endMoveRows();
    }
}

void MessageModel::touch(int row)
{
    if (row >= 0) {
        const QModelIndex changed = index(row);
        Q_EMIT dataChanged(changed, changed);
    }
}

/// The unread line stands in a row, and so does its count.
void MessageModel::touchUnread()
{
    const MessageId now = m_store->firstUnread();
    if (now != m_unread && !m_unread.isEmpty()) {
        touch(rowOf(m_unread));
    }
    m_unread = now;
    touch(unreadRow());
}

} // namespace greenline
