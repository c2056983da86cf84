#pragma once

#include "app/base/clock.h"
#include "app/workspace/search.h"
#include "ui/find/snippet.h"

#include <QAbstractListModel>

namespace greenline {

/// What was found, as rows. A new search replaces all of them.
class FoundModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit FoundModel(Clock &clock, QObject *parent = nullptr);
    void setFound(const QList<Found> &found, const QString &typed);
    void addFound(const QList<Found> &more); ///< Those that are not there yet.
    const Found &at(int row) const { return m_rows.at(row); }

    /// What stands in a row.
    struct Line {
        QString name = {};
        QString when = {};
        Snippet snippet = {};
    };
    Line line(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Clock &m_clock;
    QStringList m_words;
    QList<Found> m_rows;
};

} // namespace greenline
