#pragma once

#include "tests/ui/deskplace.h"
#include "tests/ui/window.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/composer/replyedit.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QTest>

#include <functional>

/// A desk with one conversation of ours on screen, ready to be answered.
struct ReplyPlace : DeskPlace {
    explicit ReplyPlace(const greenline::practice::PracticeOptions &options = Console::quiet())
        : DeskPlace(options)
    {
    }

    bool open(const QString &first = QStringLiteral("Hi, it arrived broken"))
    {
        if (!signIn()) {
            return false;
        }
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
        showDesk();
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

    greenline::RoomId room;
    std::function<void()> prepare; ///< Once the conversation is ours, before it is shown.
    QString customer = QStringLiteral("+351912345678");
};
