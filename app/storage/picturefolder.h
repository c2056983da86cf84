#pragma once

#include "app/base/result.h"

#include <QString>
#include <QStringList>

namespace greenline {

/// Where pictures are kept that were pasted and lie nowhere else, until they are sent.
class PictureFolder
{
public:
    void setPath(const QString &path) { m_path = path; } ///< Made when it is needed. Empty: nothing can be kept.
    Result<QString> keep(const QByteArray &bytes) const; ///< The path; for its owner's eyes only.
    void sweep(const QStringList &used) const; ///< Removes all others.

private:
    QString m_path;
};

} // namespace greenline
