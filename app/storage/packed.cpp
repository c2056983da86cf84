#include "app/storage/packed.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <limits>
#include <type_traits>

namespace greenline {

namespace {

constexpr int checksumBytes = 8;
constexpr qint64 noTime = std::numeric_limits<qint64>::min();
constexpr quint32 mostElements = 10'000; ///< Of one list; a larger count is damage, not a reason to reserve memory.

QByteArray checksum(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).left(checksumBytes);
}

/// One description of each value serves writing and reading, so that the two cannot differ: a Pen writes the fields it
/// visits.
class Pen
{
public:
    explicit Pen(QDataStream &stream)
        : m_stream(stream)
    {
    }
    template <typename... Fields>
    void operator()(const Fields &...fields)
    {
        (put(fields), ...);
    }

private:
    template <typename T>
    void put(const T &value);
    template <typename Tag>
    void put(const Id<Tag> &id)
    {
        m_stream << id.value;
    }
    void put(const QDateTime &time) { m_stream << (time.isValid() ? time.toMSecsSinceEpoch() : noTime); }
    template <typename T>
    void put(const std::optional<T> &value)
    {
        m_stream << value.has_value();
        if (value) {
            put(*value);
        }
    }
    template <typename T>
    void put(const QList<T> &list)
    {
        m_stream << quint32(list.size());
        for (const T &element : list) {
            put(element);
        }
    }

    QDataStream &m_stream;
};

/// The same for reading: fields are filled in the order in which they were written.
class Eye
{
public:
    explicit Eye(QDataStream &stream)
        : m_stream(stream)
    {
    }
    template <typename... Fields>
    void operator()(Fields &...fields)
    {
        (take(fields), ...);
    }

private:
    template <typename T>
    void take(T &value);
    template <typename Tag>
    void take(Id<Tag> &id)
    {
        m_stream >> id.value;
    }
    void take(QDateTime &time)
    {
        qint64 milliseconds = noTime;
        m_stream >> milliseconds;
        time = milliseconds == noTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    }
    template <typename T>
    void take(std::optional<T> &value)
    {
        bool isThere = false;
        m_stream >> isThere;
        if (isThere) {
            take(value.emplace());
        }
    }
    template <typename T>
    void take(QList<T> &list)
    {
        quint32 count = 0;
        m_stream >> count;
        if (count > mostElements) {
            m_stream.setStatus(QDataStream::ReadCorruptData);
            return;
        }
        for (quint32 index = 0; index < count && m_stream.status() == QDataStream::Ok; ++index) {
            take(list.emplaceBack());
        }
    }

    QDataStream &m_stream;
};

template <typename T, typename Value>
concept Like = std::is_same_v<std::remove_const_t<T>, Value>;

template <typename Visitor, Like<VisitorFacts> T>
void describe(Visitor &visit, T &visitor)
{
    visit(visitor.id, visitor.username, visitor.name, visitor.phone, visitor.presence);
}

template <typename Visitor, Like<Attachment> T>
void describe(Visitor &visit, T &attachment)
{
    visit(attachment.kind, attachment.title, attachment.text, attachment.link, attachment.mimeType, attachment.bytes,
          attachment.pixels);
}

template <typename Visitor, Like<Message> T>
void describe(Visitor &visit, T &message)
{
    visit(message.id, message.room, message.author, message.authorId, message.authorUsername, message.authorName,
          message.text, message.at, message.updatedAt, message.event, message.subject, message.object,
          message.attachments, message.location, message.isEdited, message.isUnreadable, message.isEphemeral);
}

template <typename Visitor, Like<Room> T>
void describe(Visitor &visit, T &room)
{
    visit(room.id, room.name, room.visitor, room.source, room.ourNumber, room.department, room.servedBy,
          room.servedByName, room.isOpen, room.isOnHold, room.isWaitingForAnswer, room.tags, room.topic, room.startedAt,
          room.queuedAt, room.lastMessageAt, room.closedAt, room.closedBy, room.lastMessage, room.updatedAt);
}

template <typename Visitor, Like<Subscription> T>
void describe(Visitor &visit, T &subscription)
{
    visit(subscription.id, subscription.room, subscription.name, subscription.visitor, subscription.department,
          subscription.unread, subscription.hasAlert, subscription.isOpen, subscription.isOnHold,
          subscription.lastSeenAt, subscription.updatedAt);
}

template <typename Visitor, Like<Inquiry> T>
void describe(Visitor &visit, T &inquiry)
{
    visit(inquiry.id, inquiry.room, inquiry.name, inquiry.text, inquiry.status, inquiry.visitor, inquiry.source,
          inquiry.ourNumber, inquiry.department, inquiry.defaultAgent, inquiry.lastMessage, inquiry.startedAt,
          inquiry.queuedAt, inquiry.updatedAt);
}

template <typename Visitor, Like<ConversationFacts> T>
void describe(Visitor &visit, T &facts)
{
    visit(facts.room, facts.subscription, facts.inquiry, facts.optWord);
    if (facts.optWord) { // without these a refusal would say nothing
        visit(facts.optWord->delivery, facts.optWord->reason, facts.optWord->isSettled);
    }
}

template <typename T>
constexpr bool isPlain
    = std::is_fundamental_v<T> || std::is_same_v<T, QString> || std::is_same_v<T, QPointF> || std::is_same_v<T, QSize>;

template <typename T>
void Pen::put(const T &value)
{
    if constexpr (std::is_enum_v<T>) {
        m_stream << qint32(value);
    } else if constexpr (isPlain<T>) {
        m_stream << value;
    } else {
        describe(*this, value);
    }
}

template <typename T>
void Eye::take(T &value)
{
    if constexpr (std::is_enum_v<T>) {
        qint32 number = 0;
        m_stream >> number;
        value = static_cast<T>(number);
    } else if constexpr (isPlain<T>) {
        m_stream >> value;
    } else {
        describe(*this, value);
    }
}

template <typename T>
QByteArray packedValue(const T &value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    Pen pen(stream);
    pen(value);
    return checksum(bytes) + bytes;
}

template <typename T>
std::optional<T> unpackedValue(const QByteArray &blob)
{
    const QByteArray bytes = blob.mid(checksumBytes);
    if (blob.size() < checksumBytes || checksum(bytes) != blob.left(checksumBytes)) {
        return std::nullopt;
    }
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    T value;
    Eye eye(stream);
    eye(value);
    if (stream.status() != QDataStream::Ok || !stream.atEnd()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

QByteArray packed(const ConversationFacts &facts)
{
    return packedValue(facts);
}

QByteArray packed(const Message &message)
{
    return packedValue(message);
}

std::optional<ConversationFacts> unpackedConversation(const QByteArray &blob)
{
    return unpackedValue<ConversationFacts>(blob);
}

std::optional<Message> unpackedMessage(const QByteArray &blob)
{
    return unpackedValue<Message>(blob);
}

} // namespace greenline
