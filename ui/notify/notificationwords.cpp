#include "ui/notify/notificationwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype longestTitle = 120;
constexpr qsizetype longestBody = 280;

/// One line without control characters: neither NUL nor a right-to-left override may rearrange what the desktop shows.
QString tamed(const QString &text, qsizetype longest)
{
    QString line;
    for (const QChar &character : text.left(4 * longest)) {
        const bool isFormat
            = character.category() == QChar::Other_Format && character.unicode() != 0x200D; // joined emoji stay joined
        if (!isFormat) {
            line += character.category() == QChar::Other_Control ? QChar(u' ') : character;
        }
    }
    line = line.simplified();
    if (line.size() <= longest) {
        return line;
    }
    const qsizetype end = line.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
    return line.left(end) + u'…';
}

} // namespace

NotificationWords notificationWords(const Notice &notice, BodyMarkup markup)
{
    const QString customer = tamed(notice.customer, longestTitle);
    NotificationWords words;
    //: Title of a desktop notification; %1 is the customer's name or number.
    words.title = notice.kind == Notice::Kind::NewInQueue
        ? QCoreApplication::translate("Notifier", "%1 is waiting").arg(customer)
        : customer;
    const QString body = tamed(notice.preview, longestBody);
    words.body = markup == BodyMarkup::Understood ? body.toHtmlEscaped() : body;
    return words;
}

} // namespace greenline
