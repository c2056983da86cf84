#pragma once

#include "app/base/clock.h"
#include "ui/conversations/rowlayout.h"

#include <QStyledItemDelegate>

namespace greenline {

class AgentStore;
class ConversationFilter;
struct Colours;

/// Paints a row of the list, and above the first row of a section its header: stage and count.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ConversationDelegate(const ConversationFilter &filter, const AgentStore &agent, const Clock &clock,
                         QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int headerHeight(const QFont &font, int row) const; ///< 0 unless the row starts a section.

private:
    const RowHeights &heights(const QFont &font) const;
    RowSubject subject(const QStyleOptionViewItem &option, int row) const;
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place, Stage stage) const;
    QString countText(Stage stage) const;

    const ConversationFilter &m_filter;
    const AgentStore &m_agent;
    const Clock &m_clock;
    mutable RowLayouts m_layouts;
    mutable RowHeights m_heights;
    mutable QFont m_heightsFont;
};

} // namespace greenline
