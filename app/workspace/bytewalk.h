#pragma once

#include <QByteArray>

namespace greenline {

/// Numbers out of bytes that nobody vouches for: beyond the end everything is 0, and the walk is lost for good.
class ByteWalk
{
public:
    enum class Order { BigEndian, LittleEndian };
    ByteWalk(const QByteArray &bytes, quint64 from, quint64 end, Order order = Order::BigEndian)
        : m_bytes(bytes)
        , m_at(from)
        , m_end(qMin<quint64>(end, quint64(bytes.size())))
        , m_order(order)
        , m_isLost(from > m_end)
    {
    }

    quint64 number(int width); ///< Of 0 to 8 bytes.
    QByteArray word(int width); ///< Bytes as they are.
    void skip(quint64 width);
    quint64 at() const { return m_at; }
    quint64 left() const { return m_isLost ? 0 : m_end - m_at; }
    bool isLost() const { return m_isLost; }

private:
    bool has(quint64 width);

    const QByteArray &m_bytes;
    quint64 m_at;
    quint64 m_end;
    Order m_order;
    bool m_isLost;
};

} // namespace greenline
