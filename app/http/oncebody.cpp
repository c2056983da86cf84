#include "app/http/oncebody.h"

#include <cstring>

namespace greenline {

OnceBody::OnceBody(const QByteArray &bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::readData(char *data, qint64 most)
{
    const qint64 count = qMin(most, m_bytes.size() - m_at);
    if (count > 0) {
        std::memcpy(data, m_bytes.constData() + m_at, static_cast<size_t>(count));
        m_at += count;
    }
    return count > 0 || most == 0 ? count : -1;
}

} // namespace greenline
