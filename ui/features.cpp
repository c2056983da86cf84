#include "ui/features.h"

#include "app/workspace/session.h"
#include "ui/actions.h"
#include "ui/board/boarddesk.h"
#include "ui/customer/customerdesk.h"
#include "ui/customer/customerpane.h"
#include "ui/deskhelp.h"
#include "ui/dialogs/problembar.h"
#include "ui/export/exporter.h"
#include "ui/find/earliermessages.h"
#include "ui/find/finder.h"
#include "ui/handover/handoverdesk.h"
#include "ui/lists/bulkdesk.h"
#include "ui/lists/listdesk.h"
#include "ui/lists/samenumber.h"
#include "ui/notify/noticebell.h"
#include "ui/notify/queuealarm.h"
#include "ui/outbound/startdesk.h"
#include "ui/palette/palette.h"
#include "ui/reply/quickreply.h"
#include "ui/reply/replyfeatures.h"
#include "ui/settings/preferencesdesk.h"
#include "ui/status/away.h"
#include "ui/status/awaykeeper.h"
#include "ui/status/shiftdesk.h"
#include "ui/timeline/conversationview.h"
#include "ui/topbar.h"
#include "ui/wizard/setupdesk.h"

#include <QAction>
#include <QWidget>

namespace greenline {

void addListFeatures(const DeskParts &parts)
{
    QWidget &window = *parts.desk.window();
    new ListDesk({parts.session, parts.list, parts.problem, parts.clock, parts.settings, window}, &parts.desk);
    new BulkDesk({parts.session, parts.list, parts.problem, parts.clock, window, *parts.actions.returnAll},
                 &parts.desk);
}

void addFeatures(const FeatureNeeds &needs)
{
    const Actions &actions = needs.actions;
    QWidget &window = *needs.desk.window();
    new Finder({needs.session, needs.view, needs.problem, needs.clock, window, needs.open},
               {*actions.find, *actions.findNext, *actions.findPrevious, *actions.findEverywhere, *actions.goToNewest,
                *actions.goToUnread, *actions.goToDate},
               &needs.desk);
    new Palette({needs.session.conversations(), needs.settings, window, *actions.palette, needs.open}, &needs.desk);
    new EarlierMessages({needs.session, needs.view, needs.problem}, &needs.desk);
    new HandoverDesk({needs.session, needs.view, needs.problem, needs.clock},
                     {*actions.forward, *actions.returnToQueue, *actions.hold, *actions.undoReturn}, &needs.desk);
    new CustomerDesk({needs.session, needs.customer, needs.problem, needs.clock, needs.open}, &needs.desk);
    addReplyFeatures(
        {needs.session, needs.clock, needs.settings, needs.view, needs.view.composer(), needs.problem, window,
         needs.open,
         [&customer = needs.customer](QWidget *page, const QString &title) { customer.addTab(page, title); }},
        {*actions.cannedResponses, *actions.attach, *actions.emoji, *actions.sendAndNext, *actions.enterSends,
         actions.holdSends},
        &needs.desk);
    new Exporter({needs.session, needs.view, needs.problem, needs.clock, window, *actions.exportConversation},
                 &needs.desk);
    new SameNumber({needs.session, needs.list, needs.view, needs.open}, &needs.desk);
    new StartDesk({needs.session, needs.problem, needs.clock, needs.settings, window, *actions.newConversation},
                  &needs.desk);
    new DeskHelp({needs.session, needs.clock, window, *actions.diagnostics}, &needs.desk);
}

void addAttention(const FeatureNeeds &needs)
{
    const Actions &actions = needs.actions;
    Session &session = needs.session;
    QWidget &window = *needs.desk.window();
    new QuickReply({session, needs.notifier, needs.view}, &needs.desk);
    new QueueAlarm({session.conversations(), session.agent(), needs.notifier, needs.clock, *actions.allChannels},
                   &needs.desk);
    NoticeBell &bell = needs.bell;
    QObject::connect(actions.noticeHistory, &QAction::triggered, &bell, &NoticeBell::open);
    QObject::connect(&bell, &NoticeBell::chosen, &needs.desk, needs.open);
    AwayKeeper &away = keepAway(session, needs.settings, needs.clock, &needs.desk);
    QObject::connect(&away, &AwayKeeper::told, &needs.problem, &ProblemBar::inform);
    QObject::connect(&away, &AwayKeeper::failed, &needs.problem, &ProblemBar::tell);
    auto *preferences = new PreferencesDesk(
        {needs.notifier, away, window},
        {*actions.preferences, *actions.doNotDisturb, *actions.quietForAnHour, *actions.sound, *actions.notifications},
        &needs.desk);
    QObject::connect(&bell, &NoticeBell::preferencesWanted, preferences, &PreferencesDesk::open);
    new ShiftDesk({session, bell, *actions.shiftFigures}, &needs.desk);
    new BoardDesk({session, needs.problem, needs.clock, window, *actions.managerBoard}, &needs.desk);
    new SetupDesk({session, needs.clock, needs.settings, needs.secrets, needs.problem, window,
                   [&top = needs.top](QWidget *tool) { top.addTool(tool); }, needs.open},
                  {*actions.smsSetup, *actions.health}, &needs.desk);
}

} // namespace greenline
