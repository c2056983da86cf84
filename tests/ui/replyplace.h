#pragma once

#include "app/storage/settingsfile.h"
#include "tests/ui/window.h"
#include "tests/workspace/console.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/composer/replyedit.h"
#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/notify/notifier.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QTest>

#include <functional>

/// A desk with one conversation of ours on screen, ready to be answered.
struct ReplyPlace {
    explicit ReplyPlace(const greenline::practice::PracticeOptions &options = Console::quiet())
        : console(options)
        , settings(console.profile.filePath(QStringLiteral("settings.ini")))
        , window(settings)
        , notifier(console.clock)
    {
    }
    ~ReplyPlace() { delete desk; }

    bool open(const QString &first = QStringLiteral("Hi, it arrived broken"))
    {
        if (!console.signIn() || !console.start()) {
            return false;
        }
        notifier.setSoundOn(false);
        notifier.setNotificationsOn(false);
        console.text(customer, first);
        if (!QTest::qWaitFor([this] { return console.only() != nullptr; })) {
            return false;
        }
        room = console.only()->id;
        console.session->commands().take(room, {&console, [](const greenline::Result<greenline::TakeOutcome> &) {}});
        const auto isMine = [this] { return console.only() && console.only()->stage == greenline::Stage::Mine; };
        if (!QTest::qWaitFor(isMine)) {
            return false;
        }
        if (prepare) {
            prepare();
        }
        desk = new greenline::Desk({*console.session, console.clock, settings, window.actions(), notifier}, &window);
        window.addPage(desk);
        window.actions().setDeskEnabled(true);
        window.resize(1280, 800);
        window.show();
        QApplication::setActiveWindow(&window);
        desk->select(room);
        reply().setFocus();
        return QTest::qWaitFor([&] {
            return view().messages().store() && !console.session->timelines().isLoading(room) && reply().hasFocus();
        });
    }
    greenline::TimelineView &view() const { return *desk->findChild<greenline::TimelineView *>(); }
    greenline::Composer &composer() const { return *desk->findChild<greenline::Composer *>(); }
    greenline::ReplyEdit &reply() const { return composer().edit(); }
    /// The words of the bars over the box.
    QString told() const
    {
        QStringList words;
        for (const greenline::NoticeBar *bar : composer().findChildren<greenline::NoticeBar *>()) {
            if (bar->isVisible()) {
                words.append(bar->text());
            }
        }
        return words.join(u'\n');
    }

    Console console;
    greenline::SettingsFile settings;
    greenline::MainWindow window;
    greenline::Notifier notifier;
    greenline::Desk *desk = nullptr;
    greenline::RoomId room;
    std::function<void()> prepare; ///< Once the conversation is ours, before it is shown.
    QString customer = QStringLiteral("+351912345678");
};
