#pragma once

#include "app/workspace/abilities.h"
#include "tests/ui/deskplace.h"
#include "tests/ui/window.h"
#include "ui/outbound/startdialog.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

inline const QString customer = QStringLiteral("+351912345678");

inline greenline::practice::PracticeOptions licensedDesk()
{
    greenline::practice::PracticeOptions options = Console::quiet();
    options.licence = greenline::practice::Licence::Enterprise;
    options.moreDepartments = {QStringLiteral("Billing")};
    return options;
}

/// A desk whose agent may start conversations, and the dialogue for it.
struct StartPlace : DeskPlace {
    StartPlace()
        : DeskPlace(licensedDesk())
    {
    }

    /// In, and may start conversations.
    bool enter()
    {
        if (!desk) {
            if (!signIn()) {
                return false;
            }
            showDesk();
        }
        const greenline::Abilities &abilities = console.session->abilities();
        return QTest::qWaitFor([&] { return abilities.verdict(greenline::Ability::Outbound) == greenline::Verdict(); });
    }
    void begin()
    {
        window.actions().newConversation->trigger();
        dialog = window.findChild<greenline::StartDialog *>();
    }
    bool open()
    {
        if (!enter()) {
            return false;
        }
        begin();
        return dialog && QTest::qWaitFor([this] { return templates()->count() > 0; });
    }
    bool openFilled()
    {
        if (!open()) {
            return false;
        }
        fill();
        return true;
    }
    /// Sends, and nobody knows how that ends.
    bool sendInTheDark()
    {
        console.workspace.faults().loseAnswers = 1;
        send()->click();
        return QTest::qWaitFor([this] {
            return says(*dialog, QStringLiteral("It is not known whether the text left.")) && !dialog->isBusy();
        });
    }
    /// The word that a text needs which may have left before; null: it needs none.
    QAbstractButton *again() const
    {
        return button(*dialog, QStringLiteral("Send it once more, although it may have left"));
    }
    /// Another desk for the same account, as after a start.
    void restart()
    {
        delete desk;
        showDesk();
    }
    QListWidget *templates() const { return named<QListWidget>(*dialog, QStringLiteral("Template")); }
    QLineEdit *edit(const QString &name) const { return named<QLineEdit>(*dialog, name); }
    QComboBox *box(const QString &name) const { return named<QComboBox>(*dialog, name); }
    QAbstractButton *send() const { return button(*dialog, QStringLiteral("Send first message")); }
    void fill()
    {
        edit(QStringLiteral("Recipient"))->clear();
        QTest::keyClicks(edit(QStringLiteral("Recipient")), customer);
        templates()->setCurrentRow(0);
        edit(QStringLiteral("Placeholder 1"))->setText(QStringLiteral("Marta"));
        edit(QStringLiteral("Placeholder 2"))->setText(QStringLiteral("8841"));
    }
    /// Who gets the answer: the first department there is, and the first agent of it.
    bool chooseAnswer()
    {
        for (const char *words : {"Department for the answer", "Agent for the answer"}) {
            QComboBox *choice = box(QString::fromLatin1(words));
            if (!QTest::qWaitFor([choice] { return choice->count() > 1; })) {
                return false;
            }
            choice->setCurrentIndex(1);
        }
        return true;
    }
    greenline::practice::PracticeTwilio &twilio() { return console.workspace.twilio(); }
    void grant(const QString &permission, const QStringList &roles)
    {
        greenline::practice::State &state = console.workspace.state();
        state.streams.permission(state.documents.permissions.change(
            permission, {{QStringLiteral("roles"), QJsonArray::fromStringList(roles)}}));
    }
    QStringList choices(const QString &name) const
    {
        QStringList found;
        for (int index = 0; index < box(name)->count(); ++index) {
            found.append(box(name)->itemText(index));
        }
        return found;
    }

    QPointer<greenline::StartDialog> dialog;
};
