#include "app/practice/form.h"

#include <QUrl>

namespace greenline::practice {

namespace {

QString decoded(QByteArray part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')));
}

} // namespace

QByteArray formEncoded(const Fields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        if (!form.isEmpty()) {
            form += '&';
        }
        form += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

Fields formDecoded(const QByteArray &form)
{
    Fields fields;
    const QList<QByteArray> parts = form.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty()) {
            continue;
        }
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        fields.append({decoded(name), equals < 0 ? QString() : decoded(part.mid(equals + 1))});
    }
    return fields;
}

QString formValue(const Fields &fields, const QString &name)
{
    for (const auto &[key, value] : fields) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

bool formHas(const Fields &fields, const QString &name)
{
    for (const auto &field : fields) {
        if (field.first == name) {
            return true;
        }
    }
    return false;
}

} // namespace greenline::practice
