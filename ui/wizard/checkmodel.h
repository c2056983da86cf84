#pragma once

#include "ui/wizard/verdictlook.h"

#include <QAbstractListModel>

namespace greenline {

/// Some checks as rows: what each asks, how it ended, and what was found.
class CheckModel : public QAbstractListModel
{
    Q_OBJECT
public:
    CheckModel(const CheckRunner &runner, const QStringList &ids, QObject *parent = nullptr);

    /// What stands in a row.
    struct Line {
        QString title = {};
        QString found = {}; ///< Or why it is asked.
        CheckMark mark = {};
    };
    Line line(int row) const;
    QString idAt(int row) const { return m_ids.value(row); }
    const QStringList &ids() const { return m_ids; }
    int troubleRow() const; ///< The first that failed, else the first that did not pass; -1: none.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void noteChange(const QString &id);
    void noteAll();

    const CheckRunner &m_runner;
    QStringList m_ids;
};

} // namespace greenline
