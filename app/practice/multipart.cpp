#include "app/practice/multipart.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// The value of `name="…"` or `name=…` in a header line.
std::optional<QByteArray> headerParameter(const QByteArray &line, const QByteArray &name)
{
    const QList<QByteArray> pieces = line.split(';');
    for (const QByteArray &raw : pieces) {
        const QByteArray piece = raw.trimmed();
        if (!piece.toLower().startsWith(name + '=')) {
            continue;
        }
        QByteArray value = piece.mid(name.size() + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"')) {
            value = value.sliced(1, value.size() - 2);
        }
        return value;
    }
    return {};
}

FormPart partOf(const QByteArray &head, const QByteArray &body)
{
    FormPart part;
    part.body = body;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed();
        const QByteArray lower = line.toLower();
        if (lower.startsWith("content-disposition:")) {
            part.name = QString::fromUtf8(headerParameter(line, "name").value_or(QByteArray()));
            if (const auto fileName = headerParameter(line, "filename")) {
                part.fileName = QString::fromUtf8(*fileName);
            }
        } else if (lower.startsWith("content-type:")) {
            part.type = line.mid(13).trimmed();
        }
    }
    return part;
}

} // namespace

QList<FormPart> formParts(const QByteArray &contentType, const QByteArray &body)
{
    const auto boundary = headerParameter(contentType, "boundary");
    if (!contentType.toLower().startsWith("multipart/form-data") || !boundary || boundary->isEmpty()) {
        return {};
    }
    const QByteArray mark = "--" + *boundary;
    QList<FormPart> parts;
    qsizetype at = body.indexOf(mark);
    while (at >= 0) {
        const qsizetype begin = at + mark.size() + 2; // past the line end, or past the last "--"
        const qsizetype next = body.indexOf("\r\n" + mark, begin - 2);
        const qsizetype headEnd = body.indexOf("\r\n\r\n", begin - 2);
        if (next < 0 || headEnd < 0 || headEnd > next) {
            break;
        }
        parts.append(
            partOf(body.mid(begin, qMax<qsizetype>(0, headEnd - begin)), body.mid(headEnd + 4, next - headEnd - 4)));
        at = next + 2;
    }
    return parts;
}

} // namespace greenline::practice
