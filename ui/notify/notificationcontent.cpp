#include "ui/notify/notificationcontent.h"

#include "app/sms/optwords.h"
#include "ui/notify/notificationwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class NotificationContent
{
    Q_DECLARE_TR_FUNCTIONS(Notifier)
};

/// Somebody who opted out is not answered in passing: that takes a look at the conversation.
QStringList notificationActions(const Notice &notice, const QStringList &capabilities)
{
    QStringList actions;
    if (!capabilities.contains("actions"_L1)) {
        return actions;
    }
    actions << u"default"_s << NotificationContent::tr("Open");
    if (notice.kind == Notice::Kind::NewInQueue) {
        actions << u"take"_s << NotificationContent::tr("Take");
    }
    const bool isAnswerable = notice.kind == Notice::Kind::NewText && optWordOf(notice.preview) != OptWord::Stop;
    if (isAnswerable && capabilities.contains("inline-reply"_L1)) {
        actions << u"inline-reply"_s << NotificationContent::tr("Reply");
    }
    actions << u"open"_s
            << NotificationContent::tr("Open"); // the default one is a click, and no button, with most services
    return actions;
}

} // namespace

DesktopNotifications::Content notificationContent(const Notice &notice, const QStringList &capabilities,
                                                  Privacy privacy)
{
    const bool isMarkup = capabilities.contains("body-markup"_L1);
    const NotificationWords words
        = notificationWords(notice, isMarkup ? BodyMarkup::Understood : BodyMarkup::Literal, privacy);
    DesktopNotifications::Content content;
    content.title = words.title;
    content.body = words.body;
    content.actions = notificationActions(notice, capabilities);
    if (content.actions.contains("inline-reply"_L1)) {
        content.replyHint = NotificationContent::tr("Reply by SMS");
        content.replyButton = NotificationContent::tr("Send");
    }
    return content;
}

} // namespace greenline
