#include "app/base/log.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

Q_LOGGING_CATEGORY(logDdp, "greenline.ddp", QtWarningMsg)
Q_LOGGING_CATEGORY(logHttp, "greenline.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logWire, "greenline.wire", QtWarningMsg)
Q_LOGGING_CATEGORY(logWorkspace, "greenline.workspace", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "greenline.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logPractice, "greenline.practice", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "greenline.ui", QtWarningMsg)

QString redacted(const QString &text)
{
    static const QRegularExpression secrets(u"[A-Za-z0-9_\\-]{30,}"_s);
    static const QRegularExpression numbers(u"\\+?\\d[\\d ().\\-]{6,}\\d"_s);
    QString result = text;
    result.replace(secrets, u"[…]"_s);
    result.replace(numbers, u"[number]"_s);
    return result;
}

} // namespace greenline
