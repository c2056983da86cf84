#pragma once

#include "app/omnichannel/conversation.h"
#include "ui/conversations/filterterms.h"

#include <QHash>
#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace greenline {

class Clock;
class ConversationModel;

/// How the conversations of a section follow each other.
enum class ListOrder { NeedsAnswer, LongestWait, Newest, Unread };

/// Which conversations are shown, and in which order within their section: SMS alone unless all channels are wanted,
/// and those that the filter box asks for. Sections stay whole. Frozen, nothing changes its place and what is new waits
/// out of sight, so that nothing moves under a pointer.
class ConversationFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    ConversationFilter(ConversationModel &model, const Clock &clock, QObject *parent = nullptr);

    void setTerms(const FilterTerms &terms);
    const FilterTerms &terms() const { return m_terms; }
    void setShowsAllChannels(bool showsAll);
    void setOnly(const std::optional<Stage> &stage); ///< Nothing: every section.
    void setOrder(ListOrder order);
    void refresh(); ///< Time has passed: terms that ask how long somebody waits may match others.

    void setFrozen(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }
    int held() const; ///< Rows that wait until nothing is frozen any more.

    QVariant data(const QModelIndex &index, int role) const override;
    const Conversation &at(int row) const;
    QString departmentName(int row) const;
    int sameNumber(int row) const; ///< Other open conversations of the row's customer.
    Stage section(int row) const; ///< Its stage, or the one it had when all was frozen.
    int rowOf(const RoomId &id) const; ///< -1: not shown.
    bool startsSection(int row) const; ///< The first shown row of its stage.
    int shown(Stage stage) const; ///< Rows of a section.
    RoomId firstWaiting() const; ///< Whatever the filter box says.

Q_SIGNALS:
    void heldChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Place {
        int row = 0;
        Stage section = Stage::Elsewhere;
    };
    bool accepts(int sourceRow) const;
    bool acceptsChannel(const Conversation &conversation) const;
    int sourceRow(int row) const;
    void sortAnew();
    void onSourceChanged();

    ConversationModel &m_model;
    const Clock &m_clock;
    FilterTerms m_terms;
    std::optional<Stage> m_only;
    ListOrder m_order = ListOrder::NeedsAnswer;
    bool m_showsAllChannels = false;
    bool m_isFrozen = false;
    QHash<RoomId, Place> m_places; // while frozen
    int m_toldHeld = 0;
    mutable std::array<int, 5> m_counts{}; // by stage
    mutable bool m_isCounted = false;
    mutable QHash<QString, int> m_numbers; // open conversations of each customer's number
    mutable bool m_areNumbersKnown = false;
};

} // namespace greenline
