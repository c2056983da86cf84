#pragma once

#include "app/omnichannel/cannedresponse.h"

#include <QAbstractListModel>

namespace greenline {

/// A canned response as it would be written into one conversation.
struct CannedEntry {
    CannedResponse response = {};
    QString filled = {}; ///< Placeholders replaced as far as they are known.
};

/// Those that fit what was typed: shortcuts that begin with it first, then shortcuts that have it, then texts.
QList<CannedEntry> fittingEntries(const QList<CannedEntry> &all, const QString &typed);

class CannedList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEntries(const QList<CannedEntry> &entries);
    const CannedEntry &at(int row) const { return m_entries.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CannedEntry> m_entries;
};

} // namespace greenline
