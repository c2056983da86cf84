#include "ui/theme/metrics.h"

namespace greenline {

namespace {

QFont scaledFont(const QFont &base, double factor)
{
    QFont font = base;
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(base.pixelSize() * factor));
    }
    return font;
}

} // namespace

QFont titleFont(const QFont &base)
{
    QFont font = scaledFont(base, 15.0 / 13.0);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont secondaryFont(const QFont &base)
{
    return scaledFont(base, 12.0 / 13.0);
}

QFont captionFont(const QFont &base)
{
    return scaledFont(base, 11.0 / 13.0);
}

} // namespace greenline
