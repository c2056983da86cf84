#include "app/workspace/cannedresponses.h"

#include "app/ddp/ddpclient.h"
#include "app/workspace/abilities.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto cannedStream = "stream-canned-responses"_L1;
constexpr auto betweenReadings = 2'000ms;

} // namespace

CannedResponses::CannedResponses(CannedApi &api, DdpClient &ddp, const Abilities &abilities, Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_ddp(ddp)
    , m_abilities(abilities)
    , m_again(clock, [this] { read(); })
{
    connect(&ddp, &DdpClient::ready, this, [this] {
        m_isLoaded = false; // a change may have been missed
        onAbilities();
    });
    connect(&ddp, &DdpClient::streamEvent, this, &CannedResponses::onEvent);
    connect(&abilities, &Abilities::changed, this, &CannedResponses::onAbilities);
}

QList<CannedResponse> CannedResponses::forDepartment(const DepartmentId &department) const
{
    QList<CannedResponse> fitting;
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(fitting), [&department](const CannedResponse &one) {
        return one.scope != CannedResponse::Scope::Department || one.department == department;
    });
    return fitting;
}

void CannedResponses::onAbilities()
{
    const Verdict verdict = m_abilities.verdict(Ability::CannedResponses);
    if (!verdict.isAllowed) {
        m_ddp.unsubscribe({cannedStream, u"canned-responses"_s});
        m_isLoaded = false;
        if (!m_all.isEmpty()) {
            m_all.clear();
            Q_EMIT changed();
        }
    } else if (verdict.why == Verdict::Why::None && !m_isLoaded && m_ddp.state() == DdpClient::State::Online) {
        m_ddp.subscribe({cannedStream, u"canned-responses"_s});
        read();
    }
}

/// [{type: "changed" | "removed", …}]; what it says is read anew, for texts of other departments come the same way.
void CannedResponses::onEvent(const StreamEvent &event)
{
    if (event.key.stream == cannedStream && !m_again.isActive()) {
        m_again.start(betweenReadings);
    }
}

void CannedResponses::read()
{
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    m_api.all({this, [this](const Result<QList<CannedResponse>> &answer) { take(answer); }});
}

void CannedResponses::take(const Result<QList<CannedResponse>> &answer)
{
    m_isAsking = false;
    if (!answer) {
        m_error = answer.error(); // what was read before stays usable
        return;
    }
    m_error.reset();
    m_isLoaded = true;
    QList<CannedResponse> sorted = *answer;
    std::sort(sorted.begin(), sorted.end(), [](const CannedResponse &one, const CannedResponse &other) {
        return one.shortcut.localeAwareCompare(other.shortcut) < 0;
    });
    if (sorted != m_all) {
        m_all = sorted;
        Q_EMIT changed();
    }
}

} // namespace greenline
