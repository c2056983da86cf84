#pragma once

#include "app/workspace/filechecks.h"

#include <QString>

namespace greenline {

/// Why a file was not attached and what to do, in one line.
QString fileRefusalWords(const FileRefusal &refusal, const QString &name);
QString fileSizeWords(qint64 bytes); ///< "1.2 MB"

} // namespace greenline
