#pragma once

#include "app/secrets/memorystore.h"
#include "app/storage/settingsfile.h"
#include "app/workspace/abilities.h"
#include "tests/ui/window.h"
#include "tests/workspace/console.h"
#include "ui/dialogs/problembar.h"
#include "ui/wizard/setupdesk.h"
#include "ui/wizard/wizardwindow.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace greenline {

/// A keyring that may be locked: then it has nothing.
class LockableStore : public SecretStore
{
public:
    explicit LockableStore(SecretStore &inside)
        : m_inside(inside)
    {
    }
    void read(const QString &key, const Then<QString> &then) override
    {
        if (isLocked) {
            then(Error{.kind = Error::Kind::NotFound, .detail = QStringLiteral("locked")});
        } else {
            m_inside.read(key, then);
        }
    }
    void write(const QString &key, const QString &secret, const Then<Done> &then) override
    {
        m_inside.write(key, secret, then);
    }
    void remove(const QString &key, const Then<Done> &then) override { m_inside.remove(key, then); }
    bool isLocked = false;

private:
    SecretStore &m_inside;
};

/// The part of the desk that sets SMS up, with an administrator before it and time in our hands.
struct SetupPlace {
    bool open(const QString &who = QStringLiteral("admin"))
    {
        if (!console.signIn(who) || !console.start()) {
            return false;
        }
        for (const char *host : {"API", "MESSAGING", "MONITOR", "PRICING", "LOOKUPS"}) {
            qputenv((QByteArray("GREENLINE_TWILIO_") + host + "_URL").constData(),
                    console.workspace.twilioUrl().toEncoded());
        }
        new QVBoxLayout(&window);
        window.layout()->addWidget(&problem);
        window.show();
        const Abilities &abilities = console.session->abilities();
        if (!QTest::qWaitFor([&] { return abilities.verdict(Ability::SetUpSms).why != Verdict::Why::Unknown; })) {
            return false;
        }
        sitDown();
        return true;
    }
    void sitDown()
    {
        settings = std::make_unique<SettingsFile>(path());
        desk = std::make_unique<SetupDesk>(SetupDesk::Needs{*console.session, clock, *settings, &keyring, problem,
                                                            window,
                                                            [this](QWidget *tool) { window.layout()->addWidget(tool); },
                                                            [this](const RoomId &room) { opened = room; }},
                                           SetupDesk::Switches{setUp, health});
    }
    QString path() const { return console.profile.filePath(QStringLiteral("settings.ini")); }
    WizardWindow *wizard() { return window.findChild<WizardWindow *>(); }
    QWidget &page() { return *wizard()->findChild<QStackedWidget *>()->currentWidget(); }
    QString rows()
    {
        QStringList rows;
        const auto *list = named<QListView>(page(), QStringLiteral("Checks"));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            rows.append(list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        }
        return rows.join(u'\n');
    }
    bool setUpAndKeepToken() { return setUpAndKeep({}, {}); }
    /// As a person does it, up to a report; by an API key, where one is given.
    bool setUpAndKeep(const QString &key, const QString &secret)
    {
        setUp.trigger();
        wizard()->showPage(QStringLiteral("twilio"));
        named<QLineEdit>(page(), QStringLiteral("Account SID"))->setText(console.workspace.accountSid());
        named<QLineEdit>(page(), QStringLiteral("Auth Token"))->setText(console.workspace.authToken());
        if (!key.isEmpty()) {
            button(page(), QStringLiteral("Ask by an API key"))->click();
            named<QLineEdit>(page(), QStringLiteral("API key SID"))->setText(key);
            named<QLineEdit>(page(), QStringLiteral("API key secret"))->setText(secret);
        }
        button(page(), keepWords(!key.isEmpty()))->click();
        button(*wizard(), QStringLiteral("Check"))->click();
        const QString accepted = QStringLiteral("Twilio accepts the login, ")
            + (key.isEmpty() ? QStringLiteral("Passed") : QStringLiteral("Warning"));
        if (!QTest::qWaitFor([&] { return rows().contains(accepted); })) {
            return false;
        }
        wizard()->showPage(QStringLiteral("number"));
        auto *numbers = named<QListView>(page(), QStringLiteral("Phone numbers"));
        if (!QTest::qWaitFor([&] { return numbers->model()->rowCount() > 0; })) {
            return false;
        }
        clickRow(*numbers, 0);
        wizard()->showPage(QStringLiteral("report"));
        button(*wizard(), QStringLiteral("Check"))->click();
        return QTest::qWaitFor([&] { return !button(*wizard(), QStringLiteral("Cancel")); })
            && rows().contains(QStringLiteral("Twilio calls the workspace, Passed"));
    }
    static QString keepWords(bool isKey)
    {
        return isKey ? QStringLiteral("Keep the token and the API key in the keyring")
                     : QStringLiteral("Keep the token in the keyring");
    }
    QString keptOf(const QString &account) { return keptAt(twilioTokenKey(account)); }
    QString keptAt(const QString &entry)
    {
        Awaited<QString> token;
        console.secrets.read(entry, token.then(&window));
        const bool isHere = QTest::qWaitFor([&] { return token.isHere(); });
        return isHere && token.result() ? *token.result() : QStringLiteral("nothing");
    }
    bool hasKept() { return keptOf(console.workspace.accountSid()) == console.workspace.authToken(); }
    WizardDraft draft()
    {
        return DraftFile(*settings, console.session->signedIn().account.workspace.toString()).read();
    }
    bool restarts()
    {
        desk.reset();
        sitDown();
        return !wizard();
    }
    /// A file of the profile that holds it; empty: none does.
    QString fileWith(const QString &secret)
    {
        const QDir profile(console.profile.path());
        const QStringList names = profile.entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(profile.filePath(name));
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(secret.toUtf8())) {
                return name;
            }
        }
        return names.isEmpty() ? QStringLiteral("no files at all") : QString();
    }
    bool saysDrift() { return says(window, QStringLiteral("no longer as it was")); }
    /// So many answers later, what was asked before has been answered, too, and what came of it.
    bool answers(int count)
    {
        bool isAnswered = true;
        for (int i = 0; isAnswered && i < count; ++i) {
            Awaited<HttpReply> reply;
            console.http.send({.url = console.workspace.url().resolved(QUrl(QStringLiteral("/api/info")))},
                              reply.then(&window));
            isAnswered = QTest::qWaitFor([&] { return reply.isHere(); });
        }
        return isAnswered;
    }
    bool isLookedAtNow()
    {
        return QTest::qWaitFor([this] { return draft().checkedAt.secsTo(clock.now()) == 0; });
    }

    Console console;
    LockableStore keyring{console.secrets};
    ManualClock clock;
    RoomId opened;
    QWidget window;
    ProblemBar problem;
    QAction setUp;
    QAction health;
    std::unique_ptr<SettingsFile> settings;
    std::unique_ptr<SetupDesk> desk;
};

} // namespace greenline
