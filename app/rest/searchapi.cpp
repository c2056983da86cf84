#include "app/rest/searchapi.h"

#include "app/omnichannel/ordering.h"
#include "app/rest/answers.h"
#include "app/wire/messagecodec.h"
#include "app/wire/roomcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

void SearchApi::messages(const RoomId &room, const QString &text, int most, const Then<QList<Message>> &then)
{
    RestCall call;
    call.path = u"chat.search"_s;
    addQuery(call.query, u"roomId"_s, room.value);
    addQuery(call.query, u"searchText"_s, text);
    addQuery(call.query, u"count"_s, QString::number(most));
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) -> Result<QList<Message>> {
                    const Result<QJsonArray> list = requiredList(answer, "messages"_L1);
                    if (!list) {
                        return list.error();
                    }
                    QList<Message> found = readableOf<Message>(*list, decodeMessage);
                    std::sort(found.begin(), found.end(), isWrittenBefore);
                    return found;
                }));
}

void SearchApi::rooms(const QString &name, const AgentId &servedBy, int most, const Then<QList<Room>> &then)
{
    RestCall call;
    call.path = u"livechat/rooms"_s;
    addQuery(call.query, u"roomName"_s, name);
    addQuery(call.query, u"count"_s, QString::number(most));
    addQuery(call.query, u"sort"_s, u"{\"ts\":-1}"_s);
    if (!servedBy.isEmpty()) {
        addQuery(call.query, u"agents[]"_s, servedBy.value);
    }
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return readableOf<Room>(requiredList(answer, "rooms"_L1), decodeRoom);
                }));
}

} // namespace greenline
