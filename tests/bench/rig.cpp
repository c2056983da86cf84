#include "rig.h"

#include "app/ddp/frame.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr auto me = "agent-me"_L1;
constexpr qint64 epoch = 1'764'000'000'000;

QString frameOf(const QString &collection, const QString &event, const QJsonArray &args)
{
    const QJsonObject frame{{u"msg"_s, u"changed"_s},
                            {u"collection"_s, collection},
                            {u"id"_s, u"id"_s},
                            {u"fields"_s, QJsonObject{{u"eventName"_s, event}, {u"args"_s, args}}}};
    return QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact));
}

QJsonObject dateOf(qint64 ms)
{
    return {{u"$date"_s, ms}};
}

QJsonObject messageDocument(int room, int message, const QString &text)
{
    const qint64 at = epoch + message * 1000;
    return {{u"_id"_s, u"message-%1-%2"_s.arg(room).arg(message)},
            {u"rid"_s, Rig::room(room).value},
            {u"msg"_s, text},
            {u"token"_s, u"visitor-token"_s},
            {u"ts"_s, dateOf(at)},
            {u"_updatedAt"_s, dateOf(at)},
            {u"u"_s,
             QJsonObject{{u"_id"_s, u"visitor-%1"_s.arg(room)},
                         {u"username"_s, u"1415555%1"_s.arg(room, 4, 10, QChar(u'0'))}}}};
}

} // namespace

Rig::Rig()
    : rest(http, clock)
    , ddp(clock)
    , messages(rest, ServerFeatures({8, 8}))
    , outbox(safe, messages, clock)
    , timelines(messages, ddp, outbox, cache)
    , feedLine(ddp, {conversations, agent, timelines, outbox, journal}, clock)
{
    rest.setWorkspace(QUrl(u"http://127.0.0.1:9"_s));
    (void)safe.open(u":memory:"_s);
    (void)cache.open(u":memory:"_s);
    Agent agentMe;
    agentMe.id = {me};
    agentMe.username = u"me"_s;
    agent.setMe(agentMe);
    conversations.setMe(agentMe.id);
}

void Rig::fill(int count)
{
    for (int number = 0; number < count; ++number) {
        Room made;
        made.id = room(number);
        made.name = u"+1415555%1"_s.arg(number, 4, 10, QChar(u'0'));
        made.source = Source::Sms;
        made.ourNumber = u"+14155550100"_s;
        made.servedBy = {me};
        made.isOpen = true;
        made.startedAt = QDateTime::fromMSecsSinceEpoch(epoch - number * 60'000, Qt::UTC);
        made.lastMessageAt = made.startedAt;
        made.updatedAt = made.startedAt;
        conversations.applyRoom(made);
        Subscription mine;
        mine.id = {u"subscription-%1"_s.arg(number)};
        mine.room = made.id;
        mine.updatedAt = made.updatedAt;
        conversations.applySubscription(mine);
    }
}

void Rig::feed(const QString &frame)
{
    const Result<Frame> parsed = parseFrame(frame);
    if (parsed) {
        Q_EMIT ddp.streamEvent({{parsed->collection, parsed->fields.value("eventName"_L1).toString()},
                                parsed->fields.value("args"_L1).toArray()});
    }
}

RoomId Rig::room(int number)
{
    return {u"room-%1"_s.arg(number)};
}

QString Rig::messageFrame(int room, int message, const QString &text)
{
    return frameOf(u"stream-room-messages"_s, Rig::room(room).value, {messageDocument(room, message, text)});
}

QString Rig::roomFrame(int room, int message, const QString &text)
{
    const QJsonObject document{{u"_id"_s, Rig::room(room).value},
                               {u"t"_s, u"l"_s},
                               {u"open"_s, true},
                               {u"fname"_s, u"+1415555%1"_s.arg(room, 4, 10, QChar(u'0'))},
                               {u"sms"_s, QJsonObject{{u"from"_s, u"+14155550100"_s}}},
                               {u"servedBy"_s, QJsonObject{{u"_id"_s, QString(me)}, {u"username"_s, u"me"_s}}},
                               {u"waitingResponse"_s, true},
                               {u"lm"_s, dateOf(epoch + message * 1000)},
                               {u"lastMessage"_s, messageDocument(room, message, text)},
                               {u"_updatedAt"_s, dateOf(epoch + message * 1000)}};
    return frameOf(u"stream-notify-user"_s, QString(me) + u"/rooms-changed"_s, {u"updated"_s, document});
}

} // namespace greenline
