#pragma once

#include "app/omnichannel/conversation.h"
#include "ui/conversations/filterterms.h"

#include <QSortFilterProxyModel>

#include <array>

namespace greenline {

class ConversationModel;

/// Which conversations are shown: SMS alone unless all channels are wanted, and those that the filter box asks for.
/// Never another order than the store's, so that sections stay whole.
class ConversationFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ConversationFilter(ConversationModel &model, QObject *parent = nullptr);

    void setTerms(const FilterTerms &terms);
    const FilterTerms &terms() const { return m_terms; }
    void setShowsAllChannels(bool showsAll);

    const Conversation &at(int row) const;
    QString departmentName(int row) const;
    int rowOf(const RoomId &id) const; ///< -1: not shown.
    bool startsSection(int row) const; ///< The first shown row of its stage.
    int shown(Stage stage) const; ///< Rows of a section.
    RoomId firstWaiting() const; ///< Whatever the filter box says.

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool acceptsChannel(const Conversation &conversation) const;
    int sourceRow(int row) const;

    ConversationModel &m_model;
    FilterTerms m_terms;
    bool m_showsAllChannels = false;
    mutable std::array<int, 5> m_counts{}; // by stage
    mutable bool m_isCounted = false;
};

} // namespace greenline
