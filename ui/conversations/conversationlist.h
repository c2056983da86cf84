#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/conversation.h"

#include <QList>
#include <QWidget>

#include <array>
#include <optional>

namespace greenline {

class AgentStore;
class ConversationFilter;
class ConversationModel;
class ConversationRows;
class ConversationStore;
class FilterBox;
class ListSelection;
class Stillness;
enum class ListOrder;

/// The list of conversations with its filter box. Which one is open is ListSelection's.
class ConversationList : public QWidget
{
    Q_OBJECT
public:
    ConversationList(ConversationStore &store, AgentStore &agent, Clock &clock, QWidget *parent = nullptr);

    RoomId current() const; ///< What is open; its row may be hidden or gone.
    void select(const RoomId &room); ///< Empty: nothing is open any more.
    void reveal(); ///< Scrolls to its row; nothing else does, but the keys that walk.
    void selectNext();
    void selectPrevious();
    void selectNextUnread();
    void selectAt(int place); ///< 0 is the first row that is shown.
    RoomId firstWaiting() const; ///< The longest waiting one of the shown channels, whatever the filter box says.

    void setShowsAllChannels(bool showsAll);
    void setNotice(const QString &notice); ///< What an empty list says; empty: "Nobody is waiting".
    void setOnly(const std::optional<Stage> &stage); ///< Nothing: every section.
    enum class Listing { Live, Loading, Loaded };
    void setListing(Listing listing); ///< Beside the live list: what an empty one says.
    void setOrder(ListOrder order);
    QString filter() const; ///< As it is typed.
    void setFilter(const QString &typed);
    QList<RoomId> chosen() const; ///< The marked rows from top to bottom; more than one is nothing opened.
    void clearChosen(); ///< Back to what is open.
    void addAbove(QWidget *bar); ///< Between the filter box and the rows.
    void addBelow(QWidget *bar);

    void focusFilter();
    void focusList();

Q_SIGNALS:
    void selected(const greenline::RoomId &room); ///< current() is another one now.
    void takeRequested(const greenline::RoomId &room); ///< Double click or Enter on a queued one.
    void filterActive(bool isActive);
    void chosenChanged(); ///< Other rows are marked.
    void rowsChanged(); ///< Of what is shown, something is other than before.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectRows();
    void filterBy(const QString &typed);
    void onRowsChanged();
    void lookAtSections();
    void updateNotice();
    void tick();
    bool isQueueInSight() const;

    Clock &m_clock;
    ConversationModel *m_model = nullptr;
    ConversationFilter *m_filter = nullptr;
    ConversationRows *m_rows = nullptr;
    FilterBox *m_filterBox = nullptr;
    Stillness *m_stillness = nullptr;
    ListSelection *m_selection = nullptr;
    QString m_notice;
    Listing m_listing = Listing::Live;
    std::array<int, 5> m_sections{}; // rows shown of each stage
    bool m_isLookDue = false;
    Alarm m_alarm; // of the shown times
};

} // namespace greenline
