#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace greenline::practice {

/// One part of a multipart/form-data body (RFC 7578).
struct FormPart {
    QString name;
    std::optional<QString> fileName = {}; ///< Only files have one.
    QByteArray type = {};
    QByteArray body = {};
};

/// The parts of a body in the order sent; none when it is no multipart body or its boundary is missing.
QList<FormPart> formParts(const QByteArray &contentType, const QByteArray &body);

} // namespace greenline::practice
