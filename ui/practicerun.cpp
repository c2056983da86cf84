#include "ui/practicerun.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

PracticeRun::PracticeRun(HttpClient &http, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(practice::PracticeOptions(), clock)
    , m_accounts(m_folder.filePath(u"accounts.json"_s))
    , m_signIn(http, clock, m_secrets, m_accounts)
{
}

void PracticeRun::open(const Then<SignedIn> &then)
{
    const Status started = m_workspace.start();
    if (!started) {
        then(started.error());
        return;
    }
    const QList<practice::PracticeUser> users = m_workspace.users();
    const auto agent = std::find_if(users.cbegin(), users.cend(), [](const practice::PracticeUser &user) {
        return user.roles.contains("livechat-agent"_L1);
    });
    if (agent == users.cend()) {
        then(Error{Error::Kind::NotFound, u"the practice workspace has no agent"_s});
        return;
    }
    m_signIn.withPassword({m_workspace.url(), agent->username, agent->password, {}, SignIn::Keep::ThisSession}, then);
}

} // namespace greenline
