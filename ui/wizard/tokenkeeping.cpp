// How the desk keeps the Auth Token and an API key in the keyring, and finds them there.
#include "app/secrets/secretstore.h"
#include "app/setup/checkup.h"
#include "ui/dialogs/problembar.h"
#include "ui/wizard/setupdesk.h"
#include "ui/wizard/wizardwindow.h"
#include "ui/words/errortext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

/// What is kept, if nothing was entered since.
void SetupDesk::readLogin(const std::function<void()> &then)
{
    readKey([this, then] { readToken(then); });
}

void SetupDesk::readKey(const std::function<void()> &then)
{
    if (!m_needs.secrets || m_draft.keyOf.isEmpty() || !m_checkup->plan().twilio.secret.isEmpty()) {
        then();
        return;
    }
    m_needs.secrets->read(twilioKeyKey(m_draft.keyOf), {this, [this, then](const Result<QString> &key) {
                                                            if (key) {
                                                                useKey(*key);
                                                            }
                                                            then();
                                                        }});
}

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
void SetupDesk::useKey(const QString &kept)
{
    SetupPlan plan = m_checkup->plan();
    const TwilioLogin key = keptTwilioKey(m_draft.keyOf, kept);
    if (!key.isKey() || !plan.twilio.user.isEmpty() || !plan.twilio.secret.isEmpty()
        || plan.twilio.account != key.account) {
        return;
    }
    plan.twilio = key;
    m_keptKey = key;
    adoptKept(plan);
}

void SetupDesk::useToken(const QString &token)
{
    SetupPlan plan = m_checkup->plan();
    if (token.isEmpty() || !plan.workspaceLogin().secret.isEmpty() || plan.twilio.account != m_draft.tokenOf) {
        return;
    }
    (plan.twilio.isKey() ? plan.token : plan.twilio.secret) = token;
    m_kept = plan.workspaceLogin();
    adoptKept(plan);
}

void SetupDesk::adoptKept(const SetupPlan &plan)
{
    LastLooks &looks = m_checkup->lastLooks();
    const QHash<QString, LastLook> before = looks.all();
    m_checkup->setPlan(plan);
    looks.restore(before); // it is the login that they are of
    if (m_wizard) {
        m_wizard->showLogin(); // an empty field would be taken over for it
    }
}

void SetupDesk::onKeeping()
{
    m_draft.keepsToken = m_wizard->keepsToken();
    if (!m_draft.keepsToken) {
        dropKey();
        dropToken();
    }
    m_file.write(m_draft);
    keepLogin();
}

/// Only a login that Twilio accepted: an empty or mistyped one must not take the place of a good one. Beside a key
/// Twilio is not asked by the token: then it must be the one that the workspace has.
void SetupDesk::keepLogin()
{
    const SetupPlan plan = m_checkup->plan();
    if (!m_needs.secrets || !m_draft.keepsToken || plan.twilio.secret.isEmpty() || !hasHeld(u"twilio.account"_s)) {
        return;
    }
    if (plan.twilio.isKey()) {
        keepKey(plan.twilio);
    } else if (m_keptKey.isKey()) {
        dropKey(); // it was taken out of the form
    }
    if (!plan.twilio.isKey() || hasHeld(u"settings.login"_s)) {
        keepToken(plan.workspaceLogin());
    }
}

void SetupDesk::keepKey(const TwilioLogin &login)
{
    if (login == m_keptKey) {
        return;
    }
    if (m_draft.keyOf != login.account) {
        dropKey();
    }
    m_keptKey = login;
    m_draft.keyOf = login.account;
    m_file.write(m_draft);
    m_needs.secrets->write(twilioKeyKey(login.account), keptTwilioKey(login), told());
}

void SetupDesk::keepToken(const TwilioLogin &login)
{
    if (login.secret.isEmpty() || login == m_kept) {
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

void SetupDesk::dropKey()
{
    m_keptKey = {};
    const QString account = std::exchange(m_draft.keyOf, {});
    if (m_needs.secrets && !account.isEmpty()) {
        m_needs.secrets->remove(twilioKeyKey(account), told());
    }
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
