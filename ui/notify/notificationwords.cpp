#include "ui/notify/notificationwords.h"

#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QCoreApplication>

namespace greenline {

namespace {

constexpr qsizetype longestBody = 280;

class NotifierWords
{
    Q_DECLARE_TR_FUNCTIONS(Notifier)
};

QString titleFor(Notice::Kind kind, const QString &customer)
{
    switch (kind) {
    case Notice::Kind::NewInQueue:
        //: Title of a desktop notification; %1 is the customer's name or number.
        return NotifierWords::tr("%1 is waiting").arg(customer);
    case Notice::Kind::ReplyNotSent:
        return NotifierWords::tr("Your reply to %1 was not sent").arg(customer);
    case Notice::Kind::NewText:
        break;
    }
    return customer;
}

QString namelessTitle(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::NewInQueue:
        return NotifierWords::tr("Somebody is waiting");
    case Notice::Kind::ReplyNotSent:
        return NotifierWords::tr("A reply was not sent");
    case Notice::Kind::NewText:
        break;
    }
    return NotifierWords::tr("New text");
}

/// Without what customers write; why a reply was not sent are our own words.
QString bodyFor(const Notice &notice, Privacy privacy)
{
    if (notice.kind == Notice::Kind::ReplyNotSent || privacy == Privacy::NameAndText) {
        return elidedLine(notice.preview, longestBody);
    }
    return notice.kind == Notice::Kind::NewText && privacy == Privacy::NameOnly ? NotifierWords::tr("New text")
                                                                                : QString();
}

} // namespace

NotificationWords notificationWords(const Notice &notice, BodyMarkup markup, Privacy privacy)
{
    NotificationWords words;
    words.title = privacy == Privacy::Nothing ? namelessTitle(notice.kind)
                                              : titleFor(notice.kind, elidedLine(notice.customer, longestName));
    const QString body = bodyFor(notice, privacy);
    words.body = markup == BodyMarkup::Understood ? body.toHtmlEscaped() : body;
    return words;
}

QString quietUntilWords(const NoticeChoices &choices)
{
    //: A time of the day
    return choices.quietUntil.isValid() ? NotifierWords::tr("until %1").arg(clockTime(choices.quietUntil)) : QString();
}

QString quietWords(const NoticeChoices &choices)
{
    return choices.quietUntil.isValid()
        ? NotifierWords::tr("Nothing disturbs you until %1.").arg(clockTime(choices.quietUntil))
        : NotifierWords::tr("Nothing disturbs you until you switch that off.");
}

} // namespace greenline
