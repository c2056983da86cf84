#pragma once

#include <QLoggingCategory>
#include <QString>

namespace greenline {

Q_DECLARE_LOGGING_CATEGORY(logDdp)
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logWire)
Q_DECLARE_LOGGING_CATEGORY(logWorkspace)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logPractice)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// Text as it may stand in a log: tokens, digests and phone numbers blanked. Message text must not be passed at all.
QString redacted(const QString &text);

} // namespace greenline
