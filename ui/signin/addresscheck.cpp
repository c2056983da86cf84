#include "ui/signin/addresscheck.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto pauseBeforeCheck = 900ms;

} // namespace

AddressCheck::AddressCheck(HttpClient &http, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_probe(http, clock)
    , m_pause(clock, [this] { checkNow(); })
{
    connect(&m_probe, &WorkspaceProbe::lineChanged, this, [this](const ProbeLine &line) {
        if (line.error) {
            m_failure = *line.error;
        }
        Q_EMIT lineChanged(line);
    });
    connect(&m_probe, &WorkspaceProbe::finished, this, &AddressCheck::finish);
}

void AddressCheck::typed(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_text) {
        return;
    }
    cancel();
    m_text = trimmed;
    Q_EMIT started();
    if (!m_text.isEmpty()) {
        m_pause.start(pauseBeforeCheck);
    }
}

void AddressCheck::checkNow()
{
    m_pause.stop();
    if (m_text.isEmpty() || m_state == State::Running || m_state == State::Passed) {
        return;
    }
    m_state = State::Running;
    Q_EMIT started();
    m_probe.check(m_text);
}

void AddressCheck::require(const Then<QUrl> &then)
{
    answer(Error{Error::Kind::Cancelled, u"asked again"_s});
    if (m_state == State::Passed) {
        then(m_probe.address());
        return;
    }
    if (m_text.isEmpty()) {
        then(Error{Error::Kind::Rejected, u"no address was typed"_s, u"not-an-address"_s});
        return;
    }
    m_then.emplace(then);
    checkNow();
}

void AddressCheck::cancel()
{
    m_pause.stop();
    m_probe.cancel();
    m_state = State::Unchecked;
    answer(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

void AddressCheck::finish(bool isUsable)
{
    m_state = isUsable ? State::Passed : State::Failed;
    answer(isUsable ? Result<QUrl>(m_probe.address()) : Result<QUrl>(m_failure));
}

void AddressCheck::answer(const Result<QUrl> &result)
{
    if (const std::optional<Then<QUrl>> waiting = std::exchange(m_then, std::nullopt)) {
        (*waiting)(result);
    }
}

} // namespace greenline
