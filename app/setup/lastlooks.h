#pragma once

#include "app/base/clock.h"
#include "app/setup/check.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <optional>

namespace greenline {

class CheckRunner;

/// What was told of a check, and when: no evidence and no values, so it may be kept in a file.
struct LastLook {
    CheckVerdict verdict = CheckVerdict::Unknown; ///< Passed, Warning or Failed.
    QDateTime at = {};
    bool operator==(const LastLook &) const = default;
};

/// What was last told of each check, also before this start, for where nothing can be told now. What is forgotten since
/// it was about something else goes from here, too.
class LastLooks : public QObject
{
    Q_OBJECT
public:
    LastLooks(const CheckRunner &runner, const Clock &clock, QObject *parent = nullptr);

    std::optional<LastLook> of(const QString &check) const;
    const QHash<QString, LastLook> &all() const { return m_looks; }
    void restore(const QHash<QString, LastLook> &looks) { m_looks = looks; } ///< As all() gave them once.

private:
    void note(const QString &check);

    const CheckRunner &m_runner;
    const Clock &m_clock;
    QHash<QString, LastLook> m_looks;
};

/// It says how a check is, and not that it was not told.
bool isTold(CheckVerdict verdict);

} // namespace greenline
