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

    ReplyNeeds m_needs;
    NoticeBar *m_bar;
};

} // namespace greenline
