#include "ui/theme/colours.h"

#include <QPalette>

namespace greenline {

const Colours &lightColours()
{
    static const Colours colours{
        .isDark = false,
        .window = QColor(0xf4, 0xf6, 0xf8),
        .panel = QColor(0xff, 0xff, 0xff),
        .line = QColor(0xe1, 0xe5, 0xea),
        .text = QColor(0x1f, 0x23, 0x29),
        .secondaryText = QColor(0x62, 0x68, 0x70), // #6c727a, which is 4.85 on white, is too pale on a selected row
        .action = QColor(0x09, 0x5a, 0xd2),
        .onAction = QColor(0xff, 0xff, 0xff),
        .sms = QColor(0x15, 0x8d, 0x65),
        .greenText = QColor(0x10, 0x6d, 0x4f),
        .danger = QColor(0xd4, 0x0c, 0x26),
        .waitingText = QColor(0x8e, 0x63, 0x00),
        .waitingFill = QColor(0xff, 0xd0, 0x31),
        .ownBubble = QColor(0xd1, 0xeb, 0xfe),
        .ownText = QColor(0x1f, 0x23, 0x29),
        .theirBubble = QColor(0xea, 0xee, 0xf2),
        .selection = QColor(0xe6, 0xef, 0xfb),
        .hover = QColor(0xf2, 0xf5, 0xf9),
    };
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .isDark = true,
        .window = QColor(0x16, 0x19, 0x1d),
        .panel = QColor(0x1f, 0x23, 0x29),
        .line = QColor(0x30, 0x36, 0x3d),
        .text = QColor(0xe6, 0xe9, 0xec),
        .secondaryText = QColor(0x9e, 0xa2, 0xa8),
        .action = QColor(0x73, 0x9e, 0xde),
        .onAction = QColor(0x0d, 0x14, 0x20),
        .sms = QColor(0x2d, 0xe0, 0xa5),
        .greenText = QColor(0x2d, 0xe0, 0xa5),
        .danger = QColor(0xf7, 0x5d, 0x70), // #f5455c reaches only 4.42 on panels, and words are written in it too
        .waitingText = QColor(0xff, 0xd0, 0x31),
        .waitingFill = QColor(0xff, 0xd0, 0x31),
        .ownBubble = QColor(0x1d, 0x40, 0x68),
        .ownText = QColor(0xe9, 0xf2, 0xfb),
        .theirBubble = QColor(0x2a, 0x30, 0x37),
        .selection = QColor(0x26, 0x36, 0x4c),
        .hover = QColor(0x26, 0x2b, 0x32),
    };
    return colours;
}

const Colours &coloursOf(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    return qGray(ground.rgb()) < 128 ? darkColours() : lightColours();
}

QColor tinted(const QColor &ground, const QColor &colour, double opacity)
{
    const auto mixed = [opacity](int below, int above) { return qRound(below + (above - below) * opacity); };
    return QColor(mixed(ground.red(), colour.red()), mixed(ground.green(), colour.green()),
                  mixed(ground.blue(), colour.blue()));
}

} // namespace greenline
