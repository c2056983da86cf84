// How the desk keeps the Auth Token in the keyring, and finds it there.
#include "app/secrets/secretstore.h"
#include "app/setup/checkup.h"
#include "ui/dialogs/problembar.h"
#include "ui/wizard/setupdesk.h"
#include "ui/wizard/wizardwindow.h"
#include "ui/words/errortext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

/// The token that is kept, if none was entered since.
void SetupDesk::readToken(const std::function<void()> &then)
{
    if (!m_needs.secrets || m_draft.tokenOf.isEmpty() || !m_checkup->plan().workspaceLogin().secret.isEmpty()) {
        then();
        return;
    }
    m_needs.secrets->read(twilioTokenKey(m_draft.tokenOf), {this, [this, then](const Result<QString> &token) {
                                                                if (token) {
                                                                    useToken(*token);
                                                                }
                                                                then();
                                                            }});
}

/// The keyring may have asked for its own password meanwhile, and another login been entered.
void SetupDesk::useToken(const QString &token)
{
    SetupPlan plan = m_checkup->plan();
    if (token.isEmpty() || !plan.workspaceLogin().secret.isEmpty() || plan.twilio.account != m_draft.tokenOf) {
        return;
    }
    (plan.twilio.isKey() ? plan.token : plan.twilio.secret) = token;
    m_kept = plan.workspaceLogin();
    LastLooks &looks = m_checkup->lastLooks();
    const QHash<QString, LastLook> before = looks.all();
    m_checkup->setPlan(plan);
    looks.restore(before); // it is the login that they are of
    if (m_wizard) {
        m_wizard->showLogin(); // an empty field would be taken over for the token
    }
}

void SetupDesk::onKeeping()
{
    m_draft.keepsToken = m_wizard->keepsToken();
    if (!m_draft.keepsToken) {
        dropToken();
    }
    m_file.write(m_draft);
    keepToken();
}

/// Only a login that Twilio accepted: an empty or mistyped one must not take the place of a good one.
void SetupDesk::keepToken()
{
    const TwilioLogin &login = m_checkup->plan().twilio;
    const bool isNew = m_draft.keepsToken && !login.isKey() && !login.secret.isEmpty() && login != m_kept;
    if (!m_needs.secrets || !isNew || !hasHeld(u"twilio.account"_s)) {
        return;
    }
    if (m_draft.tokenOf != login.account) {
        dropToken();
    }
    m_kept = login;
    m_draft.tokenOf = login.account;
    m_file.write(m_draft);
    m_needs.secrets->write(twilioTokenKey(login.account), login.secret, told());
}

void SetupDesk::dropToken()
{
    m_kept = {};
    const QString account = std::exchange(m_draft.tokenOf, {});
    if (m_needs.secrets && !account.isEmpty()) {
        m_needs.secrets->remove(twilioTokenKey(account), told());
    }
}

Then<Done> SetupDesk::told()
{
    return {this, [this](const Status &status) {
                if (!status) {
                    m_needs.problem.tell(errorText(status.error(), Occasion::Keyring));
                }
            }};
}

} // namespace greenline
