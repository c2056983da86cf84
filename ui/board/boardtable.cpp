#include "ui/board/boardtable.h"

#include "ui/theme/metrics.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace greenline {

BoardTable::BoardTable(const QString &name, const QStringList &heads, QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(name);
    setColumnCount(static_cast<int>(heads.size()));
    setHeaderLabels(heads);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < columnCount(); ++column) {
        headerItem()->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

void BoardTable::setRows(const QList<QStringList> &rows)
{
    while (topLevelItemCount() > rows.size()) {
        delete takeTopLevelItem(topLevelItemCount() - 1);
    }
    for (int row = 0; row < rows.size(); ++row) {
        QTreeWidgetItem *item = topLevelItem(row);
        if (!item) {
            item = new QTreeWidgetItem(this);
            item->setSizeHint(0, {0, fontMetrics().height() + 2 * metrics::grid});
            for (int column = 1; column < columnCount(); ++column) {
                item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
            }
        }
        for (int column = 0; column < columnCount(); ++column) {
            if (item->text(column) != rows.at(row).value(column)) {
                item->setText(column, rows.at(row).value(column));
            }
        }
        QStringList told;
        for (int column = 0; column < columnCount(); ++column) {
            told.append(column == 0 ? item->text(0) : headerItem()->text(column) + u' ' + item->text(column));
        }
        const QString phrase = told.join(u", "_s);
        if (item->data(0, Qt::AccessibleTextRole).toString() != phrase) {
            item->setData(0, Qt::AccessibleTextRole, phrase);
        }
    }
}

} // namespace greenline
