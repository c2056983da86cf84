#include "app/workspace/bytewalk.h"

namespace greenline {

bool ByteWalk::has(quint64 width)
{
    m_isLost = m_isLost || width > m_end - m_at;
    return !m_isLost;
}

quint64 ByteWalk::number(int width)
{
    quint64 value = 0;
    if (!has(quint64(width))) {
        return value;
    }
    for (int place = 0; place < width; ++place) {
        const quint64 byte = uchar(m_bytes.at(qsizetype(m_at) + place));
        const int shift = 8 * (m_order == Order::BigEndian ? width - 1 - place : place);
        value |= byte << shift;
    }
    m_at += quint64(width);
    return value;
}

QByteArray ByteWalk::word(int width)
{
    if (!has(quint64(width))) {
        return {};
    }
    m_at += quint64(width);
    return m_bytes.mid(qsizetype(m_at) - width, width);
}

void ByteWalk::skip(quint64 width)
{
    if (has(width)) {
        m_at += width;
    }
}

} // namespace greenline
