#pragma once

#include "app/practice/state.h"
#include "app/practice/twilioscene.h"
#include "app/setup/checkup.h"
#include "tests/ui/window.h"
#include "tests/workspace/console.h"
#include "ui/wizard/arrivalfeed.h"
#include "ui/wizard/codedialog.h"
#include "ui/wizard/shopdialog.h"
#include "ui/wizard/wizardwindow.h"

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QStackedWidget>
#include <QTest>

inline greenline::practice::PracticeOptions nothingSetUp()
{
    greenline::practice::PracticeOptions options = Console::quiet();
    options.sms = greenline::practice::Sms::Off;
    return options;
}

/// The set-up of a workspace whose SMS is off, with an administrator before it.
struct WizardPlace {
    explicit WizardPlace(const greenline::practice::PracticeOptions &options = nothingSetUp())
        : console(options)
    {
    }

    bool open(const QString &who = QStringLiteral("admin"))
    {
        if (!console.signIn(who) || !console.start()) {
            return false;
        }
        greenline::Session &session = *console.session;
        const greenline::ServerVersion version = session.signedIn().version;
        hosts.api = hosts.messaging = hosts.monitor = hosts.pricing = hosts.lookups = console.workspace.twilioUrl();
        checkup = std::make_unique<greenline::Checkup>(
            greenline::Checkup::Needs{session.rest(), version, console.http, *time, hosts});
        feed = std::make_unique<greenline::ArrivalFeed>(
            greenline::ArrivalFeed::Needs{session.conversations(), session.rest(), console.clock, checkup->arrival()});
        return openWindow();
    }
    bool openWindow()
    {
        const QUrl workspace = console.workspace.url();
        window = std::make_unique<greenline::WizardWindow>(
            greenline::WizardWindow::Needs{*checkup, *time, console.http, hosts, workspace, true},
            greenline::WizardDraft(), nullptr);
        QObject::connect(window.get(), &greenline::WizardWindow::watching, feed.get(), &greenline::ArrivalFeed::watch);
        window->show();
        return QTest::qWaitForWindowExposed(window.get());
    }

    QWidget &page() { return *window->findChild<QStackedWidget *>()->currentWidget(); }
    QStringList rows()
    {
        QStringList rows;
        const auto *list = named<QListView>(page(), QStringLiteral("Checks"));
        for (int row = 0; list && row < list->model()->rowCount(); ++row) {
            rows.append(list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        }
        return rows;
    }
    QString told()
    {
        QStringList all = rows();
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }
    bool saysRow(const QString &part) { return rows().join(u'\n').contains(part); }
    bool rest()
    {
        return QTest::qWaitFor([this] { return !checkup->runner().isRunning(); });
    }
    void select(const QString &title)
    {
        auto *list = named<QListView>(page(), QStringLiteral("Checks"));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (rows().at(row).startsWith(title)) {
                list->setCurrentIndex(list->model()->index(row, 0));
            }
        }
    }
    bool press(const QString &words, QWidget *within = nullptr)
    {
        QAbstractButton *found = button(within ? *within : *window, words);
        if (!found || !found->isEnabled()) {
            qWarning() << "no button" << words << "on" << page().accessibleName() << rows();
            return false;
        }
        found->click();
        return true;
    }
    /// The workspace wants the password again before it saves.
    bool confirm()
    {
        if (!QTest::qWaitFor([this] { return window->findChild<greenline::CodeDialog *>(); })) {
            return false;
        }
        auto *dialog = window->findChild<greenline::CodeDialog *>();
        named<QLineEdit>(*dialog, QStringLiteral("Password"))->setText(console.passwordOf(QStringLiteral("admin")));
        return press(QStringLiteral("Continue"), dialog);
    }
    /// The repair that is offered first, and what it leads to.
    bool mend(const QString &title)
    {
        select(title);
        if (!press(QStringLiteral("Repair"))) {
            return false;
        }
        const auto isMended = [&] {
            if (window->findChild<greenline::CodeDialog *>()) {
                confirm();
            }
            return saysRow(title + QStringLiteral(", Passed"));
        };
        const bool isDone = QTest::qWaitFor(isMended);
        if (!isDone) {
            qWarning().noquote() << told();
        }
        return isDone;
    }
    /// On the page "webhook", with a number whose texts go to an address.
    bool openAtHook(const QString &address)
    {
        greenline::practice::TwilioScene scene;
        scene.numbers
            = {{{QStringLiteral("phone_number"), console.workspace.number()}, {QStringLiteral("sms_url"), address}}};
        console.workspace.twilio().setScene(scene);
        if (!open()) {
            return false;
        }
        enterLogin();
        if (!press(QStringLiteral("Check")) || !rest()) {
            return false;
        }
        greenline::SetupPlan plan = checkup->plan();
        plan.number = console.workspace.number();
        checkup->setPlan(plan);
        window->showPage(QStringLiteral("webhook"));
        return rest();
    }
    void enterLogin()
    {
        window->showPage(QStringLiteral("twilio"));
        named<QLineEdit>(page(), QStringLiteral("Account SID"))->setText(console.workspace.accountSid());
        named<QLineEdit>(page(), QStringLiteral("Auth Token"))->setText(u' ' + console.workspace.authToken());
    }
    /// With what is for sale in it.
    bool openShop()
    {
        enterLogin();
        const bool isRead = press(QStringLiteral("Check")) && rest();
        window->showPage(QStringLiteral("number"));
        if (!isRead || !rest() || !press(QStringLiteral("Buy a number…"))) {
            return false;
        }
        auto *shop = window->findChild<greenline::ShopDialog *>();
        auto *offers = named<QListWidget>(*shop, QStringLiteral("Numbers for sale"));
        const bool isOpen = QTest::qWaitFor([&] { return button(*shop, QStringLiteral("Search"))->isEnabled(); });
        return isOpen && press(QStringLiteral("Search"), shop) && QTest::qWaitFor([&] { return offers->count() > 0; });
    }
    QString settingOf(const QString &id) { return console.workspace.state().settings.text(id); }

    Console console;
    greenline::Clock *time = &console.clock; ///< A test may have its own, before it opens.
    greenline::TwilioHosts hosts;
    std::unique_ptr<greenline::Checkup> checkup;
    std::unique_ptr<greenline::ArrivalFeed> feed;
    std::unique_ptr<greenline::WizardWindow> window;
};
