#include "app/practice/practicepicture.h"

#include <QtEndian>

#include <array>

namespace greenline::practice {

namespace {

constexpr int width = 360;
constexpr int height = 270;
using Colour = std::array<uchar, 3>;

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
        }
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(crcOf(type + data));
}

Colour shaded(const Colour &colour, int change)
{
    Colour made{};
    for (size_t i = 0; i < made.size(); ++i) {
        made[i] = static_cast<uchar>(qBound(0, colour[i] + change, 255));
    }
    return made;
}

Colour colourAt(int x, int y)
{
    const bool inBox = x > 70 && x < 290 && y > 70 && y < 220;
    const bool inDent = (x - 290) * (x - 290) + (y - 70) * (y - 70) < 55 * 55;
    if (inBox && inDent) {
        return shaded({96, 66, 38}, (x + 2 * y) % 23 - 11);
    }
    if (inBox && x > 165 && x < 195) {
        return shaded({226, 205, 160}, y % 7 - 3); // the tape
    }
    if (inBox && x > 90 && x < 150 && y > 165 && y < 205) {
        return (x / 4) % 3 == 0 && y > 175 && y < 195 ? Colour{40, 40, 40} : Colour{245, 245, 240}; // the label
    }
    if (inBox) {
        return shaded({184, 138, 86}, (220 - y) / 8 + (x * 7 + y * 13) % 5 - 2);
    }
    if (y > 195) {
        return shaded({112, 108, 104}, (x + y) % 9 - 4); // the doorstep
    }
    return shaded({176, 190, 198}, -y / 5 + x / 24);
}

} // namespace

QByteArray parcelPicture()
{
    QByteArray pixels;
    pixels.reserve(height * (1 + width * 3));
    for (int y = 0; y < height; ++y) {
        pixels += '\0'; // no filter
        for (int x = 0; x < width; ++x) {
            for (const uchar part : colourAt(x, y)) {
                pixels += static_cast<char>(part);
            }
        }
    }
    const QByteArray header = bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\x00\x00\x00", 5); // 8 bit, RGB
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) + chunk("IDAT", qCompress(pixels, 9).mid(4)) + chunk("IEND", {});
}

} // namespace greenline::practice
