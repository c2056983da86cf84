#pragma once

#include <QTreeWidget>

namespace greenline {

/// Rows of words and figures that are kept up to date in place: what somebody reads does not jump.
class BoardTable : public QTreeWidget
{
    Q_OBJECT
public:
    BoardTable(const QString &name, const QStringList &heads, QWidget *parent = nullptr);
    void setRows(const QList<QStringList> &rows);
};

} // namespace greenline
