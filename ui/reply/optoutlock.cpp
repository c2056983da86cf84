#include "ui/reply/optoutlock.h"

#include "app/omnichannel/messagestore.h"
#include "app/omnichannel/optout.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/optoutwords.h"

#include <QMessageBox>
#include <QPushButton>

namespace greenline {

std::optional<Message> optOutOf(Session &session, const RoomId &room)
{
    const ConversationFacts *facts = session.conversations().facts(room);
    const MessageStore *messages = session.timelines().find(room);
    std::optional<Message> word = facts ? facts->optWord : std::nullopt;
    if (messages) {
        takeOptWord(word, lastOptWord(*messages));
    }
    return word && isOptOut(*word) ? word : std::nullopt;
}

OptOutLock::OptOutLock(const ReplyNeeds &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new NoticeBar(&needs.composer))
{
    m_bar->setButton(tr("Write anyway…"));
    needs.composer.addBar(m_bar);
    connect(m_bar, &NoticeBar::pressed, this, &OptOutLock::askToUnlock);
    connect(&needs.view, &ConversationView::timelineChanged, this, &OptOutLock::follow);
}

void OptOutLock::follow()
{
    if (m_store) {
        m_store->disconnect(this);
    }
    m_store = m_needs.view.isReadable() ? m_needs.session.timelines().find(m_needs.view.room()) : nullptr;
    if (m_store) {
        connect(m_store, &MessageStore::inserted, this, &OptOutLock::weighSoon);
        connect(m_store, &MessageStore::changed, this, &OptOutLock::weighSoon);
        connect(m_store, &MessageStore::removed, this, &OptOutLock::weighSoon);
    }
    weigh();
}

/// Once for a burst, and not from within the store's own signal.
void OptOutLock::weighSoon()
{
    if (!m_willWeigh) {
        m_willWeigh = true;
        QMetaObject::invokeMethod(this, &OptOutLock::weigh, Qt::QueuedConnection);
    }
}

void OptOutLock::weigh()
{
    m_willWeigh = false;
    const std::optional<Message> said = optOut();
    const bool isLocked = said && !m_overruled.contains(said->id);
    m_needs.composer.setLocked(isLocked);
    m_bar->setText(isLocked ? optOutReason(*said) : QString());
}

std::optional<Message> OptOutLock::optOut() const
{
    return m_store && m_needs.view.conversation().source == Source::Sms ? optOutOf(m_needs.session, m_needs.view.room())
                                                                        : std::nullopt;
}

void OptOutLock::askToUnlock()
{
    const std::optional<Message> said = optOut();
    if (!said) {
        return;
    }
    auto *box = new QMessageBox(&m_needs.window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Write to a customer who opted out"));
    box->setText(tr("Write anyway?"));
    box->setInformativeText(
        tr("The customer asked not to be texted. A text will most likely be refused, and sending it "
           "may break the rules of carriers and the law."));
    QPushButton *sure = box->addButton(tr("Write anyway"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(sure, &QPushButton::clicked, this, [this, id = said->id] {
        m_overruled.insert(id);
        weigh();
        m_needs.view.focusReply();
    });
    box->open();
}

} // namespace greenline
