#include "ui/handover/handoverdesk.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/abilities.h"
#include "app/workspace/colleagues.h"
#include "app/workspace/handover.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "ui/composer/noticebar.h"
#include "ui/dialogs/problembar.h"
#include "ui/handover/forwarddialog.h"
#include "ui/handover/offers.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/phrases.h"

#include <QAction>
#include <QBoxLayout>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

Occasion occasionOf(Deed deed)
{
    switch (deed) {
    case Deed::Hold:
        return Occasion::PlacingOnHold;
    case Deed::Resume:
        return Occasion::Resuming;
    case Deed::JoinAsObserver:
        return Occasion::Joining;
    default:
        return Occasion::TakingOver;
    }
}

} // namespace

HandoverDesk::HandoverDesk(const Needs &needs, const Keys &keys, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_keys(keys)
    , m_returning(needs.session.handover(), needs.clock)
    , m_ticking(needs.clock, [this] { tick(); })
    , m_bar(new NoticeBar(needs.problem.parentWidget()))
{
    m_bar->setButton(tr("Undo"));
    m_bar->setToolTip(tr("If you quit before the time is up, the conversation stays yours."));
    auto *column = static_cast<QBoxLayout *>(needs.problem.parentWidget()->layout());
    column->insertWidget(column->indexOf(&needs.problem) + 1, m_bar);
    m_keys.undo.setEnabled(false);
    connectParts();
    needs.view.setOfferRule([this](const Conversation &conversation) { return offers(conversation); });
}

void HandoverDesk::connectParts()
{
    connect(&m_keys.forward, &QAction::triggered, this, [this] { onKey(Deed::Forward); });
    connect(&m_keys.returnToQueue, &QAction::triggered, this, [this] { onKey(Deed::ReturnToQueue); });
    connect(&m_keys.hold, &QAction::triggered, this,
            [this] { onKey(m_needs.view.conversation().stage == Stage::OnHold ? Deed::Resume : Deed::Hold); });
    connect(&m_keys.undo, &QAction::triggered, this, &HandoverDesk::undoReturn);
    connect(m_bar, &NoticeBar::pressed, this, &HandoverDesk::undoReturn);
    connect(&m_needs.view, &ConversationView::deedRequested, this, &HandoverDesk::onDeed);
    connect(&m_needs.session.abilities(), &Abilities::changed, &m_needs.view, &ConversationView::refreshOffers);
    connect(&m_returning, &Returning::changed, this, &HandoverDesk::onReturning);
    connect(&m_returning, &Returning::failed, this, &HandoverDesk::onReturnFailed);
}

QList<Offer> HandoverDesk::offers(const Conversation &conversation) const
{
    QList<Offer> offers = offersFor(conversation, m_needs.session.abilities());
    const bool isLeaving = conversation.id == m_returning.waiting() || conversation.id == m_returning.going();
    const bool isBusy = conversation.id == m_busy;
    for (Offer &offer : offers) {
        if (offer.whyNot.isEmpty() && (isLeaving || isBusy)) {
            offer.whyNot = isLeaving ? tr("It is being returned to the queue.") : tr("The workspace is being asked.");
        }
    }
    return offers;
}

/// Asked for by key or menu, where nothing shows beforehand that it cannot be.
void HandoverDesk::onKey(Deed deed)
{
    ask(m_needs.view.conversation(), deed);
}

void HandoverDesk::onDeed(const RoomId &room, Deed deed)
{
    if (room == m_needs.view.room()) {
        ask(m_needs.view.conversation(), deed);
    }
}

void HandoverDesk::ask(const Conversation &conversation, Deed deed)
{
    const QString reason = whyNot(deed, conversation, m_needs.session.abilities());
    if (!reason.isEmpty()) {
        m_needs.problem.tell({reason, {}, {}});
        return;
    }
    if (conversation.id == m_returning.waiting() || conversation.id == m_returning.going()
        || conversation.id == m_busy) {
        return; // the bar, or the header, says so
    }
    m_needs.problem.clear();
    if (deed == Deed::Forward) {
        askWhere(conversation);
    } else if (deed == Deed::ReturnToQueue) {
        startReturn(conversation);
    } else {
        change(conversation.id, deed);
    }
}

void HandoverDesk::askWhere(const Conversation &conversation)
{
    auto *dialog = new ForwardDialog(customerName(conversation), conversation.department, m_needs.view.window());
    if (m_needs.session.outbox().hasUnsent(conversation.id)) {
        dialog->warnOfUnsent();
    }
    connect(dialog, &ForwardDialog::forwardRequested, this,
            [this, room = conversation.id, dialog](const ForwardRequest &request) { forward(room, dialog, request); });
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

void HandoverDesk::forward(const RoomId &room, ForwardDialog *dialog, const ForwardRequest &request)
{
    dialog->setBusy(true);
    const QString target = dialog->target();
    // The dialogue may be put away meanwhile; how it ended is told all the same.
    m_needs.session.handover().forward(
        room, request, {this, [this, target, dialog = QPointer<ForwardDialog>(dialog)](const Status &done) {
                            if (done) {
                                if (dialog) {
                                    dialog->accept();
                                }
                                m_needs.problem.inform(tr("Forwarded to %1.").arg(target));
                                return;
                            }
                            const ErrorText problem = errorText(done.error(), Occasion::Forwarding);
                            if (dialog && dialog->isVisible()) {
                                dialog->tell(problem);
                            } else {
                                m_needs.problem.tell(problem);
                            }
                        }});
}

void HandoverDesk::change(const RoomId &room, Deed deed)
{
    m_busy = room;
    m_needs.view.refreshOffers();
    const Then<Done> then(this, [this, deed](const Status &done) {
        m_busy = {};
        m_needs.view.refreshOffers();
        if (!done) {
            m_needs.problem.tell(errorText(done.error(), occasionOf(deed)));
        } else if (deed == Deed::TakeOver) {
            m_needs.view.focusReply();
        } else if (deed == Deed::JoinAsObserver) {
            m_needs.problem.inform(tr("You read along now. The customer and the agent go on as before."));
        }
    });
    Handover &handover = m_needs.session.handover();
    if (deed == Deed::Hold) {
        handover.placeOnHold(room, then);
    } else if (deed == Deed::Resume) {
        handover.resume(room, then);
    } else if (deed == Deed::JoinAsObserver) {
        handover.join(room, then);
    } else {
        handover.takeOver(room, then);
    }
}

void HandoverDesk::startReturn(const Conversation &conversation)
{
    m_returned = customerName(conversation);
    m_startedAt = m_needs.clock.monotonic();
    m_returning.start(conversation.id);
}

void HandoverDesk::undoReturn()
{
    const RoomId room = m_returning.waiting();
    if (m_returning.undo() && room == m_needs.view.room()) {
        m_needs.view.focusReply();
    }
}

void HandoverDesk::onReturning()
{
    const bool isWaiting = !m_returning.waiting().isEmpty();
    m_keys.undo.setEnabled(isWaiting);
    m_bar->setButton(isWaiting ? tr("Undo") : QString());
    if (isWaiting) {
        tick();
        m_bar->setFocus(Qt::OtherFocusReason); // so that the key for undo means this, not what was typed
    } else {
        m_ticking.stop();
        const bool isGoing = !m_returning.going().isEmpty();
        m_bar->setText(isGoing ? tr("Returning %1 to the queue…").arg(m_returned) : QString());
    }
    m_needs.view.refreshOffers();
}

void HandoverDesk::tick()
{
    const auto left = Returning::pause - (m_needs.clock.monotonic() - m_startedAt);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    if (seconds > 0) {
        m_bar->setText(tr("Returning %1 to the queue in %2 s…").arg(m_returned).arg(seconds));
        m_ticking.start(1s);
    }
}

void HandoverDesk::onReturnFailed(const RoomId &, const Error &error)
{
    m_needs.problem.tell(errorText(error, Occasion::Returning));
}

} // namespace greenline
