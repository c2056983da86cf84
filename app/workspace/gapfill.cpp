#include "app/workspace/gapfill.h"

#include "app/omnichannel/conversationstore.h"
#include "app/rest/queueapi.h"
#include "app/workspace/streamjournal.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

GapFill::GapFill(Apis apis, ConversationStore &conversations, StreamJournal &journal, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_conversations(conversations)
    , m_journal(journal)
    , m_backoff(2s, 60s)
    , m_retry(clock, [this] { run(); })
{
}

void GapFill::run()
{
    if (isRunning()) {
        m_isAskedAgain = true;
        return;
    }
    m_retry.stop();
    m_isAskedAgain = false;
    m_subscriptions.reset();
    m_rooms.reset();
    m_error.reset();
    m_refusal.reset();
    m_journal.begin();
    m_pending = 3;
    const int round = ++m_round;
    m_apis.queue.queued({this, [this, round](const Result<QList<Inquiry>> &queued) {
                             if (round == m_round) {
                                 readQueue(queued);
                             }
                         }});
    m_apis.rooms.subscriptions({this, [this, round](const Result<OwnTies> &subscriptions) {
                                    if (round != m_round) {
                                        return;
                                    }
                                    if (subscriptions) {
                                        m_subscriptions = *subscriptions;
                                    } else {
                                        note(subscriptions.error());
                                    }
                                    readMine();
                                }});
    m_apis.rooms.mine({this, [this, round](const Result<QList<Room>> &rooms) {
                           if (round != m_round) {
                               return;
                           }
                           if (rooms) {
                               m_rooms = *rooms;
                           } else {
                               note(rooms.error());
                           }
                           readMine();
                       }});
}

void GapFill::stop()
{
    ++m_round;
    m_pending = 0;
    m_isAskedAgain = false;
    m_retry.stop();
    m_journal.end();
}

void GapFill::readQueue(const Result<QList<Inquiry>> &queued)
{
    if (queued) {
        m_conversations.reconcileQueue(m_journal.corrected(*queued));
    } else if (queued.error().kind == Error::Kind::Forbidden) {
        m_conversations.reconcileQueue({});
        m_refusal = queued.error();
    } else {
        note(queued.error());
    }
    settle();
}

void GapFill::readMine()
{
    if (m_subscriptions && m_rooms) {
        m_conversations.reconcileMine(m_journal.corrected(m_subscriptions->readable), m_journal.corrected(*m_rooms),
                                      m_subscriptions->unreadable);
        Q_EMIT mineCompared();
    }
    settle();
}

void GapFill::note(const Error &error)
{
    if (!m_error) {
        m_error = error;
    }
}

void GapFill::settle()
{
    if (--m_pending > 0) {
        return;
    }
    m_journal.end();
    const bool isAskedAgain = std::exchange(m_isAskedAgain, false);
    if (m_error) {
        // An expired session is nothing that trying again would mend; the session ends the line.
        if (m_error->kind != Error::Kind::Unauthorized) {
            m_retry.start(m_backoff.next());
        }
        Q_EMIT failed(*m_error);
        return;
    }
    m_backoff.reset();
    if (isAskedAgain) {
        run();
        return;
    }
    Q_EMIT finished(m_refusal);
}

} // namespace greenline
