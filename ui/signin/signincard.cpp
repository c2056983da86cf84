#include "ui/signin/signincard.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>

namespace greenline {

namespace {

constexpr int shadow = 24; // width of the soft edge around the sheet

} // namespace

SignInCard::SignInCard(QWidget *parent)
    : QWidget(parent)
{
    setContentsMargins(shadow, shadow, shadow, shadow);
    setFixedWidth(qMax(440, fontMetrics().averageCharWidth() * 62) + 2 * shadow);
}

void SignInCard::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF sheet = QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5);
    for (int ring = shadow; ring > 0; --ring) {
        painter.setBrush(QColor(0, 0, 0, colours.isDark ? 5 : 1));
        painter.drawRoundedRect(sheet.adjusted(-ring, -ring + 6, ring, ring), 12 + ring, 12 + ring);
    }
    painter.setBrush(colours.panel);
    painter.setPen(colours.line);
    painter.drawRoundedRect(sheet, 12, 12);
}

QWidget *scrolledCard(QWidget *card, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->addWidget(card, 1, 1);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(2, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setProperty("quiet", true);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace greenline
