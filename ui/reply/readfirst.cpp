#include "ui/reply/readfirst.h"

#include "app/omnichannel/messagestore.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/plainline.h"

namespace greenline {

ReadFirst::ReadFirst(const ReplyNeeds &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new NoticeBar(&needs.composer))
{
    m_bar->setButton(tr("I have read it"));
    needs.composer.addBar(m_bar);
    needs.composer.addGate([this](const QString &) { return mayGo(); });
    connect(m_bar, &NoticeBar::pressed, this, &ReadFirst::forget);
    connect(&needs.composer, &Composer::textEdited, this, &ReadFirst::onEdited);
    connect(&needs.view, &ConversationView::timelineChanged, this, &ReadFirst::follow);
    connect(&needs.session.timelines(), &Timelines::loadingChanged, this, [this](const RoomId &room) {
        if (m_store && room == m_store->room() && m_seenUpTo.isNull()) {
            onEdited(m_needs.composer.text()); // a draft of earlier: from here on somebody writes
        }
    });
}

void ReadFirst::follow()
{
    if (m_store) {
        m_store->disconnect(this);
    }
    forget();
    m_seenUpTo = {};
    m_store = m_needs.view.isReadable() ? m_needs.session.timelines().find(m_needs.view.room()) : nullptr;
    if (m_store) {
        connect(m_store, &MessageStore::inserted, this, &ReadFirst::onInserted);
    }
}

void ReadFirst::onEdited(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        forget();
        m_seenUpTo = {};
    } else if (m_seenUpTo.isNull() && m_store && !m_needs.session.timelines().isLoading(m_store->room())) {
        markSeen();
    }
}

void ReadFirst::onInserted(int first, int last)
{
    if (m_seenUpTo.isNull() || m_needs.composer.text().trimmed().isEmpty()) {
        return;
    }
    const QString me = m_needs.session.signedIn().me.id.value;
    for (int row = first; row <= last; ++row) {
        const Message &message = m_store->at(row);
        const bool isOthers = message.author == Message::Author::Agent && message.event == Message::Event::None
            && message.delivery == Message::Delivery::Saved && !message.authorId.isEmpty() && message.authorId != me;
        if (isOthers && message.at > m_seenUpTo) {
            m_isUnread = true;
            m_wasTold = false;
            m_bar->setText(
                tr("%1 answered while you were writing. Read it before you send.").arg(plainLine(message.authorName)));
        }
    }
}

void ReadFirst::markSeen()
{
    const int rows = m_store->size();
    m_seenUpTo = rows > 0 ? m_store->at(rows - 1).at : m_needs.clock.now();
}

bool ReadFirst::mayGo()
{
    if (!m_isUnread || m_wasTold) {
        forget();
        return true;
    }
    m_wasTold = true;
    m_bar->setText(tr("Not sent yet: %1 Enter once more sends it all the same.").arg(m_bar->text()));
    return false;
}

void ReadFirst::forget()
{
    m_isUnread = false;
    m_wasTold = false;
    m_bar->setText({});
    if (m_store && !m_seenUpTo.isNull()) {
        markSeen();
    }
}

} // namespace greenline
