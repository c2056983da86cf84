#include "app/workspace/filecontents.h"

#include "app/workspace/picturecleaner.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qint64 mostBytesRead = 256 * 1024 * 1024;
constexpr qsizetype longestFileName = 120;

Error fileRefusal(const QString &code)
{
    return {.kind = Error::Kind::Rejected, .detail = code, .code = code};
}

/// The last part of the path without what other programs stumble over; the ending stays.
QString sentName(const QString &path)
{
    QString name;
    for (const QChar c : QFileInfo(path).fileName()) {
        const bool isOdd
            = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || u"\"\\/%"_s.contains(c);
        name += isOdd ? u'_' : c;
    }
    if (name.size() > longestFileName) {
        const QString ending = u'.' + QFileInfo(name).suffix().left(8);
        name = name.left(longestFileName - ending.size()) + ending;
    }
    return name;
}

Result<QByteArray> bytesOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fileRefusal(u"file-gone"_s);
    }
    if (info.isDir()) {
        return fileRefusal(u"file-is-folder"_s);
    }
    if (!info.isFile() || info.size() > mostBytesRead) { // a pipe or a device has no end
        return fileRefusal(info.isFile() ? u"file-huge"_s : u"file-unreadable"_s);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileRefusal(u"file-unreadable"_s);
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError || bytes.size() != file.size()) {
        return fileRefusal(u"file-unreadable"_s);
    }
    return bytes.isEmpty() ? Result<QByteArray>(fileRefusal(u"file-empty"_s)) : Result<QByteArray>(bytes);
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

Result<KeptFile> keptFileOf(const QString &path)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes) {
        return bytes.error();
    }
    return KeptFile{.path = QFileInfo(path).absoluteFilePath(),
                    .name = sentName(path),
                    .mimeType = QMimeDatabase().mimeTypeForFileNameAndData(sentName(path), *bytes).name(),
                    .bytes = bytes->size(),
                    .hash = hashOf(*bytes)};
}

Result<FilePart> filePartOf(const KeptFile &file)
{
    const Result<QByteArray> bytes = bytesOf(file.path);
    if (!bytes) {
        return bytes.error();
    }
    if (hashOf(*bytes) != file.hash) {
        return fileRefusal(u"file-changed"_s);
    }
    const Result<QByteArray> clean = file.isAsItIs ? bytes : cleanedPicture(*bytes, file.mimeType);
    return clean ? Result(FilePart{file.name, file.mimeType, *clean}) : Result<FilePart>(clean.error());
}

} // namespace greenline
