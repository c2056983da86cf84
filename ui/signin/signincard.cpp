#include "ui/signin/signincard.h"

#include "ui/dialogs/problembar.h"
#include "ui/signin/accountrows.h"
#include "ui/signin/entryform.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace greenline {

namespace {

constexpr int shadow = 24; // width of the soft edge around the sheet

} // namespace

SignInCard::SignInCard(QWidget *parent)
    : QWidget(parent)
    , m_logo(new QLabel(this))
    , m_accounts(new AccountRows(this))
    , m_form(new EntryForm(this))
    , m_problem(new ProblemBar(this))
    , m_progress(new QLabel(this))
    , m_signIn(new QPushButton(tr("Sign in"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_otherWay(new QPushButton(this))
    , m_practice(new QPushButton(tr("Try the practice workspace"), this))
{
    setContentsMargins(shadow, shadow, shadow, shadow);
    setFixedWidth(qMax(440, fontMetrics().averageCharWidth() * 62) + 2 * shadow);
    build();
    offerPassword(false);
    setBusy({});
    drawLogo();
    connect(m_form, &EntryForm::submitted, this, &SignInCard::submitted);
    connect(m_signIn, &QPushButton::clicked, this, &SignInCard::submitted);
    connect(m_cancel, &QPushButton::clicked, this, &SignInCard::cancelled);
    connect(m_otherWay, &QPushButton::clicked, this, &SignInCard::otherWayWanted);
    connect(m_practice, &QPushButton::clicked, this, &SignInCard::practiceWanted);
}

QWidget *SignInCard::heading()
{
    auto *lines = new QWidget(this);
    auto *title = new QLabel(tr("Sign in to your workspace"), lines);
    QFont large = titleFont(font());
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    title->setFont(large);
    auto *subtitle = new QLabel(tr("Answer text messages from Rocket.Chat."), lines);
    subtitle->setProperty("secondary", true);
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins({});
    column->setSpacing(metrics::grid / 2);
    column->addWidget(title);
    column->addWidget(subtitle);
    return lines;
}

void SignInCard::build()
{
    m_progress->setWordWrap(true);
    m_signIn->setProperty("primary", true);
    m_otherWay->setProperty("link", true);
    m_practice->setProperty("link", true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn, 1);
    buttons->addWidget(m_cancel);
    auto *links = new QHBoxLayout;
    links->addWidget(m_otherWay);
    links->addStretch(1);
    links->addWidget(m_practice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(34, 30, 34, 26);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(m_logo);
    column->addWidget(heading());
    column->addWidget(m_accounts);
    column->addWidget(m_form);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    column->addLayout(links);
    const QList<QWidget *> order{m_form, m_signIn, m_cancel, m_otherWay, m_practice};
    for (qsizetype place = 1; place < order.size(); ++place) {
        setTabOrder(order.at(place - 1), order.at(place));
    }
}

void SignInCard::setBusy(const QString &words)
{
    const bool isBusy = !words.isEmpty();
    const QList<QWidget *> usable{m_form, m_accounts, m_signIn, m_otherWay, m_practice};
    for (QWidget *one : usable) {
        one->setEnabled(!isBusy);
    }
    m_cancel->setVisible(isBusy);
    m_progress->setText(words);
    m_progress->setVisible(isBusy);
}

void SignInCard::withdrawCancel()
{
    m_cancel->hide();
}

void SignInCard::setProgress(const QString &words)
{
    m_progress->setText(words);
}

void SignInCard::offerPassword(bool isOffered)
{
    m_otherWay->setText(isOffered ? tr("Use a password…") : tr("Use an access token…"));
}

void SignInCard::drawLogo()
{
    m_logo->setPixmap(glyphPixmap(Glyph::Logo, coloursOf(palette()).sms, 44, devicePixelRatioF()));
}

void SignInCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawLogo();
    }
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
