#include "app/rest/formbody.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// As browsers write it (WHATWG, multipart/form-data): what would end the line or the quotes is percent-encoded.
QByteArray quotedParameter(const QString &text)
{
    QByteArray quoted = text.toUtf8();
    quoted.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
    return '"' + quoted + '"';
}

/// A type is what other programs say of a file; nothing of it may end the line.
QByteArray typeLine(const QString &mimeType)
{
    QByteArray type = mimeType.toLatin1();
    type.replace('\r', "").replace('\n', "");
    return type.isEmpty() ? QByteArray("application/octet-stream") : type;
}

QByteArray newBoundary()
{
    QByteArray boundary = "greenline";
    for (int part = 0; part < 3; ++part) {
        boundary += QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    }
    return boundary;
}

} // namespace

FormBody formBody(const QList<std::pair<QString, QString>> &fields, const FilePart &file)
{
    const QByteArray boundary = newBoundary();
    const QByteArray begin = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
    FormBody form{.contentType = "multipart/form-data; boundary=" + boundary};
    for (const auto &[name, value] : fields) {
        form.bytes += begin + quotedParameter(name) + "\r\n\r\n" + value.toUtf8() + "\r\n";
    }
    form.bytes += begin + "\"file\"; filename=" + quotedParameter(file.name)
        + "\r\nContent-Type: " + typeLine(file.mimeType) + "\r\n\r\n";
    form.bytes += file.bytes + "\r\n--" + boundary + "--\r\n";
    return form;
}

} // namespace greenline
