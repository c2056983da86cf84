#include "ui/find/foundmodel.h"

#include "app/sms/phonenumber.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isSameFound(const Found &one, const Found &other)
{
    const bool areMessages = one.message && other.message;
    return areMessages ? one.message->id == other.message->id
                       : !one.message && !other.message && one.conversation.id == other.conversation.id;
}

} // namespace

FoundModel::FoundModel(Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void FoundModel::setFound(const QList<Found> &found, const QString &typed)
{
    beginResetModel(); // another search: no row is the same row
    m_words = searchedWords(typed);
    m_rows = found;
    endResetModel();
}

void FoundModel::addFound(const QList<Found> &more)
{
    QList<Found> fresh;
    for (const Found &one : more) {
        const auto isOne = [&one](const Found &other) { return isSameFound(one, other); };
        if (std::none_of(m_rows.cbegin(), m_rows.cend(), isOne) && std::none_of(fresh.cbegin(), fresh.cend(), isOne)) {
            fresh.append(one);
        }
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size() - 1));
        m_rows += fresh;
        endInsertRows();
    }
}

FoundModel::Line FoundModel::line(int row) const
{
    const Found &found = m_rows.at(row);
    const Conversation &conversation = found.conversation;
    Line line;
    line.name = customerName(conversation);
    if (line.name.isEmpty()) {
        line.name = tr("A conversation that is no longer known");
    }
    if (found.message) {
        line.when = listTime(found.message->at, m_clock.now());
        const bool isAgents = found.message->author == Message::Author::Agent;
        const Snippet snippet = snippetOf(found.message->text, m_words);
        line.snippet = snippet;
        if (isAgents) {
            const QString author = plainLine(found.message->authorName) + u": "_s;
            line.snippet.line.prepend(author);
            for (TextRange &place : line.snippet.found) {
                place.start += author.size();
            }
        }
        return line;
    }
    line.when = listTime(conversation.lastMessageAt, m_clock.now());
    QStringList parts{stageWord(conversation.stage)};
    if (!conversation.customerName.isEmpty() && !conversation.customerNumber.isEmpty()) {
        parts.append(plainLine(displayNumber(conversation.customerNumber)));
    }
    parts.append(previewText(conversation));
    parts.removeAll(QString());
    line.snippet.line = parts.join(u" · "_s);
    return line;
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const Line said = line(index.row());
    QStringList parts{said.name, said.snippet.line, said.when};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace greenline
