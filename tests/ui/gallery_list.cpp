// Renders the list, the status pieces and the customer pane with made-up conversations to PNG files, to be looked at.
// ui_gallery_list FOLDER
#include "madeup.h"
#include "ui/conversations/conversationlist.h"
#include "ui/customer/customerpane.h"
#include "ui/status/availabilitybutton.h"
#include "ui/status/connectionbanner.h"
#include "ui/status/queuepill.h"
#include "ui/status/statusline.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

void fill(ConversationStore &store)
{
    store.setMe(madeUpMe);
    putQueued(store,
              {.id = u"q1"_s,
               .number = u"+14155550142"_s,
               .text = u"Hi, my order 8841 arrived broken 😞"_s,
               .secondsAgo = 372,
               .department = u"support"_s});
    putQueued(store,
              {.id = u"q2"_s,
               .name = u"Priya Natarajan"_s,
               .text = u"Is this the right cable?"_s,
               .secondsAgo = 134,
               .presence = Presence::Away,
               .department = u"sales"_s});
    putQueued(store,
              {.id = u"q3"_s,
               .number = u"+4915123456789"_s,
               .text = u"Guten Tag, wann liefern Sie?"_s,
               .secondsAgo = 7,
               .presence = Presence::Offline});
    putQueued(store,
              {.id = u"q4"_s,
               .name = u"<b>Bold</b> &amp; an endless name that never seems to come to its end"_s,
               .text = u"<img src=http://evil.example/x>\n\nline two of a long text that must be cut somewhere"_s,
               .secondsAgo = 3,
               .source = Source::Widget,
               .presence = Presence::Busy,
               .department = u"long"_s});
    putMine(store,
            {.id = u"m1"_s,
             .name = u"Marta Oliveira"_s,
             .number = u"+351912345678"_s,
             .text = u"Great — and can I change the address?"_s,
             .secondsAgo = 20,
             .department = u"support"_s,
             .unread = 2,
             .isAnswered = false});
    putMine(store,
            {.id = u"m2"_s,
             .name = u"Sam Whitfield"_s,
             .text = u"The courier will call you before 6"_s,
             .secondsAgo = 540,
             .isOurs = true});
    putMine(store,
            {.id = u"m3"_s,
             .number = u"+12125550118"_s,
             .text = u"Here is the slip"_s,
             .secondsAgo = 1680,
             .isOurs = true,
             .unread = 120});
    putMine(store,
            {.id = u"m4"_s,
             .name = u"שרה כהן"_s,
             .text = u"שלום, איפה ההזמנה שלי?"_s,
             .secondsAgo = 3680,
             .source = Source::Email});
    putMine(store,
            {.id = u"h1"_s,
             .name = u"Jonas Lind"_s,
             .text = u"We come back when it is in stock"_s,
             .secondsAgo = 90'000,
             .source = Source::App,
             .presence = Presence::Offline,
             .isOurs = true,
             .isOnHold = true});
    store.setDraft(RoomId{u"m2"_s}, true);
    store.setFailure(RoomId{u"m3"_s}, true);
    store.setDraft(RoomId{u"m3"_s}, true);
    store.setDraft(RoomId{u"q4"_s}, true);
}

ConnectionState lost()
{
    ConnectionState state;
    state.line = ConnectionState::Line::Waiting;
    state.retryIn = std::chrono::seconds(12);
    state.checkedAt = madeUpNow.addSecs(-42);
    return state;
}

ConnectionState live()
{
    ConnectionState state;
    state.line = ConnectionState::Line::Live;
    state.checkedAt = madeUpNow.addSecs(-12);
    return state;
}

/// The desk without its middle.
class Corner : public QWidget
{
public:
    Corner(ConversationStore &store, AgentStore &agent, Clock &clock, bool isOnline)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins({});
        column->setSpacing(0);
        auto *pill = new QueuePill(clock, this);
        pill->setQueue(store.waiting(), store.size() > 0 ? store.at(0).waitingSince : QDateTime());
        auto *availability = new AvailabilityButton(this);
        availability->setAgent(agent.me(), store.mine());
        auto *top = new QHBoxLayout;
        top->setContentsMargins(14, 8, 14, 8);
        top->addStretch(1);
        top->addWidget(pill);
        top->addWidget(availability);
        auto *send = new QPushButton(u"Send"_s, this);
        send->setProperty("primary", true);
        top->addWidget(send);
        top->addWidget(new QPushButton(u"Close conversation"_s, this));
        column->addLayout(top);
        auto *banner = new ConnectionBanner(clock, this);
        column->addWidget(banner);
        auto *panes = new QHBoxLayout;
        panes->setSpacing(1);
        auto *list = new ConversationList(store, agent, clock, this);
        list->setShowsAllChannels(true);
        list->setFixedWidth(328);
        list->select(RoomId{u"m1"_s});
        auto *customer = new CustomerPane(agent, this);
        customer->setConversation(store.find(RoomId{u"m1"_s}));
        panes->addWidget(list);
        panes->addWidget(customer);
        column->addLayout(panes, 1);
        auto *status = new StatusLine(clock, this);
        status->setServer({8, 8});
        status->setWaitingToSend(isOnline ? 0 : 2);
        banner->setState(isOnline ? live() : lost());
        status->setState(isOnline ? live() : lost());
        column->addWidget(status);
        resize(700, 860);
    }
};

void save(QWidget &widget, const QString &file)
{
    widget.show();
    QApplication::processEvents();
    widget.grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(QApplication::arguments().value(1, u"."_s));
    Theme theme(application);
    ManualClock clock(madeUpNow);
    AgentStore agent;
    agent.setDepartments({{.id = DepartmentId{u"support"_s}, .name = u"Support"_s},
                          {.id = DepartmentId{u"sales"_s}, .name = u"Sales"_s},
                          {.id = DepartmentId{u"long"_s}, .name = u"Department of returned and broken goods"_s}});
    agent.setMe({.id = madeUpMe, .name = u"Ana"_s, .availability = Availability::Available, .maximumChats = 5});
    ConversationStore store;
    fill(store);
    ConversationStore empty;
    for (const auto &[scheme, name] :
         {std::pair(Theme::Scheme::Light, u"light"_s), std::pair(Theme::Scheme::Dark, u"dark"_s)}) {
        theme.setScheme(scheme);
        Corner full(store, agent, clock, true);
        save(full, folder.filePath(u"list-%1.png"_s.arg(name)));
        Corner offline(store, agent, clock, false);
        offline.setLayoutDirection(Qt::RightToLeft);
        save(offline, folder.filePath(u"list-rtl-offline-%1.png"_s.arg(name)));
        Corner nobody(empty, agent, clock, true);
        save(nobody, folder.filePath(u"list-empty-%1.png"_s.arg(name)));
    }
    QFont large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    QApplication::setFont(large);
    Corner zoomed(store, agent, clock, true);
    save(zoomed, folder.filePath(u"list-125.png"_s));
    return 0;
}
