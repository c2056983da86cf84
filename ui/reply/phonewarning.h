#pragma once

#include "ui/reply/replyneeds.h"

#include <QObject>

namespace greenline {

class NoticeBar;

/// "This contact has two numbers": said above the box, for the workspace texts the first one, which need not be the one
/// that wrote (rocketchat-wire.md 5.6). That there is none is said by the terms of the conversation.
class PhoneWarning : public QObject
{
    Q_OBJECT
public:
    explicit PhoneWarning(const ReplyNeeds &needs, QObject *parent = nullptr);

private:
    void follow();
    void show(const QStringList &phones);

    ReplyNeeds m_needs;
    NoticeBar *m_bar;
};

} // namespace greenline
