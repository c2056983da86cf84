#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace greenline {

/// A file as it goes over the wire.
struct FilePart {
    QString name = {};
    QString mimeType = {};
    QByteArray bytes = {};
};

/// A multipart/form-data body (RFC 7578) with its content type.
struct FormBody {
    QByteArray contentType = {};
    QByteArray bytes = {};
};

/// Fields first: servers read them before they have the whole file. Names of files may be anything.
FormBody formBody(const QList<std::pair<QString, QString>> &fields, const FilePart &file);

} // namespace greenline
