#pragma once

#include "ui/reply/replyneeds.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

class QAction;

namespace greenline {

class EmojiPopup;

/// Emoji for the reply: chosen from a list that says what they cost, the last ones first.
class EmojiWriter : public QObject
{
    Q_OBJECT
public:
    EmojiWriter(const ReplyNeeds &needs, QAction &open, QObject *parent = nullptr);
    ~EmojiWriter() override;

private:
    void open();
    void insert(const QString &emoji);
    QString costOf(const QString &emoji) const;

    ReplyNeeds m_needs;
    QPointer<EmojiPopup> m_popup; // the window's child
    QStringList m_recent;
};

} // namespace greenline
