#pragma once

#include <QIODevice>

namespace greenline {

/// A body that can be read once. Qt sends a request again, up to three times and unasked, when a connection ends before
/// its answer; it has to give that up where it cannot go back to the beginning of the body.
class OnceBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(const QByteArray &bytes, QObject *parent = nullptr);
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool isUnread() const { return m_at == 0; } ///< Nothing of it can have left.
    bool atEnd() const override { return m_at == m_bytes.size() && QIODevice::atEnd(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace greenline
