#include "ui/features.h"

#include "app/workspace/session.h"
#include "ui/actions.h"
#include "ui/customer/customerdesk.h"
#include "ui/customer/customerpane.h"
#include "ui/deskhelp.h"
#include "ui/export/exporter.h"
#include "ui/find/earliermessages.h"
#include "ui/find/finder.h"
#include "ui/handover/handoverdesk.h"
#include "ui/lists/bulkdesk.h"
#include "ui/lists/listdesk.h"
#include "ui/palette/palette.h"
#include "ui/reply/replyfeatures.h"
#include "ui/timeline/conversationview.h"

#include <QWidget>

namespace greenline {

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
    new ListDesk(
        {needs.session, needs.list, needs.view, needs.problem, needs.clock, needs.settings, window, needs.open},
        &needs.desk);
    new BulkDesk({needs.session, needs.list, needs.problem, needs.clock, window, *actions.returnAll}, &needs.desk);
    new DeskHelp({needs.session, needs.problem, needs.clock, window, *actions.newConversation, *actions.diagnostics},
                 &needs.desk);
}

} // namespace greenline
