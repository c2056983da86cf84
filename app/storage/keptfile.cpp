#include "app/storage/keptfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace greenline {

QString packedFile(const KeptFile &file)
{
    return packedFile(OutgoingFile{file});
}

QString packedFile(const OutgoingFile &file)
{
    QJsonObject object{{u"path"_s, file.file.path},
                       {u"name"_s, file.file.name},
                       {u"type"_s, file.file.mimeType},
                       {u"bytes"_s, file.file.bytes},
                       {u"hash"_s, QString::fromLatin1(file.file.hash.toHex())}};
    if (file.file.isAsItIs) {
        object.insert(u"asItIs"_s, true);
    }
    if (file.newestBefore.isValid()) {
        object.insert(u"newestBefore"_s, file.newestBefore.toMSecsSinceEpoch());
    }
    if (!file.uploadId.isEmpty()) {
        object.insert(u"uploadId"_s, file.uploadId);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<OutgoingFile> unpackedFile(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    OutgoingFile file;
    file.file = {.path = object.value("path"_L1).toString(),
                 .name = object.value("name"_L1).toString(),
                 .mimeType = object.value("type"_L1).toString(),
                 .bytes = object.value("bytes"_L1).toInteger(),
                 .hash = QByteArray::fromHex(object.value("hash"_L1).toString().toLatin1()),
                 .isAsItIs = object.value("asItIs"_L1).toBool()};
    if (object.contains("newestBefore"_L1)) {
        file.newestBefore = QDateTime::fromMSecsSinceEpoch(object.value("newestBefore"_L1).toInteger(), Qt::UTC);
    }
    file.uploadId = object.value("uploadId"_L1).toString();
    return file.file.path.isEmpty() ? std::nullopt : std::optional(file);
}

} // namespace greenline
