#include "ui/conversations/conversationfilter.h"

#include "ui/conversations/conversationmodel.h"

namespace greenline {

ConversationFilter::ConversationFilter(ConversationModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    const auto recount = [this] { m_isCounted = false; };
    connect(this, &QAbstractItemModel::rowsInserted, this, recount);
    connect(this, &QAbstractItemModel::rowsRemoved, this, recount);
    connect(this, &QAbstractItemModel::dataChanged, this, recount);
    connect(this, &QAbstractItemModel::layoutChanged, this, recount);
    connect(this, &QAbstractItemModel::modelReset, this, recount);
}

void ConversationFilter::setTerms(const FilterTerms &terms)
{
    if (m_terms != terms) {
        m_terms = terms;
        invalidateFilter();
    }
}

void ConversationFilter::setShowsAllChannels(bool showsAll)
{
    if (m_showsAllChannels != showsAll) {
        m_showsAllChannels = showsAll;
        invalidateFilter();
    }
}

int ConversationFilter::sourceRow(int row) const
{
    return mapToSource(index(row, 0)).row();
}

const Conversation &ConversationFilter::at(int row) const
{
    return m_model.at(sourceRow(row));
}

QString ConversationFilter::departmentName(int row) const
{
    return m_model.departmentName(sourceRow(row));
}

int ConversationFilter::rowOf(const RoomId &id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_model.index(row)).row();
}

bool ConversationFilter::startsSection(int row) const
{
    return row == 0 || at(row).stage != at(row - 1).stage;
}

int ConversationFilter::shown(Stage stage) const
{
    if (!m_isCounted) {
        m_counts.fill(0);
        for (int row = 0; row < rowCount(); ++row) {
            ++m_counts.at(static_cast<size_t>(at(row).stage));
        }
        m_isCounted = true;
    }
    return m_counts.at(static_cast<size_t>(stage));
}

RoomId ConversationFilter::firstWaiting() const
{
    for (int row = 0; row < m_model.rowCount() && m_model.at(row).stage == Stage::Queue; ++row) {
        if (acceptsChannel(m_model.at(row))) {
            return m_model.at(row).id;
        }
    }
    return {};
}

bool ConversationFilter::acceptsChannel(const Conversation &conversation) const
{
    return m_showsAllChannels || conversation.source == Source::Sms;
}

bool ConversationFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const Conversation &conversation = m_model.at(sourceRow);
    return acceptsChannel(conversation)
        && (m_terms.isEmpty() || m_terms.match(conversation, m_model.departmentName(sourceRow)));
}

} // namespace greenline
