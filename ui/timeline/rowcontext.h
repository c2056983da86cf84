#pragma once

#include <QDateTime>
#include <QString>

namespace greenline {

class MessageModel;

/// What a row owes to its neighbours.
struct RowContext {
    bool isHidden = false; ///< Takes no room.
    QString conversation = {}; ///< Stands above where another conversation with the customer begins; empty: it goes on.
    QString day = {}; ///< Stands above as a separator; empty: the same day as the row before.
    int unread = 0; ///< Stands above as the unread line; 0: none.
    bool startsGroup = true;
    bool isRepeated = false; ///< The customer said the same less than a minute before.
    bool endsGroup = true; ///< The line with time and state stands below.
    bool operator==(const RowContext &) const = default;
};

/// Messages of one author within five minutes form a group. Hidden rows count as absent.
RowContext rowContext(const MessageModel &model, int row, const QDateTime &now);

} // namespace greenline
