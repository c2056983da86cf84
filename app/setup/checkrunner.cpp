#include "app/setup/checkrunner.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype atOnce = 4;

bool holds(CheckVerdict verdict)
{
    return verdict == CheckVerdict::Passed || verdict == CheckVerdict::Warning;
}

/// Each check stands behind all that it needs, or the graph has a ring.
bool isAcyclic(const QList<Check> &checks)
{
    QSet<QString> placed;
    for (bool isMoving = true; isMoving;) {
        isMoving = false;
        for (const Check &check : checks) {
            const bool isFree = std::all_of(check.needs.begin(), check.needs.end(),
                                            [&placed](const QString &need) { return placed.contains(need); });
            if (isFree && !placed.contains(check.id)) {
                placed.insert(check.id);
                isMoving = true;
            }
        }
    }
    return placed.size() == checks.size();
}

} // namespace

CheckRunner::CheckRunner(const QList<Check> &checks, QObject *parent)
    : QObject(parent)
    , m_checks(checks)
{
    Q_ASSERT_X(isAcyclic(checks), "CheckRunner", "checks need each other in a ring, or one that is not there");
}

void CheckRunner::runAll()
{
    cancel();
    Q_EMIT aboutToRun();
    m_isWhole = true;
    m_before.clear();
    m_outcomes.clear();
    for (const Check &check : std::as_const(m_checks)) {
        m_wanted.insert(check.id);
    }
    m_total = int(m_wanted.size());
    Q_EMIT planned();
    go();
}

void CheckRunner::run(const QStringList &ids)
{
    QStringList fresh = ids;
    fresh.removeIf([this](const QString &id) { return isRunning(id); });
    if (fresh.isEmpty()) {
        return;
    }
    if (!isRunning()) {
        m_total = 0;
        m_isWhole = false;
    }
    Q_EMIT aboutToRun();
    for (const QString &id : std::as_const(fresh)) {
        wantUnmetNeeds(id);
        want(id);
    }
    Q_EMIT planned();
    go();
}

void CheckRunner::runAnew(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (isRunning(id)) {
            m_outdated.insert(id);
        }
    }
    run(ids);
}

void CheckRunner::want(const QString &id)
{
    if (m_wanted.contains(id) || m_running.contains(id)) {
        return;
    }
    if (const auto said = m_outcomes.constFind(id); said != m_outcomes.constEnd()) {
        m_before.insert(id, said->verdict);
        m_outcomes.erase(said);
        Q_EMIT changed(id);
    }
    m_wanted.insert(id);
    ++m_total;
    for (const QString &need : check(id).needs) {
        if (!m_outcomes.contains(need)) {
            want(need);
        }
    }
}

void CheckRunner::wantUnmetNeeds(const QString &id)
{
    const QStringList needs = check(id).needs;
    for (const QString &need : needs) {
        if (m_outcomes.contains(need) && !holds(m_outcomes.value(need).verdict)) {
            wantUnmetNeeds(need);
            want(need);
        }
    }
}

void CheckRunner::cancel()
{
    m_isWhole = false;
    m_outdated.clear();
    const QStringList waiting = std::exchange(m_wanted, {}).values();
    const QStringList stopped = std::exchange(m_running, {}).keys() + waiting;
    for (const QString &id : stopped) {
        Q_EMIT changed(id);
    }
}

void CheckRunner::forget(const QStringList &ids)
{
    const bool wasRunning = isRunning();
    drop(withDependents(ids));
    go();
    if (wasRunning && !isRunning()) {
        Q_EMIT finished();
    }
}

void CheckRunner::judgeAnew(const QStringList &ids)
{
    const QStringList all = withDependents(ids);
    QStringList asked = all;
    asked.removeIf([this](const QString &id) { return !isAskedFor(id); });
    drop(all);
    run(asked);
}

void CheckRunner::drop(const QStringList &ids)
{
    Q_EMIT forgotten(ids);
    for (const QString &id : ids) {
        const bool wasThere = m_outcomes.remove(id) || m_running.remove(id);
        m_wanted.remove(id);
        m_outdated.remove(id);
        m_before.remove(id);
        if (wasThere) {
            Q_EMIT changed(id);
        }
    }
}

/// Starts what is ready. Checks may answer at once, so it looks again after each.
void CheckRunner::go()
{
    for (bool isMoving = true; isMoving;) {
        isMoving = false;
        for (const Check &check : std::as_const(m_checks)) {
            if (!m_wanted.contains(check.id) || m_running.size() >= atOnce || !isReady(check)) {
                continue;
            }
            isMoving = true;
            m_wanted.remove(check.id);
            if (const QString blocker = blockerOf(check); !blocker.isEmpty()) {
                settle(check.id, {CheckVerdict::Skipped, u"needs"_s, {blocker}, {}, {}});
                break;
            }
            start(check);
            break;
        }
    }
}

void CheckRunner::start(const Check &check)
{
    const int start = ++m_starts;
    m_running.insert(check.id, start);
    Q_EMIT changed(check.id);
    check.run({this, [this, id = check.id, start](const Result<CheckOutcome> &outcome) {
                   if (m_running.value(id) != start) {
                       return;
                   }
                   m_running.remove(id);
                   const Error *error = outcome ? nullptr : &outcome.error();
                   if (m_outdated.remove(id)) {
                       m_wanted.insert(id);
                       Q_EMIT changed(id);
                   } else {
                       settle(id,
                              error ? CheckOutcome{CheckVerdict::Unknown, error->code, {}, {{{}, error->detail}}, {}}
                                    : *outcome);
                   }
                   go();
               }});
}

QStringList CheckRunner::withDependents(const QStringList &ids) const
{
    QStringList all = ids;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QStringList dependents = dependentsOf(all.at(i));
        for (const QString &dependent : dependents) {
            if (!all.contains(dependent)) {
                all.append(dependent);
            }
        }
    }
    return all;
}

bool CheckRunner::isReady(const Check &check) const
{
    return std::all_of(check.needs.begin(), check.needs.end(),
                       [this](const QString &need) { return m_outcomes.contains(need); });
}

QString CheckRunner::blockerOf(const Check &check) const
{
    const auto blocker = std::find_if(check.needs.begin(), check.needs.end(),
                                      [this](const QString &need) { return !holds(m_outcomes.value(need).verdict); });
    return blocker == check.needs.end() ? QString() : *blocker;
}

void CheckRunner::settle(const QString &id, const CheckOutcome &outcome)
{
    m_outcomes.insert(id, outcome);
    const auto before = m_before.constFind(id);
    if (before != m_before.constEnd() && holds(*before) != holds(outcome.verdict)) {
        const QStringList dependents = dependentsOf(id);
        for (const QString &dependent : dependents) {
            want(dependent);
        }
    }
    m_before.remove(id);
    Q_EMIT changed(id);
    Q_EMIT progressed(m_total - int(m_wanted.size() + m_running.size()), m_total);
    if (!isRunning()) {
        Q_EMIT finished();
    }
}

QStringList CheckRunner::dependentsOf(const QString &id) const
{
    QStringList dependents;
    for (const Check &check : m_checks) {
        if (check.needs.contains(id)) {
            dependents.append(check.id);
        }
    }
    return dependents;
}

const Check &CheckRunner::check(const QString &id) const
{
    const auto found
        = std::find_if(m_checks.cbegin(), m_checks.cend(), [&id](const Check &check) { return check.id == id; });
    Q_ASSERT(found != m_checks.cend());
    return *found;
}

QStringList CheckRunner::ids() const
{
    QStringList all;
    for (const Check &check : m_checks) {
        all.append(check.id);
    }
    return all;
}

const CheckOutcome *CheckRunner::outcome(const QString &id) const
{
    const auto found = m_outcomes.constFind(id);
    return found == m_outcomes.constEnd() ? nullptr : &*found;
}

CheckVerdict CheckRunner::worst() const
{
    for (const CheckVerdict grave : {CheckVerdict::Failed, CheckVerdict::Unknown, CheckVerdict::Warning}) {
        const bool isThere = std::any_of(m_outcomes.cbegin(), m_outcomes.cend(),
                                         [grave](const CheckOutcome &outcome) { return outcome.verdict == grave; });
        if (isThere) {
            return grave;
        }
    }
    return CheckVerdict::Passed;
}

} // namespace greenline
