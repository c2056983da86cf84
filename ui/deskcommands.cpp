#include "ui/deskcommands.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/pauses.h"
#include "app/workspace/session.h"
#include "ui/dialogs/closedialog.h"
#include "ui/handover/offers.h"
#include "ui/words/abilitywords.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// A letter, not a shortcut.
bool isWriting(const QEvent &event)
{
    if (event.type() == QEvent::InputMethod) {
        const auto &input = static_cast<const QInputMethodEvent &>(event);
        return !input.commitString().isEmpty() || !input.preeditString().isEmpty();
    }
    if (event.type() != QEvent::KeyPress) {
        return false;
    }
    const auto &key = static_cast<const QKeyEvent &>(event);
    const bool isShortcut = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isShortcut && !key.text().isEmpty() && key.text().at(0).isPrint();
}

} // namespace

DeskCommands::DeskCommands(Session &session, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
{
    connect(&session.conversations(), &ConversationStore::changed, this, &DeskCommands::onRow);
    connect(&session, &Session::connectionChanged, this, [this] {
        if (m_session.connection().line == ConnectionState::Line::Live) {
            forgetUntaken(); // whatever stood in the way, the list is true again
        }
    });
}

void DeskCommands::onRow(int row)
{
    const Conversation &conversation = m_session.conversations().at(row);
    if (conversation.id == m_untaken && conversation.stage != Stage::Queue) {
        forgetUntaken();
    }
}

bool DeskCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (isWriting(*event)) {
        m_toOpen = {};
    }
    return QObject::eventFilter(watched, event);
}

void DeskCommands::noteOpened(const RoomId &room)
{
    if (!room.isEmpty() && room != m_toOpen) {
        m_toOpen = {};
    }
    if (room != m_untaken) {
        forgetUntaken();
    }
}

void DeskCommands::forgetUntaken()
{
    m_untaken = {};
    if (const QString words = std::exchange(m_untakenWords, {}); !words.isEmpty()) {
        Q_EMIT settled(words);
    }
}

void DeskCommands::take(const RoomId &room)
{
    if (m_taking.contains(room)) {
        return; // the button says so
    }
    if (room.isEmpty()) {
        Q_EMIT told(tr("Nobody is waiting."));
        return;
    }
    if (const QString reason = refusal(Ability::Take); !reason.isEmpty()) {
        Q_EMIT failed({reason, {}, {}});
        return;
    }
    m_taking.insert(room);
    m_toOpen = room;
    qApp->installEventFilter(this); // as often as one likes: it is there once
    Q_EMIT takingChanged();
    m_session.commands().take(room, {this, [this, room](const Result<TakeOutcome> &outcome) {
                                         m_taking.remove(room);
                                         if (m_taking.isEmpty()) {
                                             qApp->removeEventFilter(this);
                                         }
                                         Q_EMIT takingChanged();
                                         tellTake(room, outcome);
                                     }});
}

void DeskCommands::takeNext(const RoomId &first)
{
    const bool isOneComing = std::any_of(m_taking.cbegin(), m_taking.cend(), [this](const RoomId &room) {
        const Conversation *conversation = m_session.conversations().find(room);
        return conversation && conversation->stage == Stage::Mine;
    });
    if (!isOneComing) {
        take(first);
    }
}

/// Empty: it may be tried.
QString DeskCommands::refusal(Ability ability) const
{
    return abilityRefusal(ability, m_session.abilities().verdict(ability));
}

void DeskCommands::tellTake(const RoomId &room, const Result<TakeOutcome> &outcome)
{
    if (!outcome) {
        Error error = outcome.error();
        if (error.code == "error-agent-status-service-offline"_L1
            && m_session.agent().me().availability == Availability::Available) {
            error.code = u"seen-offline"_s; // the same refusal, for another reason
        }
        const ErrorText words = errorText(error, Occasion::Taking);
        m_untaken = room;
        m_untakenWords = words.oneLine();
        Q_EMIT failed(words);
        return;
    }
    switch (outcome->verdict) {
    case TakeOutcome::Verdict::Mine:
        tellMine(room);
        return;
    case TakeOutcome::Verdict::TakenByOther:
        Q_EMIT told(outcome->byWhom.isEmpty() ? tr("Somebody else took it.")
                                              : tr("%1 took it.").arg(plainLine(outcome->byWhom)));
        return;
    case TakeOutcome::Verdict::Gone:
        Q_EMIT told(tr("The conversation is over; nobody needs to take it."));
        return;
    }
}

void DeskCommands::tellMine(const RoomId &room)
{
    if (m_toOpen == room) {
        Q_EMIT taken(room);
    } else if (const Conversation *mine = m_session.conversations().find(room)) {
        Q_EMIT told(tr("%1 is yours now.").arg(customerName(*mine)));
    }
}

void DeskCommands::askToClose(const RoomId &room)
{
    const Conversation *conversation = m_session.conversations().find(room);
    const QString reason = whyNot(Deed::Close, conversation ? *conversation : Conversation(), m_session.abilities());
    if (!reason.isEmpty()) {
        Q_EMIT failed({reason, {}, {}});
        return;
    }
    if (m_closing.contains(room)) { // its dialogue was put away; a second comment would be lost
        Q_EMIT told(tr("%1 is being closed already.").arg(customerName(*conversation)));
        return;
    }
    auto *dialog = new CloseDialog(customerName(*conversation), &m_window);
    dialog->setTags(conversation->tags);
    if (!m_session.abilities().may(Ability::SendTranscript)) {
        dialog->hideTranscript();
    }
    connect(&m_session.pauses(), &Pauses::changed, dialog,
            [&pauses = m_session.pauses(), room, dialog] { dialog->setPause(pauseWords(pauses.in(room))); });
    connect(dialog, &CloseDialog::closeRequested, this,
            [this, room, dialog](const CloseRequest &request) { close(room, dialog, request); });
    m_session.commands().closeRules({room, dialog},
                                    {dialog, [dialog](const Result<CloseRules> &rules) {
                                         if (rules) {
                                             dialog->setRules(*rules);
                                         } else {
                                             dialog->tellUnknownRules(errorText(rules.error(), Occasion::Closing));
                                         }
                                     }});
    dialog->open();
}

void DeskCommands::close(const RoomId &room, CloseDialog *dialog, const CloseRequest &request)
{
    dialog->setBusy(true);
    m_closing.insert(room);
    // The dialogue may be put away meanwhile; how it ended is told all the same.
    m_session.commands().close(room, request,
                               {this, [this, room, dialog = QPointer<CloseDialog>(dialog)](const Status &closedNow) {
                                    m_closing.remove(room);
                                    if (closedNow) {
                                        if (dialog) {
                                            dialog->accept();
                                        }
                                        Q_EMIT closed(room);
                                        return;
                                    }
                                    const ErrorText problem = errorText(closedNow.error(), Occasion::Closing);
                                    if (dialog && dialog->isVisible()) {
                                        dialog->tell(problem);
                                    } else {
                                        Q_EMIT failed(problem);
                                    }
                                }});
}

void DeskCommands::setAvailability(Availability availability)
{
    m_session.commands().setAvailability(availability,
                                         {this, [this](const Status &set) {
                                              if (!set) {
                                                  Q_EMIT failed(errorText(set.error(), Occasion::ChangingAvailability));
                                              }
                                          }});
}

} // namespace greenline
