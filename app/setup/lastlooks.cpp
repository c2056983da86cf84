#include "app/setup/lastlooks.h"

#include "app/setup/checkrunner.h"

namespace greenline {

LastLooks::LastLooks(const CheckRunner &runner, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_clock(clock)
{
    connect(&runner, &CheckRunner::changed, this, &LastLooks::note);
    connect(&runner, &CheckRunner::forgotten, this, [this](const QStringList &checks) {
        for (const QString &check : checks) {
            m_looks.remove(check);
        }
    });
}

std::optional<LastLook> LastLooks::of(const QString &check) const
{
    const auto look = m_looks.constFind(check);
    return look == m_looks.constEnd() ? std::nullopt : std::optional(*look);
}

void LastLooks::note(const QString &check)
{
    const CheckOutcome *outcome = m_runner.outcome(check);
    if (outcome && isTold(outcome->verdict)) {
        m_looks.insert(check, {outcome->verdict, m_clock.now()});
    }
}

bool isTold(CheckVerdict verdict)
{
    return verdict == CheckVerdict::Passed || verdict == CheckVerdict::Warning || verdict == CheckVerdict::Failed;
}

} // namespace greenline
