#include "ui/signin/signinpage.h"

#include "ui/dialogs/problembar.h"
#include "ui/signin/accountrows.h"
#include "ui/signin/accountsbefore.h"
#include "ui/signin/checklines.h"
#include "ui/signin/entryform.h"
#include "ui/signin/signincard.h"
#include "ui/theme/colours.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto patience = 4'000ms;

} // namespace

SignInPage::SignInPage(const Needs &needs, QWidget *parent)
    : QWidget(parent)
    , m_needs(needs)
    , m_check(needs.http, needs.clock)
    , m_patience(needs.clock, [this] { m_card->setProgress(m_longWait); })
    , m_card(new SignInCard)
    , m_form(&m_card->form())
    , m_problem(&m_card->problem())
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scrolledCard(m_card, this));
    connectParts();
    showAccounts();
}

void SignInPage::connectParts()
{
    connect(m_form, &EntryForm::addressTyped, &m_check, &AddressCheck::typed);
    connect(m_form, &EntryForm::addressLeft, &m_check, &AddressCheck::checkNow);
    connect(&m_check, &AddressCheck::started, this, [this] { m_form->lines().clear(); });
    connect(&m_check, &AddressCheck::lineChanged, this, [this](const ProbeLine &line) { m_form->lines().show(line); });
    connect(m_form, &EntryForm::codeWanted, this, &SignInPage::sendCodeAgain);
    connect(m_card, &SignInCard::submitted, this, &SignInPage::submit);
    connect(m_card, &SignInCard::cancelled, this, &SignInPage::cancel);
    connect(m_card, &SignInCard::otherWayWanted, this, &SignInPage::switchWay);
    connect(m_card, &SignInCard::practiceWanted, this, &SignInPage::practiceRequested);
    connect(&m_card->accounts(), &AccountRows::chosen, this, &SignInPage::resume);
    connect(&m_card->accounts(), &AccountRows::removeRequested, this, &SignInPage::forget);
}

void SignInPage::offer(const QString &address)
{
    m_form->setAddress(address);
    m_form->focusFirstEmpty();
}

void SignInPage::prefill(const Account &account)
{
    m_form->setWay(EntryForm::Way::Password);
    m_form->setAddress(account.workspace.toString());
    m_form->setUser(account.username);
    m_form->focusFirstEmpty();
}

void SignInPage::tell(const ErrorText &problem)
{
    m_problem->tell(problem);
}

void SignInPage::inform(const QString &sentence)
{
    m_problem->inform(sentence);
}

void SignInPage::showAccounts()
{
    m_card->accounts().show(m_needs.accounts.accounts());
}

void SignInPage::reset()
{
    cancel();
    m_form->clearSecret();
    m_problem->clear();
    showAccounts();
    m_form->focusFirstEmpty();
}

void SignInPage::submit()
{
    if (!m_form->isEnabled()) {
        return;
    }
    m_problem->clear();
    const QString missing = m_form->missing();
    if (!missing.isEmpty()) {
        m_problem->inform(missing);
        m_form->focusFirstEmpty();
        return;
    }
    wait(tr("Checking the workspace…"));
    const int round = ++m_round;
    m_check.require({this, [this, round](const Result<QUrl> &address) {
                         if (round != m_round) {
                             return;
                         }
                         if (address) {
                             signInAt(*address);
                             return;
                         }
                         wait({}); // the lines below the field say why
                         m_form->focusAddress();
                     }});
}

void SignInPage::signInAt(const QUrl &workspace)
{
    wait(tr("Signing in…"));
    m_longWait
        = tr("Still signing in. Either the workspace answers slowly, or your desktop asks to unlock the keyring: "
             "then please answer it there.");
    const Then<SignedIn> then(
        this, [this, round = m_round, was = AccountsBefore(m_needs.accounts)](const Result<SignedIn> &answer) {
            if (round == m_round) {
                onAnswer(answer);
            } else if (answer) {
                undo(was, *answer);
            }
        });
    const SignIn::Keep keep = m_form->isKept() ? SignIn::Keep::InKeyring : SignIn::Keep::ThisSession;
    if (m_form->way() == EntryForm::Way::Token) {
        m_needs.signIn.withToken({workspace, m_form->user(), m_form->secret(), keep}, then);
    } else {
        m_needs.signIn.withPassword({workspace, m_form->user(), m_form->secret(), m_form->code(), keep}, then);
    }
}

/// Cancelled too late: the workspace has let us in meanwhile, and the account was kept. An earlier sign-in of the same
/// account stays kept; its token in the keyring is now the newer one, which the workspace takes as well.
void SignInPage::undo(const AccountsBefore &before, const SignedIn &late)
{
    const QString key = late.account.key();
    if (!before.hasToken(key)) {
        m_needs.signIn.forget(late.account, late.credentials, {this, [this](const Status &) { showAccounts(); }});
    }
    before.restore(key, m_needs.accounts);
    showAccounts();
}

void SignInPage::onAnswer(const Result<SignedIn> &answer)
{
    wait({});
    if (answer) {
        m_form->clearSecret();
        m_problem->clear();
        Q_EMIT signedIn(*answer);
        return;
    }
    if (answer.error().code == "totp-required"_L1) {
        askForCode(answer.error());
        return;
    }
    m_problem->tell(errorText(answer.error(), Occasion::SigningIn));
    m_form->focusRefused();
}

void SignInPage::askForCode(const Error &error)
{
    m_form->setCode(error.detail == "email"_L1 ? EntryForm::Code::ByEmail : EntryForm::Code::FromApp);
}

void SignInPage::sendCodeAgain()
{
    m_check.require({this, [this](const Result<QUrl> &address) {
                         if (!address) {
                             return; // said by the lines
                         }
                         m_needs.signIn.resendEmailCode(
                             *address, m_form->user(),
                             {this, [this](const Status &sent) {
                                  if (sent) {
                                      m_problem->inform(tr("The code is on its way to your mailbox."));
                                  } else {
                                      m_problem->tell(errorText(sent.error(), Occasion::SigningIn));
                                  }
                              }});
                     }});
}

void SignInPage::resume(const Account &account)
{
    m_problem->clear();
    if (!account.isTokenStored) {
        prefill(account);
        return;
    }
    wait(tr("Asking the keyring…"));
    m_longWait = tr("Still waiting. If your desktop asks to unlock the keyring, please answer it there.");
    m_needs.signIn.resume(
        account,
        {this,
         [this, account, round = ++m_round, was = AccountsBefore(m_needs.accounts)](const Result<SignedIn> &answer) {
             if (round != m_round) {
                 if (answer) {
                     undo(was, *answer);
                 }
                 return;
             }
             wait({});
             if (answer) {
                 Q_EMIT signedIn(*answer);
                 return;
             }
             prefill(account);
             m_problem->tell(errorText(answer.error(), Occasion::Keyring));
         }});
}

void SignInPage::forget(const Account &account)
{
    m_problem->clear();
    wait(tr("Removing the account…"));
    const QString active = m_needs.accounts.active() ? m_needs.accounts.active()->key() : QString();
    // The token is read first, so that the workspace can be told to forget it, too.
    m_needs.signIn.resume(account, {this, [this, account, active](const Result<SignedIn> &kept) {
                                        if (kept && !active.isEmpty()) {
                                            (void)m_needs.accounts.setActive(active); // resuming made it this one
                                        }
                                        const Credentials credentials = kept ? kept->credentials : Credentials();
                                        m_needs.signIn.forget(
                                            account, credentials,
                                            {this, [this](const Status &forgotten) {
                                                 wait({});
                                                 showAccounts();
                                                 if (!forgotten) {
                                                     m_problem->tell(errorText(forgotten.error(), Occasion::Keyring));
                                                 }
                                             }});
                                    }});
}

void SignInPage::cancel()
{
    ++m_round;
    m_check.cancel();
    m_form->lines().clear();
    m_needs.http.cancelAll();
    wait({});
}

void SignInPage::wait(const QString &words)
{
    m_card->setBusy(words);
    m_longWait = tr("Still waiting for the workspace.");
    if (words.isEmpty()) {
        m_patience.stop();
    } else {
        m_patience.start(patience);
    }
}

void SignInPage::waitToTheEnd(const QString &words)
{
    wait(words);
    m_card->withdrawCancel();
}

void SignInPage::switchWay()
{
    const bool isToken = m_form->way() == EntryForm::Way::Token;
    m_form->setWay(isToken ? EntryForm::Way::Password : EntryForm::Way::Token);
    m_card->offerPassword(!isToken);
    m_problem->clear();
    m_form->focusFirstEmpty();
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).window);
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        showAccounts();
    }
    QWidget::changeEvent(event);
}

} // namespace greenline
