#include "app/practice/practicetwilio.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace greenline::practice {

QByteArray twilioSignature(const QByteArray &authToken, const QString &url,
                           const QList<std::pair<QString, QString>> &parameters)
{
    QList<std::pair<QByteArray, QByteArray>> sorted;
    for (const auto &[name, value] : parameters) {
        sorted.append({name.toUtf8(), value.toUtf8()});
    }
    std::sort(sorted.begin(), sorted.end());
    // A name that occurs several times counts with its distinct values (twilio.md 6.2).
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    QByteArray data = url.toUtf8();
    for (const auto &[name, value] : sorted) {
        data += name + value;
    }
    return QMessageAuthenticationCode::hash(data, authToken, QCryptographicHash::Sha1).toBase64();
}

} // namespace greenline::practice
