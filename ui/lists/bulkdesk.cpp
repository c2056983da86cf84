#include "ui/lists/bulkdesk.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/abilities.h"
#include "app/workspace/colleagues.h"
#include "app/workspace/handover.h"
#include "app/workspace/session.h"
#include "ui/conversations/conversationlist.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/problembar.h"
#include "ui/handover/forwarddialog.h"
#include "ui/handover/offers.h"
#include "ui/lists/bulkwords.h"
#include "ui/lists/summarydialog.h"
#include "ui/words/phrases.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

using namespace std::chrono_literals;

namespace greenline {

namespace {

Deed singleDeed(BulkBar::Deed deed)
{
    switch (deed) {
    case BulkBar::Deed::Return:
        return Deed::ReturnToQueue;
    case BulkBar::Deed::Forward:
        return Deed::Forward;
    case BulkBar::Deed::Close:
        break;
    }
    return Deed::Close;
}

Occasion bulkOccasion(BulkBar::Deed deed)
{
    switch (deed) {
    case BulkBar::Deed::Return:
        return Occasion::Returning;
    case BulkBar::Deed::Forward:
        return Occasion::Forwarding;
    case BulkBar::Deed::Close:
        break;
    }
    return Occasion::Closing;
}

} // namespace

BulkDesk::BulkDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bulk(needs.clock)
    , m_bar(new BulkBar(&needs.list))
    , m_ticking(needs.clock, [this] { onProgress(); })
{
    needs.list.addBelow(m_bar);
    connect(&needs.list, &ConversationList::chosenChanged, this, &BulkDesk::refresh);
    connect(&needs.session.abilities(), &Abilities::changed, this, &BulkDesk::refresh);
    connect(m_bar, &BulkBar::requested, this, &BulkDesk::onRequested);
    connect(m_bar, &BulkBar::cancelRequested, this, [this] {
        if (m_bulk.isRunning()) {
            m_bulk.cancel();
        } else {
            m_needs.list.clearChosen();
        }
    });
    connect(&m_bulk, &Bulk::changed, this, &BulkDesk::onProgress);
    connect(&m_bulk, &Bulk::finished, this, &BulkDesk::onFinished);
    connect(&needs.returnAll, &QAction::triggered, this, &BulkDesk::returnAll);
}

void BulkDesk::refresh()
{
    if (m_bulk.isRunning()) {
        return;
    }
    m_bar->showMarked(static_cast<int>(m_needs.list.chosen().size()));
    for (const BulkBar::Deed deed : {BulkBar::Deed::Return, BulkBar::Deed::Forward, BulkBar::Deed::Close}) {
        m_bar->setWhyNot(deed, whyNot(deed));
    }
}

/// Why nothing of it can be done at all; what is wrong with one of them alone, the summary says.
QString BulkDesk::whyNot(BulkBar::Deed deed) const
{
    QString reason;
    const QList<RoomId> rooms = m_needs.list.chosen();
    for (const RoomId &room : rooms) {
        const Conversation *conversation = m_needs.session.conversations().find(room);
        reason = conversation ? greenline::whyNot(singleDeed(deed), *conversation, m_needs.session.abilities())
                              : QString();
        if (reason.isEmpty()) {
            return {};
        }
    }
    return reason;
}

void BulkDesk::onRequested(BulkBar::Deed deed)
{
    const QList<RoomId> rooms = m_needs.list.chosen();
    if (rooms.isEmpty() || m_bulk.isRunning()) {
        return;
    }
    if (deed == BulkBar::Deed::Return) {
        askReturn(rooms);
    } else if (deed == BulkBar::Deed::Forward) {
        askForward(rooms);
    } else {
        askClose(rooms);
    }
}

QList<RoomId> BulkDesk::mine() const
{
    QList<RoomId> rooms;
    const ConversationStore &conversations = m_needs.session.conversations();
    for (int row = 0; row < conversations.size(); ++row) {
        if (conversations.at(row).stage == Stage::Mine) {
            rooms.append(conversations.at(row).id);
        }
    }
    return rooms;
}

void BulkDesk::returnAll()
{
    const QList<RoomId> rooms = mine();
    if (m_bulk.isRunning()) {
        return; // the bar shows it
    }
    if (rooms.isEmpty()) {
        m_needs.problem.inform(tr("You serve no conversation that could be returned."));
        return;
    }
    const Conversation *first = m_needs.session.conversations().find(rooms.first());
    const QString reason = greenline::whyNot(Deed::ReturnToQueue, *first, m_needs.session.abilities());
    if (!reason.isEmpty()) {
        m_needs.problem.tell({reason, {}, {}});
        return;
    }
    askReturn(rooms);
}

void BulkDesk::askReturn(const QList<RoomId> &rooms)
{
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Return to queue"),
                                     tr("Return %1 conversations to the queue?").arg(rooms.size()), QMessageBox::Cancel,
                                     &m_needs.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Others can take them then. Drafts stay on this computer."));
    QPushButton *yes = question->addButton(tr("Return all"), QMessageBox::AcceptRole);
    question->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, [this, rooms] {
        start(BulkBar::Deed::Return, rooms, [this](const RoomId &room, const Then<Done> &then) {
            m_needs.session.handover().returnToQueue(room, then);
        });
    });
    question->open();
}

void BulkDesk::askForward(const QList<RoomId> &rooms)
{
    auto *dialog = new ForwardDialog(tr("%1 conversations").arg(rooms.size()), {}, &m_needs.window);
    connect(dialog, &ForwardDialog::forwardRequested, this, [this, rooms, dialog](const ForwardRequest &request) {
        dialog->accept();
        start(BulkBar::Deed::Forward, rooms, [this, request](const RoomId &room, const Then<Done> &then) {
            m_needs.session.handover().forward(room, request, then);
        });
    });
    m_needs.session.colleagues().read(m_needs.session.signedIn().me.id,
                                      {dialog, [dialog](const Result<Handees> &handees) {
                                           if (handees) {
                                               dialog->setHandees(*handees);
                                           } else {
                                               dialog->tell(errorText(handees.error(), Occasion::Forwarding));
                                           }
                                       }});
    dialog->open();
}

void BulkDesk::askClose(const QList<RoomId> &rooms)
{
    auto *dialog = new CloseDialog(tr("%1 conversations").arg(rooms.size()), &m_needs.window);
    if (!m_needs.session.abilities().may(Ability::SendTranscript)) {
        dialog->hideTranscript();
    }
    connect(dialog, &CloseDialog::closeRequested, this, [this, rooms, dialog](const CloseRequest &request) {
        dialog->accept();
        start(BulkBar::Deed::Close, rooms, [this, request](const RoomId &room, const Then<Done> &then) {
            m_needs.session.commands().close(room, request, then);
        });
    });
    // The rules of one; where a department asks for more, the conversation stays and the summary says why.
    m_needs.session.commands().closeRules(
        {rooms.first(), dialog}, {dialog, [dialog](const Result<CloseRules> &rules) {
                                      if (rules) {
                                          dialog->setRules(*rules);
                                      } else {
                                          dialog->tellUnknownRules(errorText(rules.error(), Occasion::Closing));
                                      }
                                  }});
    dialog->open();
}

void BulkDesk::start(BulkBar::Deed deed, const QList<RoomId> &rooms, const Bulk::Deed &how)
{
    m_deed = deed;
    m_names.clear();
    for (const RoomId &room : rooms) {
        const Conversation *conversation = m_needs.session.conversations().find(room);
        m_names.insert(room, conversation ? customerName(*conversation) : room.value);
    }
    m_needs.problem.clear();
    m_needs.list.clearChosen();
    m_bulk.start(rooms, how);
}

void BulkDesk::onProgress()
{
    if (!m_bulk.isRunning()) {
        m_ticking.stop();
        return;
    }
    m_bar->showProgress({bulkProgress(m_deed, m_bulk), m_bulk.answered(), m_bulk.total()});
    if (m_bulk.pause() > 0ms) {
        m_ticking.start(1s);
    }
}

void BulkDesk::onFinished()
{
    refresh();
    const QString outcome = bulkOutcome(m_deed, m_bulk);
    if (m_bulk.failures().isEmpty()) {
        m_needs.problem.inform(outcome);
        return;
    }
    QStringList failures;
    for (const Bulk::Failure &failure : m_bulk.failures()) {
        //: Customer and why
        failures.append(
            tr("%1: %2").arg(m_names.value(failure.room), errorText(failure.error, bulkOccasion(m_deed)).oneLine()));
    }
    (new SummaryDialog(outcome, failures, &m_needs.window))->open();
}

} // namespace greenline
