#pragma once

#include <QAbstractListModel>
#include <QStringList>

namespace greenline {

/// Something that the palette can do: run an action, open a conversation.
struct PaletteEntry {
    QString id = {}; ///< "action:takeNext", "room:…"; what is remembered of it.
    QString title = {};
    QString detail = {}; ///< Beside the title: stage and number of a conversation.
    QString searched = {}; ///< More that it is found by: digits.
    QString keys = {};
    QString reason = {}; ///< Why it cannot be done now; empty: it can.
    bool isMinor = false; ///< Behind others that answer as well.
    bool operator==(const PaletteEntry &) const = default;
};

/// The entries that answer what is typed, the best first; without anything typed those used last come first.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    PaletteModel(const QList<PaletteEntry> &entries, const QStringList &recent, QObject *parent = nullptr);
    void setTyped(const QString &typed);
    const PaletteEntry &at(int row) const { return m_entries.at(m_rows.at(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int scoreOf(const PaletteEntry &entry, int score) const;

    QList<PaletteEntry> m_entries;
    QStringList m_recent; // ids, the last used first
    QList<int> m_rows;
};

} // namespace greenline
