#include "console.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Signing in, against the practice workspace.
class SignInTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersWhoSignedIn();
    void refusesAWrongPassword_data();
    void refusesAWrongPassword();
    void asksForTheAuthenticatorsCode();
    void asksForTheMailedCode();
    void takesAPersonalAccessToken();
    void refusesATokenOfSomebodyElse();
    void saysWhenTheKeyringLostTheToken();
    void worksWithoutAKeyring();
    void keepsNothingWhenNotWanted();
    void forgetsAnAccount();
    void sendsNoPasswordToWhatIsNoRocketChat();
};

namespace {

/// A keyring that takes nothing, as on a machine without one.
class NoKeyring : public SecretStore
{
public:
    void read(const QString &, const Then<QString> &then) override { then(missing()); }
    void write(const QString &, const QString &, const Then<Done> &then) override { then(missing()); }
    void remove(const QString &, const Then<Done> &then) override { then(missing()); }

private:
    static Error missing() { return {Error::Kind::Keychain, u"org.freedesktop.secrets was not provided"_s}; }
};

QString describe(const Awaited<SignedIn> &answer)
{
    return answer.result() ? u"signed in"_s : answer.result().error().detail + u' ' + answer.result().error().code;
}

} // namespace

#define SIGN_IN(answer, call)                                                                                          \
    Awaited<SignedIn> answer;                                                                                          \
    call;                                                                                                              \
    QTRY_VERIFY(answer.isHere())

void SignInTest::remembersWhoSignedIn()
{
    Console console;
    const SignIn::PasswordEntry entry{
        console.workspace.url(), u"ana@practice.example"_s, console.passwordOf(u"ana"_s), {}, SignIn::Keep::InKeyring};
    SIGN_IN(answer, console.signIns.withPassword(entry, answer.then(this)));
    QVERIFY2(answer.result(), qPrintable(describe(answer)));
    const SignedIn &who = *answer.result();
    QCOMPARE(who.me.username, u"ana"_s);
    QCOMPARE(who.me.name, u"Ana Duarte"_s);
    QCOMPARE(who.me.id.value, console.userId(u"ana"_s));
    QCOMPARE(who.version, (ServerVersion{8, 8}));
    QVERIFY(who.account.isTokenStored);
    QVERIFY(!who.isForThisSessionOnly);
    QVERIFY(!who.account.workspaceName.isEmpty());

    AccountFile file(console.profile.filePath(u"accounts.json"_s));
    QVERIFY(file.load());
    QCOMPARE(*file.active(), who.account);
    SIGN_IN(resumed, console.signIns.resume(*file.active(), resumed.then(this)));
    QVERIFY2(resumed.result(), qPrintable(describe(resumed)));
    QCOMPARE(resumed.result()->credentials.authToken, who.credentials.authToken);
    QCOMPARE(resumed.result()->me.id, who.me.id);
}

void SignInTest::refusesAWrongPassword_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("user");
    for (const QString &version : {u"3.11"_s, u"7.7"_s, u"8.8"_s}) {
        QTest::addRow("%s, wrong password", qPrintable(version)) << version << u"ana"_s;
        QTest::addRow("%s, unknown user", qPrintable(version)) << version << u"nobody"_s;
    }
}

void SignInTest::refusesAWrongPassword()
{
    QFETCH(QString, version);
    QFETCH(QString, user);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    Console console(options);
    SIGN_IN(answer,
            console.signIns.withPassword({console.workspace.url(), user, u"guess"_s, {}, SignIn::Keep::InKeyring},
                                         answer.then(this)));
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().kind, Error::Kind::Unauthorized);
    QVERIFY(!answer.result().error().detail.contains(u"guess"_s));
    QVERIFY(console.accounts.accounts().isEmpty());
}

void SignInTest::asksForTheAuthenticatorsCode()
{
    Console console;
    const QString secret = console.workspace.state().accounts.requireTotp(u"ana"_s);
    SignIn::PasswordEntry entry{
        console.workspace.url(), u"ana"_s, console.passwordOf(u"ana"_s), {}, SignIn::Keep::ThisSession};
    SIGN_IN(first, console.signIns.withPassword(entry, first.then(this)));
    QVERIFY(!first.result());
    QCOMPARE(first.result().error().code, u"totp-required"_s);
    QCOMPARE(first.result().error().detail, u"totp"_s);

    const QString code = practice::totpCode(secret, console.clock.now());
    entry.code = code == u"000000"_s ? u"000001"_s : u"000000"_s;
    SIGN_IN(wrong, console.signIns.withPassword(entry, wrong.then(this)));
    QVERIFY(!wrong.result());
    QCOMPARE(wrong.result().error().code, u"totp-invalid"_s);

    entry.code = practice::totpCode(secret, console.clock.now());
    SIGN_IN(right, console.signIns.withPassword(entry, right.then(this)));
    QVERIFY2(right.result(), qPrintable(describe(right)));
}

void SignInTest::asksForTheMailedCode()
{
    Console console;
    practice::Accounts &server = console.workspace.state().accounts;
    server.requireEmailCode(u"ana"_s);
    SignIn::PasswordEntry entry{
        console.workspace.url(), u"ana"_s, console.passwordOf(u"ana"_s), {}, SignIn::Keep::ThisSession};
    SIGN_IN(first, console.signIns.withPassword(entry, first.then(this)));
    QVERIFY(!first.result());
    QCOMPARE(first.result().error().code, u"totp-required"_s);
    QCOMPARE(first.result().error().detail, u"email"_s);
    QVERIFY(!server.emailCode(u"ana"_s).isEmpty());

    Awaited<Done> mailed;
    console.signIns.resendEmailCode(entry.workspace, u"ana"_s, mailed.then(this));
    QTRY_VERIFY(mailed.isHere());
    QVERIFY(mailed.result());
    entry.code = server.emailCode(u"ana"_s);
    SIGN_IN(right, console.signIns.withPassword(entry, right.then(this)));
    QVERIFY2(right.result(), qPrintable(describe(right)));
}

void SignInTest::takesAPersonalAccessToken()
{
    Console console;
    const QString token = console.workspace.state().accounts.addPersonalToken(u"ana"_s);
    SIGN_IN(
        answer,
        console.signIns.withToken({console.workspace.url(), console.userId(u"ana"_s), token, SignIn::Keep::InKeyring},
                                  answer.then(this)));
    QVERIFY2(answer.result(), qPrintable(describe(answer)));
    QCOMPARE(answer.result()->me.username, u"ana"_s);
    console.signedIn = *answer.result();
    QVERIFY(console.start());
}

void SignInTest::refusesATokenOfSomebodyElse()
{
    Console console;
    const QString token = console.workspace.state().accounts.addPersonalToken(u"tom"_s);
    SIGN_IN(
        others,
        console.signIns.withToken({console.workspace.url(), console.userId(u"ana"_s), token, SignIn::Keep::InKeyring},
                                  others.then(this)));
    QVERIFY(!others.result());
    QCOMPARE(others.result().error().kind, Error::Kind::Unauthorized);
    SIGN_IN(invented,
            console.signIns.withToken(
                {console.workspace.url(), console.userId(u"ana"_s), u"invented"_s, SignIn::Keep::InKeyring},
                invented.then(this)));
    QCOMPARE(invented.result().error().kind, Error::Kind::Unauthorized);
}

void SignInTest::saysWhenTheKeyringLostTheToken()
{
    Console console;
    QVERIFY(console.signIn());
    const Account account = console.signedIn.account;
    console.secrets.remove(account.key(), {this, [](const Status &) {}});
    SIGN_IN(lost, console.signIns.resume(account, lost.then(this)));
    QCOMPARE(lost.result().error().kind, Error::Kind::Keychain);
    QCOMPARE(lost.result().error().code, u"locked-or-lost"_s);

    Account never = account;
    never.isTokenStored = false;
    SIGN_IN(none, console.signIns.resume(never, none.then(this)));
    QCOMPARE(none.result().error().kind, Error::Kind::NotFound);
    QCOMPARE(none.result().error().code, u"not-stored"_s);
}

void SignInTest::worksWithoutAKeyring()
{
    Console console;
    NoKeyring keyring;
    SignIn signIns(console.http, console.clock, keyring, console.accounts);
    SIGN_IN(answer,
            signIns.withPassword(
                {console.workspace.url(), u"ana"_s, console.passwordOf(u"ana"_s), {}, SignIn::Keep::InKeyring},
                answer.then(this)));
    QVERIFY2(answer.result(), qPrintable(describe(answer)));
    QVERIFY(answer.result()->isForThisSessionOnly);
    QCOMPARE(answer.result()->keyringError->kind, Error::Kind::Keychain);
    QVERIFY(!answer.result()->account.isTokenStored);
}

void SignInTest::keepsNothingWhenNotWanted()
{
    Console console;
    SIGN_IN(answer,
            console.signIns.withPassword(
                {console.workspace.url(), u"ana"_s, console.passwordOf(u"ana"_s), {}, SignIn::Keep::ThisSession},
                answer.then(this)));
    QVERIFY(answer.result() && answer.result()->isForThisSessionOnly && !answer.result()->keyringError);
    Awaited<QString> kept;
    console.secrets.read(answer.result()->account.key(), kept.then(this));
    QTRY_VERIFY(kept.isHere());
    QVERIFY(!kept.result());
}

void SignInTest::forgetsAnAccount()
{
    Console console;
    QVERIFY(console.signIn());
    const SignedIn who = console.signedIn;
    Awaited<Done> forgotten;
    console.signIns.forget(who.account, who.credentials, forgotten.then(this));
    QTRY_VERIFY(forgotten.isHere());
    QVERIFY(forgotten.result());
    QVERIFY(console.accounts.accounts().isEmpty());
    QTRY_VERIFY(!console.workspace.state().accounts.isToken(who.account.userId, who.credentials.authToken));
    SIGN_IN(resumed, console.signIns.resume(who.account, resumed.then(this)));
    QVERIFY(!resumed.result());
}

void SignInTest::sendsNoPasswordToWhatIsNoRocketChat()
{
    Console console;
    console.workspace.faults().answerHtml = 1; // what any web site says to GET /api/info
    SIGN_IN(answer,
            console.signIns.withPassword(
                {console.workspace.url(), u"ana"_s, console.passwordOf(u"ana"_s), {}, SignIn::Keep::InKeyring},
                answer.then(this)));
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, u"not-rocketchat"_s);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
