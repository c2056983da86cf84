#pragma once

#include "app/omnichannel/message.h"

#include <QString>

class QLocale;

namespace greenline {

QString newCountWords(int count); ///< "2 new"
QString conversationWords(bool isEarlier); ///< "Earlier conversation"
QString showAllWords(const QString &hidden); ///< "Show all (12,345 more characters)"
QString copyToReadWords(const QString &hidden);
QString unreadableWords();
QString emptyMessageWords();
QString failedFileWords();
QString repetitionWords(); ///< "Possibly a duplicate of the text before"
QString noticeWords(const Message &message); ///< What the workspace told this agent alone.
QString placeWords(const QPointF &location);
QString fileNameWords(const Attachment &attachment); ///< One harmless line, never empty.
QString fileKindWords(const Attachment &attachment, const QLocale &locale); ///< "PDF · 12 kB", "Sound"

} // namespace greenline
