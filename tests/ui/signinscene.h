#pragma once

#include "app/secrets/memorystore.h"
#include "ui/signin/signinpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <utility>

namespace greenline {

/// A machine without a keyring.
class NoKeyring : public SecretStore
{
public:
    void read(const QString &, const Then<QString> &then) override { then(refusal()); }
    void write(const QString &, const QString &, const Then<Done> &then) override { then(refusal()); }
    void remove(const QString &, const Then<Done> &then) override { then(refusal()); }

private:
    static Error refusal()
    {
        return {Error::Kind::Keychain, QStringLiteral("org.freedesktop.secrets was not provided")};
    }
};

/// Takes its time to write, as one that has to be unlocked first.
class SlowKeyring : public MemoryStore
{
public:
    void write(const QString &key, const QString &secret, const Then<Done> &then) override
    {
        held = [this, key, secret, then] { MemoryStore::write(key, secret, then); };
        if (!isLocked) {
            std::exchange(held, {})();
        }
    }
    bool isLocked = false;
    std::function<void()> held;
};

/// The page with everything it needs.
struct SignInScene {
    explicit SignInScene(SecretStore &secrets)
        : accounts(folder.filePath(QStringLiteral("accounts.json")))
        , signIn(http, clock, secrets, accounts)
        , page({http, clock, signIn, accounts})
        , signedIn(&page, &SignInPage::signedIn)
    {
        page.show();
    }

    QLineEdit *edit(const QString &name) const
    {
        const QList<QLineEdit *> all = page.findChildren<QLineEdit *>();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&name](const QLineEdit *one) { return one->accessibleName() == name; });
        return found == all.cend() ? nullptr : *found;
    }
    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page.findChildren<QPushButton *>();
        const auto found
            = std::find_if(all.cbegin(), all.cend(), [&text](const QPushButton *one) { return one->text() == text; });
        return found == all.cend() ? nullptr : *found;
    }
    bool says(const QString &part) const
    {
        const QList<QLabel *> all = page.findChildren<QLabel *>();
        return std::any_of(all.cbegin(), all.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }
    void type(const QString &address, const QString &user, const QString &password) const
    {
        // As an accessibility client does: no key, no focus.
        edit(QStringLiteral("Workspace address"))->setText(address);
        edit(QStringLiteral("Username or e-mail"))->setText(user);
        edit(QStringLiteral("Password"))->setText(password);
    }
    SignedIn result() const { return signedIn.first().first().value<SignedIn>(); }

    QTemporaryDir folder;
    ManualClock clock;
    HttpClient http;
    AccountFile accounts;
    SignIn signIn;
    SignInPage page;
    QSignalSpy signedIn;
};

} // namespace greenline
