#include "ui/composer/cannedlist.h"

#include "ui/words/plainline.h"

namespace greenline {

namespace {

constexpr qsizetype longestShown = 90;
constexpr int noFit = 3;

int fitOf(const CannedEntry &entry, const QString &typed)
{
    if (entry.response.shortcut.startsWith(typed, Qt::CaseInsensitive)) {
        return 0;
    }
    if (entry.response.shortcut.contains(typed, Qt::CaseInsensitive)) {
        return 1;
    }
    return entry.response.text.contains(typed, Qt::CaseInsensitive) ? 2 : noFit;
}

} // namespace

QList<CannedEntry> fittingEntries(const QList<CannedEntry> &all, const QString &typed)
{
    QList<CannedEntry> fitting;
    for (int fit = 0; fit < noFit; ++fit) {
        for (const CannedEntry &entry : all) {
            if (fitOf(entry, typed) == fit) {
                fitting.append(entry);
            }
        }
    }
    return fitting;
}

void CannedList::setEntries(const QList<CannedEntry> &entries)
{
    beginResetModel(); // another list each time, not a change of one
    m_entries = entries;
    endResetModel();
}

int CannedList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant CannedList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CannedEntry &entry = m_entries.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        const QString text = elidedLine(entry.filled, longestShown);
        const QString shortcut = plainLine(entry.response.shortcut);
        //: %1 is the shortcut of a canned response, %2 its text
        return shortcut.isEmpty() ? text : tr("/%1   %2").arg(shortcut, text);
    }
    return {};
}

} // namespace greenline
