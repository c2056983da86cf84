#pragma once

#include "app/storage/settingsfile.h"
#include "tests/workspace/console.h"
#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/notify/notifier.h"

/// A console that is signed in to a practice workspace, and its desk in a window.
struct DeskPlace {
    explicit DeskPlace(const greenline::practice::PracticeOptions &options)
        : console(options)
        , settings(console.profile.filePath(QStringLiteral("settings.ini")))
        , window(settings)
        , notifier(console.clock)
    {
    }
    ~DeskPlace() { delete desk; }
    DeskPlace(const DeskPlace &) = delete;
    DeskPlace &operator=(const DeskPlace &) = delete;

    bool signIn()
    {
        notifier.setSoundOn(false);
        notifier.setNotificationsOn(false);
        return console.signIn() && console.start();
    }
    void showDesk()
    {
        desk = new greenline::Desk({*console.session, console.clock, settings, window.actions(), notifier}, &window);
        window.addPage(desk);
        window.actions().setDeskEnabled(true);
        window.resize(1280, 800);
        window.show();
        desk->finish();
    }

    Console console;
    greenline::SettingsFile settings;
    greenline::MainWindow window;
    greenline::Notifier notifier;
    greenline::Desk *desk = nullptr;
};
