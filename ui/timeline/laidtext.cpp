#include "ui/timeline/laidtext.h"

namespace greenline {

LaidText laidText(const QString &text, const QFont &font, double width, const QList<QTextLayout::FormatRange> &formats)
{
    QString lines = text;
    lines.replace(u'\n', QChar(QChar::LineSeparator));
    const bool isRightToLeft = text.isRightToLeft();
    QTextOption option(isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);

    LaidText laid{std::make_unique<QTextLayout>(lines, font), {}, 0};
    laid.layout->setTextOption(option);
    laid.layout->setFormats(formats);
    laid.layout->setCacheEnabled(true);
    laid.layout->beginLayout();
    double widest = 0;
    double height = 0;
    for (QTextLine line = laid.layout->createLine(); line.isValid(); line = laid.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        widest = qMax(widest, line.naturalTextWidth());
    }
    laid.layout->endLayout();
    laid.size = {qMin(width, std::ceil(widest)), height};
    laid.slack = isRightToLeft ? width - laid.size.width() : 0;
    return laid;
}

QList<QRectF> placesOf(const QTextLayout &layout, qsizetype start, qsizetype length)
{
    QList<QRectF> places;
    for (int index = 0; index < layout.lineCount(); ++index) {
        const QTextLine line = layout.lineAt(index);
        const qsizetype from = qMax<qsizetype>(start, line.textStart());
        const qsizetype to = qMin<qsizetype>(start + length, line.textStart() + line.textLength());
        if (from < to) {
            const double one = line.cursorToX(int(from));
            const double other = line.cursorToX(int(to));
            places.append({qMin(one, other), line.y(), qAbs(other - one), line.height()});
        }
    }
    return places;
}

} // namespace greenline
