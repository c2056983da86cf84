#include "ui/wizard/checkmodel.h"

#include "ui/words/setupwords.h"

using namespace Qt::StringLiterals;

namespace greenline {

CheckModel::CheckModel(const CheckRunner &runner, const QStringList &ids, QObject *parent)
    : QAbstractListModel(parent)
    , m_runner(runner)
    , m_ids(ids)
{
    connect(&runner, &CheckRunner::changed, this, &CheckModel::noteChange);
    connect(&runner, &CheckRunner::progressed, this, &CheckModel::noteAll); // a run of all tells no single ones
    connect(&runner, &CheckRunner::finished, this, &CheckModel::noteAll);
}

CheckModel::Line CheckModel::line(int row) const
{
    const QString id = idAt(row);
    const CheckOutcome *outcome = m_runner.outcome(id);
    const QString found = outcome ? causeText(*outcome).happened : QString();
    return {checkTitle(id), found.isEmpty() ? checkReason(id) : found, markOf(m_runner, id)};
}

int CheckModel::troubleRow() const
{
    int first = -1;
    for (int row = 0; row < m_ids.size(); ++row) {
        const CheckOutcome *outcome = m_runner.outcome(m_ids.at(row));
        if (outcome && outcome->verdict == CheckVerdict::Failed) {
            return row;
        }
        if (outcome && first < 0
            && (outcome->verdict == CheckVerdict::Unknown || outcome->verdict == CheckVerdict::Warning)) {
            first = row;
        }
    }
    return first;
}

int CheckModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const QString id = idAt(index.row());
    if (const CheckOutcome *outcome = m_runner.outcome(id)) {
        return checkPhrase(id, *outcome);
    }
    return QStringList{checkTitle(id), markWord(markOf(m_runner, id))}.join(u", "_s);
}

void CheckModel::noteChange(const QString &id)
{
    if (const int row = int(m_ids.indexOf(id)); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void CheckModel::noteAll()
{
    if (!m_ids.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
    }
}

} // namespace greenline
