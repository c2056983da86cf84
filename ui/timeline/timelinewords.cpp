#include "ui/timeline/timelinewords.h"

#include "ui/timeline/showntext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class TimelineWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString kindWord(const Attachment &attachment)
{
    switch (attachment.kind) {
    case Attachment::Kind::Image:
        return TimelineWords::tr("Picture");
    case Attachment::Kind::Audio:
        return TimelineWords::tr("Sound");
    case Attachment::Kind::Video:
        return TimelineWords::tr("Film");
    default:
        return TimelineWords::tr("File");
    }
}

} // namespace

QString newCountWords(int count)
{
    //: The line above the messages that were not read yet
    return TimelineWords::tr("%n new", nullptr, count);
}

QString conversationWords(bool isEarlier)
{
    return isEarlier ? TimelineWords::tr("Earlier conversation") : TimelineWords::tr("This conversation");
}

QString showAllWords(const QString &hidden)
{
    return TimelineWords::tr("Show all (%1 more characters)").arg(hidden);
}

QString copyToReadWords(const QString &hidden)
{
    return TimelineWords::tr("%1 more characters; copy the message to read them").arg(hidden);
}

QString unreadableWords()
{
    return TimelineWords::tr("This message cannot be read");
}

QString emptyMessageWords()
{
    return TimelineWords::tr("An empty message");
}

QString repetitionWords()
{
    return TimelineWords::tr("Possibly a duplicate: the same text came less than a minute before");
}

QString failedFileWords()
{
    return TimelineWords::tr(
        "▲ A picture or file came with this text, but the workspace could not fetch it. Ask for it by another way.");
}

QString noticeWords(const Message &message)
{
    return TimelineWords::tr("The workspace says: %1").arg(harmless(message.text.left(1000)).simplified());
}

QString placeWords(const QPointF &location)
{
    const QLocale locale;
    return TimelineWords::tr("A place on the map: latitude %1, longitude %2")
        .arg(locale.toString(location.y(), 'f', 5), locale.toString(location.x(), 'f', 5));
}

QString fileNameWords(const Attachment &attachment)
{
    const QString name = harmlessName(attachment.title);
    return name.isEmpty() ? kindWord(attachment) : name;
}

QString fileKindWords(const Attachment &attachment, const QLocale &locale)
{
    const QString word = kindWord(attachment);
    if (!attachment.bytes) {
        return word;
    }
    //: Kind and size of a file, "File · 12 kB"
    return TimelineWords::tr("%1 · %2").arg(word,
                                            locale.formattedDataSize(*attachment.bytes, 1, QLocale::DataSizeSIFormat));
}

} // namespace greenline
