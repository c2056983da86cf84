#pragma once

#include <QPersistentModelIndex>

class QListView;

namespace greenline {

/// What a reader of a growing list expects: at the end it stays at the end, elsewhere the lines under their eyes do not
/// move, whatever comes in above or below.
class PlaceKeeper
{
public:
    explicit PlaceKeeper(QListView &view);
    void remember(); ///< The person has scrolled.
    void restore(); ///< Rows have been laid out anew.
    void goToEnd();
    bool isAtEnd() const { return m_isAtEnd; }

private:
    QListView &m_view;
    bool m_isAtEnd = true;
    bool m_isRestoring = false;
    QPersistentModelIndex m_anchor; // the first row on screen
    int m_offset = 0; // of its lower edge from the viewport's upper: a day's title above it may come and go
};

} // namespace greenline
