#pragma once

#include "app/base/id.h"

#include <QList>
#include <QObject>

namespace greenline {

class ConversationFilter;
class ConversationRows;
class Stillness;

/// Which conversation is open. It stays open, whatever happens to its row: it may move, be filtered away, or leave the
/// store and come back, and is then marked again. Only a person, or select(), opens another one. Several may be marked,
/// which opens none. What is in view stays there, unless a person walks to a row or asks for one: rows come, go and
/// move, and who looks at the longest waiting goes on looking there.
class ListSelection : public QObject
{
    Q_OBJECT
public:
    /// Gives the rows their model.
    ListSelection(ConversationFilter &filter, ConversationRows &rows, Stillness &stillness, QObject *parent = nullptr);

    RoomId current() const { return m_current; } ///< Its row may be hidden or gone.
    void select(const RoomId &room); ///< Empty: nothing is open any more.
    void reveal(); ///< Scrolls to the row of what is open, if it is there.
    void selectNext();
    void selectPrevious();
    void selectNextUnread();
    void selectAt(int place); ///< 0 is the first row that is shown.
    QList<RoomId> chosen() const; ///< The marked rows from top to bottom.
    void clearChosen(); ///< Back to what is open.
    void showCurrent(); ///< Marks the row of what is open, if it is there.

Q_SIGNALS:
    void selected(const greenline::RoomId &room); ///< current() is another one now.
    void chosenChanged(); ///< Other rows are marked.

private:
    void adoptSelection();
    void letGoOf(int first, int last);

    ConversationFilter &m_filter;
    ConversationRows &m_rows;
    Stillness &m_stillness;
    RoomId m_current;
};

} // namespace greenline
