#include "ui/wizard/checkmodel.h"

#include "ui/words/setupwords.h"
#include "ui/words/times.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr qint64 stillNow = 600; // seconds

} // namespace

CheckModel::CheckModel(Checkup &checkup, Clock &clock, const QStringList &ids, QObject *parent)
    : QAbstractListModel(parent)
    , m_checkup(checkup)
    , m_looks(checkup.lastLooks())
    , m_runner(checkup.runner())
    , m_clock(clock)
    , m_ids(ids)
    , m_opened(clock.now())
    , m_now(m_opened)
    , m_minute(clock, [this] { onMinute(); })
{
    const CheckRunner &runner = m_runner;
    m_minute.start(1min);
    connect(&runner, &CheckRunner::changed, this, &CheckModel::noteChange);
    connect(&runner, &CheckRunner::planned, this, &CheckModel::noteAll); // a run of all tells no single ones
    connect(&runner, &CheckRunner::progressed, this, &CheckModel::noteAll);
    connect(&runner, &CheckRunner::finished, this, &CheckModel::noteAll);
    connect(&runner, &CheckRunner::forgotten, this, &CheckModel::noteAll);
}

CheckModel::Line CheckModel::line(int row) const
{
    const QString id = idAt(row);
    const CheckOutcome *outcome = m_runner.outcome(id);
    const QString found = outcome ? causeText(*outcome).happened : QString();
    const QString first = QStringList{found.isEmpty() ? checkReason(id) : found, moment(id)}.join(u' ').trimmed();
    QStringList lines{first, outcome ? hindranceText(hindrance(*outcome)) : QString()};
    lines.removeAll(QString());
    return {checkTitle(id), lines.join(u'\n'), mark(id)};
}

/// Whoever may only look is offered nothing, also where Twilio would have to be changed.
QString CheckModel::hindrance(const CheckOutcome &outcome) const
{
    const bool isRefused = m_isReadOnly && !outcome.repairs.isEmpty();
    return isRefused ? u"may-not-write-settings"_s : outcome.hindrance;
}

/// Of the window before, or of some time ago in this one: it may be otherwise by now.
QString CheckModel::moment(const QString &id) const
{
    const CheckOutcome *outcome = m_runner.outcome(id);
    const QDateTime at = m_checkup.checkedAt(id);
    const bool isOld = at.isValid() && (at < m_opened || at.secsTo(m_now) >= stillNow);
    const bool isSkipped = outcome && outcome->verdict == CheckVerdict::Skipped; // nothing was checked
    return joinedPhrase({isOld && !isSkipped ? tr("Checked %1.").arg(momentWords(at, m_now)) : QString(), known(id)});
}

QString CheckModel::known(const QString &id) const
{
    const CheckOutcome *outcome = m_runner.outcome(id);
    const std::optional<LastLook> last = m_looks.of(id);
    if (!last || m_runner.isRunning(id) || (outcome && isTold(outcome->verdict))) {
        return {};
    }
    const QString when = momentWords(last->at, m_now);
    //: A verdict and when it was found
    return outcome || mark(id).isWaiting ? tr("Last known: %1, %2.").arg(verdictWord(last->verdict), when)
                                         : tr("Checked %1.").arg(when);
}

CheckMark CheckModel::mark(const QString &id) const
{
    return markOf(m_runner, m_looks.of(id), id);
}

void CheckModel::setReadOnly(bool isReadOnly)
{
    if (m_isReadOnly != isReadOnly) {
        m_isReadOnly = isReadOnly;
        noteAll();
    }
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
    if (const CheckOutcome *outcome = m_runner.outcome(id); outcome && !mark(id).isRunning) {
        CheckOutcome shown = *outcome;
        shown.hindrance = hindrance(*outcome);
        const QString at = moment(id);
        return joinedPhrase({checkPhrase(id, shown), at});
    }
    return joinedPhrase({checkTitle(id), markWord(mark(id)), moment(id)});
}

/// What was of now grows old by itself.
void CheckModel::onMinute()
{
    m_minute.start(1min);
    QStringList before;
    for (const QString &id : std::as_const(m_ids)) {
        before.append(moment(id));
    }
    m_now = m_clock.now();
    for (int row = 0; row < m_ids.size(); ++row) {
        if (moment(m_ids.at(row)) != before.at(row)) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
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
