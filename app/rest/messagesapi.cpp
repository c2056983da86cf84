#include "app/rest/messagesapi.h"

#include "app/omnichannel/ordering.h"
#include "app/rest/answers.h"
#include "app/wire/messagecodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

/// The provider is awaited inside the send: 30 s of silence from Twilio are 30 s of silence here (7.7.1).
constexpr auto sendPatience = 65'000ms;

/// A message that cannot be read stands in the timeline as such.
QList<Message> messagesOf(const QJsonArray &array)
{
    QList<Message> messages;
    for (const QJsonValue &element : array) {
        const Result<Message> message = decodeMessage(element.toObject());
        if (message) {
            messages.append(*message);
            continue;
        }
        qCWarning(logWire) << "message:" << redacted(message.error().detail);
        if (const std::optional<Message> unreadable = unreadableMessage(element.toObject())) {
            messages.append(*unreadable);
        }
    }
    return messages;
}

QString isoDate(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

HistoryPage newestOf(QList<Message> messages, int count)
{
    std::sort(messages.begin(), messages.end(), isWrittenBefore);
    HistoryPage page;
    page.hasOlder = messages.size() > count;
    page.messages = messages.mid(qMax(qsizetype(0), messages.size() - count));
    return page;
}

struct HistoryQuestion {
    RoomId room;
    QDateTime before;
    int count = 0;
};

void historyByMethod(RestClient &rest, const Route &route, const HistoryQuestion &question,
                     const Then<HistoryPage> &then)
{
    const QJsonValue before = question.before.isNull()
        ? QJsonValue(QJsonValue::Null)
        : QJsonValue(QJsonObject{{u"$date"_s, question.before.toMSecsSinceEpoch()}});
    // One more than wanted tells whether there are older ones.
    const QJsonArray params{question.room.value, before, question.count + 1, QJsonValue(QJsonValue::Null)};
    const auto read = [then, count = question.count](const Result<QJsonValue> &result) {
        if (!result) {
            then(result.error());
        } else if (!result->isObject()) {
            then(Error{Error::Kind::Forbidden, u"the history is not to be read"_s,
                       u"error-not-allowed"_s}); // false (3.11.6)
        } else {
            const Result<QJsonArray> list = requiredList(result->toObject(), "messages"_L1);
            then(list ? Result(newestOf(messagesOf(*list), count)) : list.error());
        }
    };
    rest.callMethod(route.path, params, {&rest, read}, {.awaitedIn = question.room});
}

/// The whole conversation by its changes since ever. Its pages go by the time of the change, not of the message, so
/// that an early message that was edited late would tear a hole.
void historyByChanges(RestClient &rest, const Route &route, const HistoryQuestion &question,
                      const Then<HistoryPage> &then)
{
    RestCall call;
    call.path = route.path;
    call.awaitedIn = question.room;
    addQuery(call.query, u"roomId"_s, question.room.value);
    addQuery(call.query, u"lastUpdate"_s, isoDate(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)));
    rest.send(call, decodedBy(rest, then, [question](const QJsonObject &answer) -> Result<HistoryPage> {
                  const Result<QJsonArray> updated = requiredList(answer.value("result"_L1).toObject(), "updated"_L1);
                  if (!updated) {
                      return updated.error();
                  }
                  QList<Message> messages = messagesOf(*updated);
                  if (!question.before.isNull()) {
                      messages.removeIf([&question](const Message &message) { return message.at >= question.before; });
                  }
                  return newestOf(messages, question.count);
              }));
}

Result<MessageChanges> changesOf(const QJsonObject &result)
{
    const Result<QJsonArray> updated = requiredList(result, "updated"_L1);
    if (!updated) {
        return updated.error();
    }
    MessageChanges changes;
    changes.updated = messagesOf(*updated);
    const QJsonArray deleted = result.value("deleted"_L1).toArray();
    for (const QJsonValue &element : deleted) {
        const QString id = optionalString(element.toObject(), "_id"_L1);
        if (!id.isEmpty()) {
            changes.deleted.append({id});
        }
    }
    return changes;
}

} // namespace

Result<Message> messageIn(const QJsonObject &answer)
{
    const QJsonObject document = answer.value("message"_L1).toObject();
    const Result<Message> message = decodeMessage(document);
    const std::optional<Message> unreadable = message ? std::nullopt : unreadableMessage(document);
    return unreadable ? Result(*unreadable) : message;
}

void MessagesApi::history(const RoomId &room, const QDateTime &before, int count, const Then<HistoryPage> &then)
{
    const auto ask = [&rest = m_rest, question = HistoryQuestion{room, before, count}](
                         const Route &route, const Then<HistoryPage> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            historyByMethod(rest, route, question, answer);
        } else {
            historyByChanges(rest, route, question, answer);
        }
    };
    askByRoute<HistoryPage>(m_rest, m_features, Action::ReadHistory, ask, then);
}

void MessagesApi::changesSince(const RoomId &room, const QDateTime &since, const Then<MessageChanges> &then)
{
    RestCall call;
    call.path = m_features.route(Action::CatchUpMessages).path;
    addQuery(call.query, u"roomId"_s, room.value);
    addQuery(call.query, u"lastUpdate"_s, isoDate(since));
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return changesOf(answer.value("result"_L1).toObject());
                }));
}

void MessagesApi::send(const RoomId &room, const MessageId &id, const QString &text, const Then<Message> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = u"chat.sendMessage"_s;
    call.body = {{u"message"_s, QJsonObject{{u"_id"_s, id.value}, {u"rid"_s, room.value}, {u"msg"_s, text}}}};
    call.timeout = sendPatience;
    call.mayWait = false; // the conversation may be closed by then; whoever sends waits and looks again
    m_rest.send(call, decodedBy(m_rest, then, messageIn));
}

void MessagesApi::exists(const MessageId &id, const Then<std::optional<Message>> &then)
{
    RestCall call;
    call.path = u"chat.getMessage"_s;
    addQuery(call.query, u"msgId"_s, id.value);
    m_rest.send(call, {&m_rest, [then](const Result<QJsonObject> &answer) {
                           if (answer) {
                               const Result<Message> message = messageIn(*answer);
                               then(message ? Result(std::optional(*message)) : message.error());
                               return;
                           }
                           // An unknown id is answered 400 {"success":false} and nothing else (7.7.1).
                           const bool isUnknown
                               = answer.error().kind == Error::Kind::Rejected && answer.error().code.isEmpty();
                           then(isUnknown ? Result(std::optional<Message>()) : answer.error());
                       }});
}

} // namespace greenline
