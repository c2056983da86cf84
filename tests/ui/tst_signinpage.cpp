#include "app/practice/accounts.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "signinscene.h"

#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

class SignInPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void signingInChecksTheAddressFirst();
    void checksAfterAPauseAndNotAtEachKey();
    void saysForWhatItWaits();
    void wrongAddressesAreSaidInWords_data();
    void wrongAddressesAreSaidInWords();
    void wrongPasswordIsSaidAndWhatWasTypedStays();
    void codeIsAskedOnlyWhenNeeded();
    void tokenSignsIn();
    void withoutAKeyringItIsThisSessionOnly();
    void keptAccountComesBackWithoutPassword();
    void removedAccountIsGone();
    void removingOneAccountLeavesTheOtherActive();
    void cancelLeavesThePageUsable();
    void cancelledTooLateLeavesAccountsAsTheyWere_data();
    void cancelledTooLateLeavesAccountsAsTheyWere();
    void tabGoesThroughTheFieldsInOrder();
    void emptyFieldsAreAskedFor();

private:
    QString passwordOf(const QString &username) const;
    SystemClock m_time;
    MemoryStore m_secrets;
    std::unique_ptr<practice::PracticeWorkspace> m_workspace;
};

void SignInPageTest::init()
{
    m_secrets = MemoryStore();
    practice::PracticeOptions options;
    options.hasCustomers = false;
    m_workspace = std::make_unique<practice::PracticeWorkspace>(options, m_time);
    QVERIFY(m_workspace->start());
}

void SignInPageTest::cleanup()
{
    m_workspace.reset();
}

QString SignInPageTest::passwordOf(const QString &username) const
{
    const QList<practice::PracticeUser> users = m_workspace->users();
    const auto user = std::find_if(users.cbegin(), users.cend(),
                                   [&](const practice::PracticeUser &one) { return one.username == username; });
    return user == users.cend() ? QString() : user->password;
}

void SignInPageTest::signingInChecksTheAddressFirst()
{
    SignInScene scene(m_secrets);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QVERIFY(!scene.button(u"Sign in"_s)->isEnabled());
    QTRY_COMPARE(scene.signedIn.size(), 1);
    QVERIFY(scene.says(u"Rocket.Chat 8.8"_s));
    QVERIFY(scene.says(u"Omnichannel is on"_s));
    QCOMPARE(scene.result().me.username, u"ana"_s);
    QVERIFY(!scene.result().isForThisSessionOnly);
    QVERIFY2(scene.edit(u"Password"_s)->text().isEmpty(), "the password stays in no field");
}

void SignInPageTest::checksAfterAPauseAndNotAtEachKey()
{
    SignInScene scene(m_secrets);
    QTest::keyClicks(scene.edit(u"Workspace address"_s), m_workspace->url().toString());
    scene.clock.advance(300ms);
    QVERIFY(!scene.says(u"Reaching the workspace"_s));
    scene.clock.advance(700ms);
    QVERIFY(scene.says(u"Reaching the workspace"_s));
    QTRY_VERIFY(scene.says(u"Omnichannel is on"_s));
    QTest::keyClick(scene.edit(u"Workspace address"_s), Qt::Key_X);
    QVERIFY2(!scene.says(u"Omnichannel is on"_s), "what was known of another address is not shown");
}

void SignInPageTest::saysForWhatItWaits()
{
    SignInScene scene(m_secrets);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    m_workspace->faults().restDelay = 300ms;
    scene.button(u"Sign in"_s)->click();
    scene.clock.advance(4s);
    m_workspace->faults().restDelay = 0ms;
    QVERIFY(scene.says(u"Still waiting for the workspace."_s));
    QTRY_COMPARE(scene.signedIn.size(), 1);
}

void SignInPageTest::wrongAddressesAreSaidInWords_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    QTest::newRow("no address") << u"my workspace!"_s << u"This is no address of a workspace."_s;
    QTest::newRow("no encryption") << u"http://support.example.com"_s << u"no encryption"_s;
    QTest::newRow("nobody there") << u"http://127.0.0.1:1"_s << u"Nothing answers at this address"_s;
}

void SignInPageTest::wrongAddressesAreSaidInWords()
{
    QFETCH(QString, address);
    QFETCH(QString, words);
    SignInScene scene(m_secrets);
    scene.type(address, u"ana"_s, u"secret-word"_s);
    scene.button(u"Sign in"_s)->click();
    QTRY_VERIFY(scene.says(words));
    QTRY_VERIFY(scene.button(u"Sign in"_s)->isEnabled());
    QCOMPARE(scene.edit(u"Password"_s)->text(), u"secret-word"_s);
    QCOMPARE(scene.signedIn.size(), 0);
}

void SignInPageTest::wrongPasswordIsSaidAndWhatWasTypedStays()
{
    SignInScene scene(m_secrets);
    scene.type(m_workspace->url().toString(), u"ana"_s, u"not hers"_s);
    QTest::keyClick(scene.edit(u"Password"_s), Qt::Key_Return);
    const ErrorText words = errorText({Error::Kind::Unauthorized, {}}, Occasion::SigningIn);
    QTRY_VERIFY(scene.says(words.happened));
    QVERIFY(scene.button(u"Sign in"_s)->isEnabled());
    QCOMPARE(scene.edit(u"Username or e-mail"_s)->text(), u"ana"_s);
    QCOMPARE(scene.edit(u"Password"_s)->text(), u"not hers"_s);
}

void SignInPageTest::codeIsAskedOnlyWhenNeeded()
{
    SignInScene scene(m_secrets);
    m_workspace->state().accounts.requireEmailCode(u"ana"_s);
    QVERIFY(!scene.edit(u"Verification code"_s)->isVisible());
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_VERIFY(scene.edit(u"Verification code"_s)->isVisible());
    QVERIFY(scene.button(u"Send the code again"_s)->isVisible());

    scene.edit(u"Verification code"_s)->setText(u"000000"_s);
    scene.button(u"Sign in"_s)->click();
    QTRY_VERIFY(scene.says(u"code was not accepted"_s));
    QCOMPARE(scene.edit(u"Verification code"_s)->selectedText(), u"000000"_s);
    scene.edit(u"Verification code"_s)->setText(m_workspace->state().accounts.emailCode(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
}

void SignInPageTest::tokenSignsIn()
{
    SignInScene scene(m_secrets);
    practice::Accounts &accounts = m_workspace->state().accounts;
    scene.button(u"Use an access token…"_s)->click();
    QVERIFY(!scene.edit(u"Password"_s)->isVisible());
    scene.edit(u"Workspace address"_s)->setText(m_workspace->url().toString());
    scene.edit(u"User id"_s)->setText(accounts.userIdOf(u"ana"_s));
    scene.edit(u"Access token"_s)->setText(accounts.addPersonalToken(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
    QCOMPARE(scene.result().me.username, u"ana"_s);
}

void SignInPageTest::withoutAKeyringItIsThisSessionOnly()
{
    NoKeyring nothing;
    SignInScene scene(nothing);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
    QVERIFY(scene.result().isForThisSessionOnly);
    QVERIFY(scene.result().keyringError.has_value());
}

void SignInPageTest::keptAccountComesBackWithoutPassword()
{
    SignInScene scene(m_secrets);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
    const Account account = scene.result().account;

    scene.page.reset();
    scene.button(u"%1 at 127.0.0.1"_s.arg(account.displayName))->click();
    QTRY_COMPARE(scene.signedIn.size(), 2);
    QCOMPARE(scene.signedIn.last().first().value<SignedIn>().credentials.authToken,
             scene.result().credentials.authToken);
}

void SignInPageTest::removedAccountIsGone()
{
    SignInScene scene(m_secrets);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
    scene.page.reset();
    const SignedIn who = scene.result();
    const QList<QToolButton *> buttons = scene.page.findChildren<QToolButton *>();
    const auto remove = std::find_if(buttons.cbegin(), buttons.cend(), [](const QToolButton *one) {
        return one->accessibleName().startsWith(u"Remove "_s);
    });
    QVERIFY(remove != buttons.cend());
    (*remove)->click();
    QTRY_VERIFY(scene.accounts.accounts().isEmpty());
    QTRY_VERIFY2(!m_workspace->state().accounts.isToken(who.credentials.userId, who.credentials.authToken),
                 "the workspace still takes the token");
}

void SignInPageTest::removingOneAccountLeavesTheOtherActive()
{
    SignInScene scene(m_secrets);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
    Account other = scene.result().account;
    other.userId = u"somebody-else"_s;
    other.displayName = u"Somebody Else"_s;
    QVERIFY(scene.accounts.put(other));
    scene.page.reset();
    const QString name = u"Remove %1"_s.arg(scene.result().account.displayName);
    const QList<QToolButton *> buttons = scene.page.findChildren<QToolButton *>();
    const auto remove = std::find_if(buttons.cbegin(), buttons.cend(), [&name](const QToolButton *one) {
        return one->accessibleName().startsWith(name);
    });
    QVERIFY(remove != buttons.cend());
    (*remove)->click();
    QTRY_COMPARE(scene.accounts.accounts().size(), 1);
    QVERIFY(scene.accounts.active());
    QCOMPARE(scene.accounts.active()->userId, other.userId);
}

void SignInPageTest::cancelLeavesThePageUsable()
{
    SignInScene scene(m_secrets);
    m_workspace->faults().restDelay = 60s;
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    scene.button(u"Sign in"_s)->click();
    QVERIFY(scene.button(u"Cancel"_s)->isVisible());
    scene.button(u"Cancel"_s)->click();
    QVERIFY(scene.button(u"Sign in"_s)->isEnabled());
    QVERIFY(!scene.button(u"Cancel"_s)->isVisible());
    m_workspace->faults().restDelay = 0s;
    scene.button(u"Sign in"_s)->click();
    QTRY_COMPARE(scene.signedIn.size(), 1);
}

void SignInPageTest::cancelledTooLateLeavesAccountsAsTheyWere_data()
{
    QTest::addColumn<bool>("isKeptBefore");
    QTest::newRow("signed in here before") << true;
    QTest::newRow("for the first time") << false;
}

void SignInPageTest::cancelledTooLateLeavesAccountsAsTheyWere()
{
    QFETCH(bool, isKeptBefore);
    SlowKeyring keyring;
    SignInScene scene(keyring);
    scene.type(m_workspace->url().toString(), u"ana"_s, passwordOf(u"ana"_s));
    if (isKeptBefore) {
        scene.button(u"Sign in"_s)->click();
        QTRY_COMPARE(scene.signedIn.size(), 1);
        scene.page.reset();
        scene.edit(u"Password"_s)->setText(passwordOf(u"ana"_s));
    }
    QVERIFY(scene.accounts.put({QUrl(u"https://other.example"_s), u"Other"_s, u"another"_s}));
    const QList<Account> before = scene.accounts.accounts();

    keyring.isLocked = true;
    scene.button(u"Sign in"_s)->click();
    QTRY_VERIFY(keyring.held);
    scene.button(u"Cancel"_s)->click();
    keyring.held();
    QCOMPARE(scene.accounts.accounts().size(), before.size());
    QVERIFY(std::is_permutation(before.begin(), before.end(), scene.accounts.accounts().begin()));
    QVERIFY(scene.accounts.active());
    QCOMPARE(scene.accounts.active()->userId, u"another"_s);
    if (isKeptBefore) {
        scene.button(u"%1 at 127.0.0.1"_s.arg(scene.result().account.displayName))->click();
        QTRY_COMPARE(scene.signedIn.size(), 2);
        const Credentials kept = scene.signedIn.last().first().value<SignedIn>().credentials;
        QVERIFY(m_workspace->state().accounts.isToken(kept.userId, kept.authToken));
    }
}

void SignInPageTest::tabGoesThroughTheFieldsInOrder()
{
    SignInScene scene(m_secrets);
    QApplication::setActiveWindow(&scene.page);
    scene.edit(u"Workspace address"_s)->setFocus();
    QStringList order;
    for (int step = 0; step < 6; ++step) {
        QWidget *focus = QApplication::focusWidget();
        auto *button = qobject_cast<QAbstractButton *>(focus);
        order.append(button ? button->text() : focus->accessibleName());
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QCOMPARE(
        order,
        (QStringList{u"Workspace address"_s, u"Username or e-mail"_s, u"Password"_s,
                     u"Keep me signed in (in this computer's keyring)"_s, u"Sign in"_s, u"Use an access token…"_s}));
}

void SignInPageTest::emptyFieldsAreAskedFor()
{
    SignInScene scene(m_secrets);
    scene.button(u"Sign in"_s)->click();
    QVERIFY(scene.says(u"Type the address of your workspace."_s));
    scene.edit(u"Workspace address"_s)->setText(u"support.example.com"_s);
    scene.button(u"Sign in"_s)->click();
    QVERIFY(scene.says(u"Type your username and your password."_s));
}

QTEST_MAIN(SignInPageTest)
#include "tst_signinpage.moc"
