// The codecs, from objects built field by field: Qt's JSON parser is not instrumented, so bytes alone seldom get past
// it.
#include "decodeall.h"
#include "fuzz.h"

#include <QJsonArray>

#include <array>

namespace {

constexpr std::array fieldNames{"_id",
                                "rid",
                                "msg",
                                "ts",
                                "u",
                                "t",
                                "alias",
                                "token",
                                "attachments",
                                "file",
                                "location",
                                "editedAt",
                                "private",
                                "_hidden",
                                "_updatedAt",
                                "username",
                                "name",
                                "type",
                                "title",
                                "description",
                                "color",
                                "fields",
                                "value",
                                "image_url",
                                "image_type",
                                "image_size",
                                "image_dimensions",
                                "width",
                                "height",
                                "audio_url",
                                "video_url",
                                "title_link",
                                "size",
                                "message_link",
                                "text",
                                "coordinates",
                                "transferData",
                                "transferredBy",
                                "transferredTo",
                                "nextDepartment",
                                "scope",
                                "comment",
                                "priorityData",
                                "priority",
                                "slaData",
                                "sla",
                                "requestData",
                                "user",
                                "fname",
                                "v",
                                "sms",
                                "from",
                                "source",
                                "destination",
                                "departmentId",
                                "department",
                                "servedBy",
                                "closedBy",
                                "open",
                                "onHold",
                                "waitingResponse",
                                "tags",
                                "topic",
                                "queuedAt",
                                "lm",
                                "closedAt",
                                "lastMessage",
                                "status",
                                "unread",
                                "alert",
                                "ls",
                                "message",
                                "defaultAgent",
                                "agentId",
                                "phone",
                                "phoneNumber",
                                "visitorEmails",
                                "address",
                                "roles",
                                "statusLivechat",
                                "livechat",
                                "maxNumberSimultaneousChat",
                                "diff",
                                "data",
                                "enabled",
                                "$date"};

constexpr std::array words{"l",
                           "sms",
                           "queued",
                           "taken",
                           "removed",
                           "online",
                           "available",
                           "command",
                           "connected",
                           "promptTranscript",
                           "livechat_transfer_history",
                           "agent",
                           "department",
                           "queue",
                           "omnichannel_priority_change_history",
                           "omnichannel_placed_chat_on_hold",
                           "yellow",
                           "User upload failed",
                           "file",
                           "au",
                           "2026-11-23T21:12:39.049Z",
                           "4",
                           "livechat_transcript_history",
                           "omnichannel_sla_change_history"};

/// Spends the input byte by byte; zeros when it is used up.
class Builder
{
public:
    Builder(const uint8_t *data, size_t size)
        : m_data(data)
        , m_left(size)
    {
    }
    bool isDone() const { return m_left == 0; }

    QJsonObject object(int depth)
    {
        QJsonObject built;
        for (int count = next() % 12; count > 0 && !isDone(); --count) {
            const QLatin1StringView key(fieldNames.at(next() % fieldNames.size()));
            built.insert(key, value(depth));
        }
        return built;
    }

private:
    uint8_t next()
    {
        if (m_left == 0) {
            return 0;
        }
        --m_left;
        return *m_data++;
    }

    QJsonValue value(int depth)
    {
        switch (next() % 8) {
        case 0:
            return QJsonValue();
        case 1:
            return next() % 2 == 0;
        case 2:
            return (next() - 128) * 6.6e9 * (next() + 1);
        case 3:
            return next();
        case 4:
            return QLatin1StringView(words.at(next() % words.size()));
        case 5:
            return QString(next() % 4, QChar(static_cast<char16_t>(next() << 8 | next())));
        case 6:
            return depth > 0 ? QJsonArray{value(depth - 1), value(depth - 1)} : QJsonValue(QJsonArray());
        default:
            return depth > 0 ? object(depth - 1) : QJsonValue(QJsonObject());
        }
    }

    const uint8_t *m_data;
    size_t m_left;
};

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Builder builder(data, size);
    while (!builder.isDone()) {
        fuzz::decodeAll(builder.object(4));
    }
    return 0;
}
