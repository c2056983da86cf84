#include "ui/reply/picturebytes.h"

#include "ui/timeline/picturedecoder.h"

#include <QBuffer>
#include <QFile>

namespace greenline {

namespace {

constexpr int jpegQuality = 88;

QByteArray encoded(const QImage &picture, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, format, quality);
    return bytes;
}

} // namespace

QByteArray bytesOfPicture(const QImage &picture, qint64 most)
{
    const QByteArray png = encoded(picture, "PNG", -1);
    return png.size() <= most ? png : encoded(picture, "JPG", jpegQuality);
}

QImage smallPicture(const QString &path)
{
    const PictureLimits limits{.shown = {160, 160}};
    QFile file(path);
    if (file.size() > limits.bytes || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const Result<QImage> picture = decodedPicture(file.readAll(), limits);
    return picture ? *picture : QImage();
}

} // namespace greenline
