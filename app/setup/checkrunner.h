#pragma once

#include "app/setup/check.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

/// Carries checks out in the order of what they need, as many at a time as are independent. What needs one that has
/// not passed is skipped and names it.
class CheckRunner : public QObject
{
    Q_OBJECT
public:
    /// Asserts that every need is the id of a check and that none needs itself in the end.
    explicit CheckRunner(const QList<Check> &checks, QObject *parent = nullptr);

    void runAll(); ///< All of them anew.
    /// One anew, with what it needs and has not passed yet. If another verdict comes of it, what builds upon it runs
    /// again too.
    void run(const QString &id) { run(QStringList{id}); }
    void run(const QStringList &ids); ///< As one request: what they read in common is read once.
    void runAnew(const QStringList &ids); ///< Also what is asked just now: that answer is of before, and not heard.
    void cancel(); ///< What is under way counts as never asked; what it may still answer is not heard.
    /// These were about something that is no more: they count as never asked, and so does what builds upon them.
    void forget(const QStringList &ids);
    /// The same, and those of them that were asked for run again, within the same run: finished() comes only after.
    void judgeAnew(const QStringList &ids);

    QStringList ids() const; ///< In the order in which they were given.
    const CheckOutcome *outcome(const QString &id) const; ///< Null: not run, or under way.
    bool isRunning(const QString &id) const { return m_running.contains(id); }
    /// It has an outcome, or will have one.
    bool isAskedFor(const QString &id) const { return outcome(id) || m_running.contains(id) || m_wanted.contains(id); }
    bool isRunning() const { return !m_running.isEmpty() || !m_wanted.isEmpty(); }
    bool isWhole() const { return m_isWhole; } ///< The last run, or the one under way, is of all checks.
    CheckVerdict worst() const; ///< Failed before Unknown before Warning before Passed; skipped ones follow another.

Q_SIGNALS:
    void aboutToRun(); ///< Somebody asked for something: what was read before is old.
    void planned(); ///< What is to run is known, and none of it has begun: what it said before is gone.
    void changed(const QString &id);
    void forgotten(const QStringList &ids); ///< Also those that had no outcome.
    void progressed(int done, int of);
    void finished();

private:
    void want(const QString &id);
    void wantUnmetNeeds(const QString &id);
    void drop(const QStringList &ids);
    void go();
    void start(const Check &check);
    QStringList withDependents(const QStringList &ids) const;
    bool isReady(const Check &check) const;
    QString blockerOf(const Check &check) const;
    void settle(const QString &id, const CheckOutcome &outcome);
    QStringList dependentsOf(const QString &id) const;
    const Check &check(const QString &id) const;

    QList<Check> m_checks;
    QHash<QString, CheckOutcome> m_outcomes;
    QHash<QString, CheckVerdict> m_before; // of those that run again: what they said last
    QSet<QString> m_wanted;
    QHash<QString, int> m_running; // with the start it is; the answer of another one is not heard
    QSet<QString> m_outdated; // of the running ones: what they are about became another meanwhile
    int m_total = 0; // of this run
    bool m_isWhole = false;
    int m_starts = 0;
};

} // namespace greenline
