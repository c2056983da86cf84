#include "ui/timeline/picturedecoder.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImageReader>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr std::array<const char *, 5> pictureFormats{"png", "jpeg", "gif", "webp", "bmp"};

/// Bytes that end when the time is up: no decoder can be interrupted, but every decoder reads.
class HurriedBuffer : public QBuffer
{
public:
    HurriedBuffer(const QByteArray &bytes, std::chrono::milliseconds time)
        : m_time(time)
    {
        setData(bytes);
        m_since.start();
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        return m_since.elapsed() >= m_time.count() ? -1 : QBuffer::readData(data, size);
    }

private:
    QElapsedTimer m_since;
    std::chrono::milliseconds m_time;
};

Error undecodable(const QString &why)
{
    return {Error::Kind::Protocol, why};
}

} // namespace

Result<QImage> decodedPicture(const QByteArray &bytes, const PictureLimits &limits)
{
    if (bytes.size() > limits.bytes) {
        return undecodable(u"picture of %1 bytes"_s.arg(bytes.size()));
    }
    HurriedBuffer buffer(bytes, limits.time);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (std::none_of(pictureFormats.begin(), pictureFormats.end(),
                     [&format](const char *known) { return format == known; })) {
        return undecodable(u"no picture format that is shown"_s);
    }
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > limits.pixels) {
        return undecodable(u"picture of %1 by %2 pixels"_s.arg(size.width()).arg(size.height()));
    }
    if (size.width() > limits.shown.width() || size.height() > limits.shown.height()) {
        reader.setScaledSize(size.scaled(limits.shown, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    QImage image;
    if (!reader.read(&image) || image.isNull()) {
        return undecodable(reader.errorString());
    }
    return image;
}

} // namespace greenline
