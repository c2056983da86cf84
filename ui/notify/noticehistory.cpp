#include "ui/notify/noticehistory.h"

#include "ui/notify/notificationwords.h"
#include "ui/words/times.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int noticesKept = 100;

} // namespace

NoticeHistory::NoticeHistory(Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void NoticeHistory::add(const Notice &notice)
{
    const bool isKnown = !m_entries.isEmpty() && m_entries.first().notice.room == notice.room;
    if (notice.isMore && isKnown) {
        m_entries.first().notice = notice;
        Q_EMIT dataChanged(index(0), index(0));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_entries.prepend({notice, m_clock.now()});
    endInsertRows();
    if (m_entries.size() > noticesKept) {
        beginRemoveRows({}, noticesKept, noticesKept);
        m_entries.removeLast();
        endRemoveRows();
    }
}

int NoticeHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant NoticeHistory::data(const QModelIndex &index, int role) const
{
    const Entry &entry = m_entries.at(index.row());
    if (role == RoomRole) {
        return entry.notice.room.value;
    }
    const QString time = clockTime(entry.at);
    if (role == TimeRole) {
        return time;
    }
    const NotificationWords words = notificationWords(entry.notice, BodyMarkup::Literal, Privacy::NameAndText);
    switch (role) {
    case TitleRole:
        return words.title;
    case BodyRole:
        return words.body;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{words.title, words.body, time}.join(u", "_s);
    default:
        return {};
    }
}

} // namespace greenline
