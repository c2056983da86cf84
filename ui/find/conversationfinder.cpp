#include "ui/find/conversationfinder.h"

#include "app/omnichannel/messagestore.h"
#include "app/omnichannel/textmatch.h"
#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/find/findbar.h"
#include "ui/find/jumps.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/timelineview.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostFromServer = 100;

} // namespace

ConversationFinder::ConversationFinder(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new FindBar)
{
    needs.view.addBar(m_bar);
    m_bar->setOlderOffered(false);
    connect(&needs.find, &QAction::triggered, this, &ConversationFinder::open);
    connect(&needs.findNext, &QAction::triggered, this, [this] { step(+1); });
    connect(&needs.findPrevious, &QAction::triggered, this, [this] { step(-1); });
    connect(m_bar, &FindBar::nextRequested, this, [this] { step(+1); });
    connect(m_bar, &FindBar::previousRequested, this, [this] { step(-1); });
    connect(m_bar, &FindBar::phraseChanged, this, &ConversationFinder::look);
    connect(m_bar, &FindBar::olderRequested, this, &ConversationFinder::askServer);
    connect(m_bar, &FindBar::closed, this, &ConversationFinder::close);
    connect(&needs.view, &ConversationView::timelineChanged, this, &ConversationFinder::onTimeline);
}

void ConversationFinder::open()
{
    if (!m_needs.view.isReadable()) {
        Q_EMIT told(tr("Open the conversation in which you want to find something."));
        return;
    }
    m_bar->open();
    look();
}

void ConversationFinder::close()
{
    const bool wasTyping = m_bar->isAncestorOf(m_bar->window()->focusWidget());
    m_bar->hide();
    m_needs.view.timeline().setHighlight({});
    m_matches.clear();
    if (wasTyping) {
        m_needs.view.timeline().setFocus();
    }
}

void ConversationFinder::onTimeline()
{
    if (m_store) {
        m_store->disconnect(this);
    }
    m_store = m_needs.view.isReadable() ? m_needs.session.timelines().find(m_needs.view.room()) : nullptr;
    m_fromServer.clear();
    m_wasServerAsked = false;
    if (m_store) {
        connect(m_store, &MessageStore::inserted, this, &ConversationFinder::lookAgainSoon);
        connect(m_store, &MessageStore::removed, this, &ConversationFinder::lookAgainSoon);
        connect(m_store, &MessageStore::changed, this, &ConversationFinder::lookAgainSoon);
    }
    if (!m_bar->isHidden()) {
        close(); // what was looked for there is not looked for here
    }
}

void ConversationFinder::look()
{
    m_fromServer.clear();
    m_wasServerAsked = false;
    m_needs.view.timeline().setHighlight(m_bar->phrase());
    collect();
    show(0);
}

/// The newest match may be another one now, but the reader's place is theirs.
void ConversationFinder::lookAgainSoon()
{
    if (m_willLook || m_bar->isHidden()) {
        return;
    }
    m_willLook = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willLook = false;
            collect();
            tellCount();
        },
        Qt::QueuedConnection);
}

void ConversationFinder::collect()
{
    m_matches.clear();
    const QString phrase = m_bar->phrase();
    if (!m_store || phrase.isEmpty()) {
        return;
    }
    QSet<MessageId> known;
    for (int row = m_store->size() - 1; row >= 0; --row) {
        const Message &message = m_store->at(row);
        known.insert(message.id);
        if (message.event != Message::Event::Hidden && !placesOfPhrase(message.text, phrase).isEmpty()) {
            m_matches.append({message.id, message.at});
        }
    }
    for (auto older = m_fromServer.crbegin(); older != m_fromServer.crend(); ++older) {
        if (!known.contains(older->id)) {
            m_matches.append(*older);
        }
    }
}

void ConversationFinder::step(int by)
{
    if (m_bar->isHidden()) {
        open();
        return;
    }
    const auto here = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                   [this](const Match &match) { return match.id == m_current; });
    const int count = int(m_matches.size());
    if (count > 0) {
        const int place = here == m_matches.cend() ? (by > 0 ? -1 : count) : int(here - m_matches.cbegin());
        show((place + by + count) % count);
    }
}

void ConversationFinder::show(int place)
{
    m_current = place < m_matches.size() ? m_matches.at(place).id : MessageId();
    tellCount();
    if (!m_current.isEmpty()) {
        m_needs.jumps.toMessage(m_matches.at(place).id, m_matches.at(place).at);
    }
}

void ConversationFinder::tellCount()
{
    const auto here = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                   [this](const Match &match) { return match.id == m_current; });
    const int place = here == m_matches.cend() ? 0 : int(here - m_matches.cbegin()) + 1;
    m_bar->setCount(place, int(m_matches.size()), {});
    m_bar->setOlderOffered(m_store && m_store->hasOlder() && !m_bar->phrase().isEmpty() && !m_wasServerAsked);
}

void ConversationFinder::askServer()
{
    const RoomId room = m_needs.view.room();
    const QString phrase = m_bar->phrase();
    m_bar->setBusy(true);
    m_needs.session.finding().search.inConversation(
        room, phrase, mostFromServer, {this, [this, room, phrase](const Result<QList<Message>> &found) {
                                           m_bar->setBusy(false);
                                           if (room != m_needs.view.room() || phrase != m_bar->phrase()) {
                                               return; // something else is looked for by now
                                           }
                                           if (found) {
                                               adoptFound(*found);
                                           } else {
                                               Q_EMIT failed(errorText(found.error(), Occasion::LoadingHistory));
                                           }
                                       }});
}

void ConversationFinder::adoptFound(const QList<Message> &found)
{
    m_wasServerAsked = true;
    const qsizetype before = m_matches.size();
    for (const Message &message : found) {
        m_fromServer.append({message.id, message.at});
    }
    collect();
    if (m_matches.size() > before) {
        show(int(before)); // the newest of those that are new
        return;
    }
    tellCount();
    m_bar->setCount(0, int(m_matches.size()), before == 0 ? QString() : tr("No older ones"));
}

} // namespace greenline
