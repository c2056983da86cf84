#include "ui/conversations/conversationfilter.h"

#include "app/base/clock.h"
#include "app/sms/phonenumber.h"
#include "ui/conversations/conversationmodel.h"

#include <tuple>

namespace greenline {

namespace {

/// Smaller stands higher; an unknown time counts as the oldest.
std::tuple<qint64, qint64> orderRank(const Conversation &conversation, ListOrder order)
{
    const auto msecs = [](const QDateTime &time) { return time.isValid() ? time.toMSecsSinceEpoch() : qint64(0); };
    const qint64 newest = -msecs(conversation.lastMessageAt);
    switch (order) {
    case ListOrder::LongestWait:
        return conversation.waitingSince.isValid() ? std::tuple(qint64(0), msecs(conversation.waitingSince))
                                                   : std::tuple(qint64(1), newest);
    case ListOrder::Unread:
        return {conversation.unread > 0 ? 0 : 1, newest};
    case ListOrder::Newest:
    case ListOrder::NeedsAnswer:
        break;
    }
    return {0, newest};
}

bool isOpenStage(Stage stage)
{
    return stage != Stage::Closed;
}

} // namespace

ConversationFilter::ConversationFilter(ConversationModel &model, const Clock &clock, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_clock(clock)
{
    setSourceModel(&model);
    const auto recount = [this] { m_isCounted = false; };
    connect(this, &QAbstractItemModel::rowsInserted, this, recount);
    connect(this, &QAbstractItemModel::rowsRemoved, this, recount);
    connect(this, &QAbstractItemModel::dataChanged, this, recount);
    connect(this, &QAbstractItemModel::layoutChanged, this, recount);
    connect(this, &QAbstractItemModel::modelReset, this, recount);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ConversationFilter::onSourceChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ConversationFilter::onSourceChanged);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ConversationFilter::onSourceChanged);
}

void ConversationFilter::onSourceChanged()
{
    m_areNumbersKnown = false;
    const int now = held();
    if (std::exchange(m_toldHeld, now) != now) {
        Q_EMIT heldChanged();
    }
}

void ConversationFilter::setTerms(const FilterTerms &terms)
{
    if (m_terms != terms) {
        m_terms = terms;
        setFrozen(false); // a person asks for other rows
        invalidateFilter();
    }
}

void ConversationFilter::refresh()
{
    if (m_terms.dependsOnTime()) {
        invalidateFilter();
    }
}

void ConversationFilter::setShowsAllChannels(bool showsAll)
{
    if (m_showsAllChannels != showsAll) {
        m_showsAllChannels = showsAll;
        setFrozen(false);
        invalidateFilter();
    }
}

void ConversationFilter::setOnly(const std::optional<Stage> &stage)
{
    if (m_only != stage) {
        m_only = stage;
        setFrozen(false);
        invalidateFilter();
    }
}

void ConversationFilter::setOrder(ListOrder order)
{
    if (m_order != order) {
        m_order = order;
        setFrozen(false);
        sortAnew();
    }
}

/// The store's own order needs no sorting of ours.
void ConversationFilter::sortAnew()
{
    const bool isStoreOrder = m_order == ListOrder::NeedsAnswer && !m_isFrozen;
    if (isStoreOrder) {
        sort(-1);
    } else {
        sort(0);
        invalidate();
    }
}

void ConversationFilter::setFrozen(bool isFrozen)
{
    if (m_isFrozen == isFrozen) {
        return;
    }
    m_places.clear();
    if (isFrozen) {
        for (int row = 0; row < rowCount(); ++row) {
            m_places.insert(at(row).id, {row, at(row).stage});
        }
    }
    m_isFrozen = isFrozen;
    sortAnew();
    if (!isFrozen) {
        invalidateFilter();
    }
    m_isCounted = false;
    onSourceChanged();
}

int ConversationFilter::held() const
{
    int rows = 0;
    for (int row = 0; m_isFrozen && row < m_model.rowCount(); ++row) {
        rows += accepts(row) && !m_places.contains(m_model.at(row).id) ? 1 : 0;
    }
    return rows;
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

int ConversationFilter::sameNumber(int row) const
{
    if (!m_areNumbersKnown) {
        m_numbers.clear();
        for (int each = 0; each < m_model.rowCount(); ++each) {
            const Conversation &conversation = m_model.at(each);
            const QString digits = digitsOf(conversation.customerNumber);
            if (!digits.isEmpty() && isOpenStage(conversation.stage)) {
                ++m_numbers[digits];
            }
        }
        m_areNumbersKnown = true;
    }
    const Conversation &conversation = at(row);
    const int all = m_numbers.value(digitsOf(conversation.customerNumber));
    return isOpenStage(conversation.stage) ? qMax(0, all - 1) : all;
}

QVariant ConversationFilter::data(const QModelIndex &index, int role) const
{
    const QVariant said = QSortFilterProxyModel::data(index, role);
    if (role != Qt::AccessibleTextRole || !index.isValid()) {
        return said;
    }
    const int others = sameNumber(index.row());
    return others > 0 ? tr("%1, %2 open conversations, same number").arg(said.toString()).arg(others + 1) : said;
}

Stage ConversationFilter::section(int row) const
{
    const Conversation &conversation = at(row);
    const auto place = m_places.constFind(conversation.id);
    return place == m_places.constEnd() ? conversation.stage : place->section;
}

int ConversationFilter::rowOf(const RoomId &id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_model.index(row)).row();
}

bool ConversationFilter::startsSection(int row) const
{
    return row == 0 || section(row) != section(row - 1);
}

int ConversationFilter::shown(Stage stage) const
{
    if (!m_isCounted) {
        m_counts.fill(0);
        for (int row = 0; row < rowCount(); ++row) {
            ++m_counts.at(static_cast<size_t>(section(row)));
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

bool ConversationFilter::accepts(int sourceRow) const
{
    const Conversation &conversation = m_model.at(sourceRow);
    return acceptsChannel(conversation) && (!m_only || conversation.stage == *m_only)
        && (m_terms.isEmpty() || m_terms.match(conversation, m_model.departmentName(sourceRow), m_clock.now()));
}

bool ConversationFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    // What was there stays while nothing may move, even if it does not match any more.
    return m_isFrozen ? m_places.contains(m_model.at(sourceRow).id) : accepts(sourceRow);
}

bool ConversationFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const Conversation &one = m_model.at(left.row());
    const Conversation &other = m_model.at(right.row());
    if (m_isFrozen) {
        return m_places.value(one.id).row < m_places.value(other.id).row;
    }
    if (one.stage != other.stage) {
        return one.stage < other.stage;
    }
    const auto rank = orderRank(one, m_order);
    const auto otherRank = orderRank(other, m_order);
    return m_order != ListOrder::NeedsAnswer && rank != otherRank ? rank < otherRank : left.row() < right.row();
}

} // namespace greenline
