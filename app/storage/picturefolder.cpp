#include "app/storage/picturefolder.h"

#include "app/base/id.h"
#include "app/storage/sqlitefile.h"
#include "app/storage/storageerror.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace greenline {

Result<QString> PictureFolder::keep(const QByteArray &bytes) const
{
    if (m_path.isEmpty() || !makePrivateFolder(m_path)) {
        return storageError(u"no folder for pictures"_s, u"read-only"_s);
    }
    const QString path = QDir(m_path).absoluteFilePath(newMessageId().value);
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    if (!isWritten) {
        return storageError(file.errorString(),
                            file.error() == QFileDevice::ResourceError ? u"disk-full"_s : u"read-only"_s);
    }
    return path;
}

void PictureFolder::sweep(const QStringList &used) const
{
    if (m_path.isEmpty()) {
        return;
    }
    const QFileInfoList kept = QDir(m_path).entryInfoList(QDir::Files);
    for (const QFileInfo &file : kept) {
        if (!used.contains(file.absoluteFilePath())) {
            QFile::remove(file.absoluteFilePath());
        }
    }
}

} // namespace greenline
