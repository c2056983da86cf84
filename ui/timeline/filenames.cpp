#include "ui/timeline/filenames.h"

#include "ui/timeline/showntext.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype longestStem = 80;

QString stem(QString name)
{
    static const QRegularExpression unfit(uR"([/\\:*?"<>|\x{FFFD}]+)"_s);
    name.replace(unfit, u"_"_s);
    while (name.startsWith(u'.') || name.startsWith(u'~') || name.startsWith(u'-') || name.startsWith(u' ')) {
        name.remove(0, 1); // hidden, or read as an option by a program
    }
    while (name.endsWith(u'.') || name.endsWith(u' ')) {
        name.chop(1);
    }
    return name;
}

bool isDeviceName(const QString &name)
{
    static const QRegularExpression device(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

} // namespace

QString savedFileName(const Attachment &attachment)
{
    QString name = stem(harmlessName(attachment.title));
    if (name.isEmpty() || isDeviceName(name)) {
        name = u"file_"_s + name;
    }
    QString ending = QFileInfo(name).suffix();
    if (ending.isEmpty() || ending.size() > 8) {
        ending = QMimeDatabase().mimeTypeForName(attachment.mimeType).preferredSuffix();
    } else {
        name.chop(ending.size() + 1);
    }
    name = name.left(longestStem);
    if (!name.isEmpty() && name.back().isHighSurrogate()) {
        name.chop(1);
    }
    return ending.isEmpty() ? name : name + u'.' + ending;
}

} // namespace greenline
