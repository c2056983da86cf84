// What CacheDb finds by words, names and numbers: its full text tables.
#include "app/storage/cachedatabase.h"
#include "app/storage/packed.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype fewestDigits = 3; // of a number, to be looked for as one

QString searchedDigits(const QString &text)
{
    QString digits;
    for (const QChar letter : text) {
        if (letter.digitValue() >= 0) {
            digits.append(QChar(u'0' + letter.digitValue()));
        }
    }
    return digits;
}

bool readsAsNumber(const QString &typed)
{
    static const QRegularExpression number(u"^[+(]*[0-9][0-9 ()./-]*$"_s);
    return number.match(typed).hasMatch();
}

/// The words of a search as an FTS5 query: each a prefix, all of them wanted; nothing in it is an operator.
QString matchOf(const QString &words)
{
    static const QRegularExpression between(u"[\\s\"]+"_s);
    QStringList terms;
    const QStringList parts = words.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        terms.append(u"\"%1\"*"_s.arg(part));
    }
    return terms.join(u' ');
}

/// A number is found by any of its digits in a row: each end of it is a word of its own, and words are found by their
/// beginnings.
QString endsOfNumber(const QString &number)
{
    QStringList ends;
    const QString digits = searchedDigits(number);
    for (qsizetype from = 0; from + fewestDigits <= digits.size(); ++from) {
        ends.append(digits.mid(from));
    }
    return ends.join(u' ');
}

/// Digits are looked for without what a country puts before them at home: "0151 …" is "+49 151 …".
QString conversationMatchOf(const QString &typed)
{
    static const QRegularExpression leadingZeros(u"^0+"_s);
    const QString text = typed.trimmed();
    if (!readsAsNumber(text)) {
        return matchOf(typed).isEmpty() ? QString() : u"name : (%1)"_s.arg(matchOf(typed));
    }
    const QString digits = searchedDigits(text).remove(leadingZeros);
    return digits.size() < fewestDigits ? QString() : u"digits : \"%1\"*"_s.arg(digits);
}

QString namesOf(const ConversationFacts &facts, const Conversation &conversation)
{
    QStringList names{conversation.customerName};
    if (facts.room) {
        names.append(facts.room->name);
        names.append(facts.room->visitor.name);
    }
    names.removeDuplicates();
    return names.join(u' ');
}

Status noteConversation(const SqliteFile &database, const ConversationFacts &facts, const Conversation &conversation)
{
    const QByteArray blob = packed(facts);
    QByteArray known;
    const Status read = database.rows(u"SELECT facts FROM known WHERE room = ?"_s, {conversation.id.value},
                                      [&known](const QSqlQuery &row) { known = row.value(0).toByteArray(); });
    if (!read || known == blob) {
        return read;
    }
    const Status gone = database.run(u"DELETE FROM known WHERE room = ?"_s, {conversation.id.value});
    const Status put
        = gone ? database.run(u"INSERT INTO known (room, facts) VALUES (?, ?)"_s, {conversation.id.value, blob}) : gone;
    if (!put) {
        return put;
    }
    return database.run(u"INSERT INTO names (rowid, name, digits) VALUES (last_insert_rowid(), ?, ?)"_s,
                        {namesOf(facts, conversation), endsOfNumber(conversation.customerNumber)});
}

Result<QList<ConversationFacts>> factsOf(const SqliteFile &database, const QString &sql, const QVariantList &values)
{
    QList<ConversationFacts> found;
    const Status read = database.rows(sql, values, [&found](const QSqlQuery &row) {
        if (std::optional<ConversationFacts> facts = unpackedConversation(row.value(0).toByteArray())) {
            found.append(*std::move(facts));
        }
    });
    return read ? Result(found) : read.error();
}

} // namespace

Result<QList<Message>> CacheDb::search(const QString &words, int newest) const
{
    QList<Message> messages;
    const QString match = matchOf(words);
    if (match.isEmpty()) {
        return messages;
    }
    // Not orRebuilt: an odd query must not cost the cache.
    const Status read
        = m_database->rows(u"SELECT message FROM texts JOIN messages ON messages.number = texts.rowid"
                           " WHERE texts MATCH ? ORDER BY texts.rowid DESC LIMIT ?"_s,
                           {match, newest}, [&messages](const QSqlQuery &row) {
                               if (std::optional<Message> message = unpackedMessage(row.value(0).toByteArray())) {
                                   messages.append(*std::move(message));
                               }
                           });
    return read ? Result(messages) : read.error();
}

Status CacheDb::noteConversations(const QList<ConversationFacts> &seen)
{
    return orRebuilt(m_database->transaction([this, &seen]() -> Status {
        for (const ConversationFacts &facts : seen) {
            const RoomId room = roomOf(facts);
            const Conversation conversation = joined(room, facts, {});
            if (room.isEmpty()) {
                continue;
            }
            if (const Status noted = noteConversation(*m_database, facts, conversation); !noted) {
                return noted;
            }
        }
        return Done{};
    }));
}

Result<std::optional<ConversationFacts>> CacheDb::knownConversation(const RoomId &room) const
{
    const Result<QList<ConversationFacts>> found
        = orRebuilt(factsOf(*m_database, u"SELECT facts FROM known WHERE room = ?"_s, {room.value}));
    if (!found) {
        return found.error();
    }
    return found->isEmpty() ? std::optional<ConversationFacts>() : found->first();
}

Result<QList<ConversationFacts>> CacheDb::searchConversations(const QString &typed, int newest) const
{
    const QString match = conversationMatchOf(typed);
    if (match.isEmpty()) {
        return QList<ConversationFacts>();
    }
    return factsOf(*m_database,
                   u"SELECT facts FROM names JOIN known ON known.number = names.rowid"
                   " WHERE names MATCH ? ORDER BY names.rowid DESC LIMIT ?"_s,
                   {match, newest});
}

} // namespace greenline
