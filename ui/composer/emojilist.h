#pragma once

#include <QAbstractListModel>

namespace greenline {

struct Emoji {
    QString characters = {};
    QString name = {}; ///< In plain words, lower case.
};

/// Those that support agents use, in the order of their keyboards; names after Unicode (resources/emoji/emoji.txt).
const QList<Emoji> &allEmoji();
/// Whose name has every word that was typed; those of recent first while nothing is.
QList<Emoji> fittingEmoji(const QString &typed, const QStringList &recent);

class EmojiList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEmoji(const QList<Emoji> &emoji);
    const Emoji &at(int row) const { return m_emoji.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Emoji> m_emoji;
};

} // namespace greenline
