#include "ui/composer/emojilist.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QList<Emoji> emojiOfFile()
{
    QFile file(u":/greenline/emoji/emoji.txt"_s);
    QList<Emoji> all;
    if (file.open(QIODevice::ReadOnly)) {
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            all.append({line.section(u' ', 0, 0), line.section(u' ', 1)});
        }
    }
    return all;
}

bool hasWords(const Emoji &emoji, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&emoji](const QString &word) { return emoji.name.contains(word, Qt::CaseInsensitive); });
}

} // namespace

const QList<Emoji> &allEmoji()
{
    static const QList<Emoji> all = emojiOfFile();
    return all;
}

QList<Emoji> fittingEmoji(const QString &typed, const QStringList &recent)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    QList<Emoji> fitting;
    for (const Emoji &emoji : allEmoji()) {
        if (hasWords(emoji, words)) {
            fitting.append(emoji);
        }
    }
    if (words.isEmpty()) {
        std::stable_sort(fitting.begin(), fitting.end(), [&recent](const Emoji &one, const Emoji &other) {
            const qsizetype first = recent.indexOf(one.characters);
            const qsizetype second = recent.indexOf(other.characters);
            return first >= 0 && (second < 0 || first < second);
        });
    }
    return fitting;
}

void EmojiList::setEmoji(const QList<Emoji> &emoji)
{
    beginResetModel(); // another list each time, not a change of one
    m_emoji = emoji;
    endResetModel();
}

int EmojiList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_emoji.size());
}

QVariant EmojiList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Emoji &emoji = m_emoji.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return emoji.characters;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return emoji.name;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    default:
        return {};
    }
}

} // namespace greenline
