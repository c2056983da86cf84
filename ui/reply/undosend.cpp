#include "ui/reply/undosend.h"

#include "app/storage/settingsfile.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/composer/replyedit.h"
#include "ui/timeline/conversationview.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int longestHold = 10; // seconds

} // namespace

UndoSend::UndoSend(const ReplyNeeds &needs, const QList<QAction *> &choices, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new NoticeBar(&needs.composer))
{
    const int kept = qBound(0, needs.settings.text(u"holdSend"_s).toInt(), longestHold);
    for (QAction *choice : choices) {
        const int seconds = choice->data().toInt();
        choice->setChecked(seconds == kept);
        connect(choice, &QAction::triggered, this, [this, seconds] { choose(seconds); });
    }
    needs.session.outbox().setHold(std::chrono::seconds(kept));
    m_bar->setButton(tr("Undo"));
    needs.composer.addBar(m_bar);
    needs.composer.edit().installEventFilter(this);
    connect(m_bar, &NoticeBar::pressed, this, &UndoSend::undo);
    connect(&needs.view, &ConversationView::timelineChanged, this, &UndoSend::show);
    Outbox &outbox = needs.session.outbox();
    connect(&outbox, &Outbox::held, this, [this](const RoomId &room, const MessageId &id) {
        m_held[room].append(id);
        show();
    });
    connect(&outbox, &Outbox::changed, this, [this](const Message &message) {
        forget(message.room, message.id); // it has left, or failed
    });
    connect(&outbox, &Outbox::removed, this, &UndoSend::forget);
}

void UndoSend::forget(const RoomId &room, const MessageId &id)
{
    const auto held = m_held.find(room);
    if (held == m_held.end() || !held->removeOne(id)) {
        return;
    }
    if (held->isEmpty()) {
        m_held.erase(held);
    }
    show();
}

void UndoSend::choose(int seconds)
{
    m_needs.settings.setText(u"holdSend"_s, QString::number(seconds));
    m_needs.session.outbox().setHold(std::chrono::seconds(seconds));
}

void UndoSend::show()
{
    const bool isHeld = m_needs.view.isReadable() && m_held.contains(m_needs.view.room());
    m_bar->setText(isHeld ? tr("Your text waits a few seconds before it leaves. Ctrl+Z brings it back.") : QString());
}

void UndoSend::undo()
{
    // All of them: a text with files leaves as several messages.
    QList<MessageId> held = m_held.value(m_needs.view.room());
    while (!held.isEmpty()) {
        m_needs.view.takeBack(held.takeLast());
    }
}

/// Ctrl+Z where there is nothing of the text to undo.
bool UndoSend::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)
        && !m_needs.composer.edit().document()->isUndoAvailable() && m_held.contains(m_needs.view.room())) {
        undo();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace greenline
