#pragma once

#include "app/base/clock.h"
#include "app/workspace/attention.h"

#include <QAbstractListModel>

namespace greenline {

/// What a person was told of since the program started, the newest on top. Kept in memory alone: it quotes customers.
class NoticeHistory : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RoomRole = Qt::UserRole, TitleRole, BodyRole, TimeRole };
    explicit NoticeHistory(Clock &clock, QObject *parent = nullptr);
    void add(const Notice &notice);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        Notice notice;
        QDateTime at;
    };
    Clock &m_clock;
    QList<Entry> m_entries;
};

} // namespace greenline
