#pragma once

#include "ui/reply/replyneeds.h"

#include <QObject>

namespace greenline {

class NoticeBar;

/// "Ana is typing" above the box, and the same said of us to the others.
class TypingBar : public QObject
{
    Q_OBJECT
public:
    explicit TypingBar(const ReplyNeeds &needs, QObject *parent = nullptr);

private:
    void follow();
    void show();
    void askWhoTheyAre(); ///< Once.
    QString nameOf(const QString &username) const; ///< Empty: unknown.

    ReplyNeeds m_needs;
    NoticeBar *m_bar;
    bool m_hasAsked = false;
};

} // namespace greenline
