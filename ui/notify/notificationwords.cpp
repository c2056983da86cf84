#include "ui/notify/notificationwords.h"

#include "ui/words/plainline.h"

#include <QCoreApplication>

namespace greenline {

namespace {

constexpr qsizetype longestBody = 280;

} // namespace

NotificationWords notificationWords(const Notice &notice, BodyMarkup markup)
{
    const QString customer = elidedLine(notice.customer, longestName);
    NotificationWords words;
    //: Title of a desktop notification; %1 is the customer's name or number.
    words.title = notice.kind == Notice::Kind::NewInQueue
        ? QCoreApplication::translate("Notifier", "%1 is waiting").arg(customer)
        : customer;
    const QString body = elidedLine(notice.preview, longestBody);
    words.body = markup == BodyMarkup::Understood ? body.toHtmlEscaped() : body;
    return words;
}

} // namespace greenline
