#include "outboxbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

QString stateWord(const Message &message)
{
    static const QHash<Message::Delivery, QString> words{{Message::Delivery::Saved, u"saved"_s},
                                                         {Message::Delivery::Waiting, u"waiting"_s},
                                                         {Message::Delivery::Sending, u"sending"_s},
                                                         {Message::Delivery::Refused, u"refused"_s},
                                                         {Message::Delivery::Failed, u"failed"_s}};
    const QString word = message.text + u": "_s + words.value(message.delivery);
    return message.reason.isEmpty() ? word : word + u" ("_s + message.reason + u')';
}

} // namespace

void OutboxBench::init()
{
    m_station.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_office = std::make_unique<PostOffice>([this] { return m_clock.now(); });
    QVERIFY(m_office->isListening);
    m_office->notice = [this](const QString &where, const QString &text) {
        (void)m_station->outbox.noteRefusal({where}, notice(text));
    };
    start();
}

void OutboxBench::start(const QString &name)
{
    m_station.reset();
    m_station = std::make_unique<OutboxStation>(name.isEmpty() ? file() : name, m_office->url(), m_clock);
    QVERIFY(m_station->isOpen);
    m_seen.clear();
    connect(&m_station->outbox, &Outbox::changed, this,
            [this](const Message &message) { m_seen.append(stateWord(message)); });
    m_station->outbox.setOnline(true);
}

QStringList OutboxBench::states(const RoomId &where) const
{
    QStringList all;
    const QList<Message> messages = m_station->outbox.messagesOf(where);
    for (const Message &message : messages) {
        all.append(stateWord(message));
    }
    return all;
}

bool OutboxBench::pass(const std::function<bool()> &isReached)
{
    return QTest::qWaitFor([&] {
        m_clock.advance(100ms);
        return isReached();
    });
}

} // namespace greenline
