#pragma once

#include "app/omnichannel/conversation.h"

#include <QFont>
#include <QHash>
#include <QRect>
#include <QString>

namespace greenline {

/// Heights of the list's rows, from the font alone.
struct RowHeights {
    int row = 0;
    int header = 0;
    int avatar = 0;
};
RowHeights rowHeights(const QFont &font);

/// What a row is laid out from; equal subjects look alike.
struct RowSubject {
    Conversation conversation = {};
    QString department = {};
    int others = 0; ///< Open conversations of the same number besides this one.
    qint64 moment = 0; ///< Seconds since 1970; whole minutes where nobody waits, so that the layout lasts.
    int width = 0;
    bool hasHeader = false;
    QFont font = {};
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool operator==(const RowSubject &) const = default;
};

/// Places and cut texts of a row, ready to be painted; relative to the row's corner, mirrored where the language is. A
/// null place means that the part is not there.
struct RowLayout {
    QRect header = {};
    QRect row = {};
    QRect avatar = {};
    QRect name = {};
    QRect draft = {};
    QRect failure = {};
    QRect preview = {};
    QRect ring = {};
    QRect time = {};
    QRect badge = {};
    QRect tag = {};
    QString nameText = {};
    QString previewText = {};
    QString timeText = {};
    QString badgeText = {};
    QString tagText = {};
    bool isWaiting = false; ///< In the queue: the time is a waiting time and stands out.
    double waited = 0; ///< Of five minutes; the ring's fill.
};
RowLayout layoutRow(const RowSubject &subject);

/// Layouts as long as their subject is the same.
class RowLayouts
{
public:
    const RowLayout &of(const RowSubject &subject);

private:
    struct Entry {
        RowSubject subject;
        RowLayout layout;
    };
    QHash<RoomId, Entry> m_entries;
};

} // namespace greenline
