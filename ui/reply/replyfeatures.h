#pragma once

#include "ui/reply/replyneeds.h"

#include <QList>

class QAction;
class QObject;

namespace greenline {

/// The actions that are carried out here.
struct ReplyActions {
    QAction &canned;
    QAction &attach;
    QAction &emoji;
    QAction &sendAndNext;
    QAction &enterSends;
    QList<QAction *> holdSends;
};

/// Makes everything that helps to write a reply; owner owns it.
void addReplyFeatures(const ReplyNeeds &needs, const ReplyActions &actions, QObject *owner);

} // namespace greenline
