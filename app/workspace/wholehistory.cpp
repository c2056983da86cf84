#include "app/workspace/wholehistory.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int wholePage = 200;

} // namespace

WholeHistory::WholeHistory(MessagesApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void WholeHistory::read(const RoomId &room, const Then<QList<Message>> &then)
{
    cancel();
    m_reading = Reading{room, {}, then, ++m_readings};
    askPage();
}

void WholeHistory::cancel()
{
    end(Error{Error::Kind::Cancelled, u"the reading was ended"_s});
}

void WholeHistory::askPage()
{
    // A page may end between two messages of the same moment, so the next one begins with those it has.
    const QDateTime before = m_reading->messages.isEmpty() ? QDateTime() : m_reading->messages.first().at.addMSecs(1);
    m_api.history(m_reading->room, before, wholePage,
                  {this, [this, number = m_reading->number](const Result<HistoryPage> &page) {
                       if (!m_reading || m_reading->number != number) {
                           return; // ended meanwhile, and answered then
                       }
                       if (page) {
                           addPage(*page);
                       } else {
                           end(page.error());
                       }
                   }});
}

void WholeHistory::addPage(const HistoryPage &page)
{
    QSet<MessageId> known;
    for (const Message &message : std::as_const(m_reading->messages)) {
        known.insert(message.id);
    }
    QList<Message> fresh = page.messages;
    fresh.removeIf([&known](const Message &message) { return known.contains(message.id); });
    const bool isFurther = !fresh.isEmpty();
    m_reading->messages = fresh + m_reading->messages;
    Q_EMIT progressed(int(m_reading->messages.size()));
    if (!m_reading) {
        return; // ended by who was told
    }
    if (page.hasOlder && isFurther) {
        askPage();
    } else {
        end(QList<Message>(m_reading->messages));
    }
}

void WholeHistory::end(const Result<QList<Message>> &how)
{
    const std::optional<Reading> reading = std::exchange(m_reading, std::nullopt);
    if (reading) {
        reading->then(how);
    }
}

} // namespace greenline
