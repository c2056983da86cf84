#include "ui/palette/palettemodel.h"

#include "ui/palette/fuzzy.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int recentBonus = 60; // for the last used, a little less for each before it
constexpr int recentStep = 4;
constexpr int detailPenalty = 40; // found by its number or stage, not by its name
constexpr int minorPenalty = 120;
constexpr int cannotPenalty = 500;

std::optional<int> matchOf(const PaletteEntry &entry, const QString &typed)
{
    const std::optional<int> byTitle = fuzzyScore(entry.title, typed);
    const std::optional<int> besides = fuzzyScore(entry.detail + u' ' + entry.searched, typed);
    if (byTitle && besides) {
        return qMax(*byTitle, *besides - detailPenalty);
    }
    return byTitle ? byTitle : besides ? std::optional(*besides - detailPenalty) : std::nullopt;
}

} // namespace

PaletteModel::PaletteModel(const QList<PaletteEntry> &entries, const QStringList &recent, QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(entries)
    , m_recent(recent)
{
    setTyped({});
}

int PaletteModel::scoreOf(const PaletteEntry &entry, int score) const
{
    const qsizetype place = m_recent.indexOf(entry.id);
    const int bonus = place < 0 ? 0 : qMax(0, recentBonus - recentStep * int(place));
    return score + bonus - (entry.isMinor ? minorPenalty : 0) - (entry.reason.isEmpty() ? 0 : cannotPenalty);
}

void PaletteModel::setTyped(const QString &typed)
{
    QList<std::pair<int, int>> scored; // score and entry
    for (int entry = 0; entry < m_entries.size(); ++entry) {
        if (const std::optional<int> score = matchOf(m_entries.at(entry), typed)) {
            scored.append({scoreOf(m_entries.at(entry), *score), entry});
        }
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    beginResetModel(); // other rows than before, in another order
    m_rows.clear();
    for (const auto &[score, entry] : scored) {
        m_rows.append(entry);
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PaletteEntry &entry = at(index.row());
    if (role == Qt::DisplayRole) {
        return entry.title;
    }
    if (role != Qt::AccessibleTextRole) {
        return {};
    }
    QStringList parts{entry.title, entry.detail, entry.keys, entry.reason};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace greenline
