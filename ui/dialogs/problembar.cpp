#include "ui/dialogs/problembar.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace greenline {

ProblemBar::ProblemBar(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_details(new QLabel(this))
    , m_unfold(new QToolButton(this))
    , m_dismiss(new QToolButton(this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setFont(secondaryFont(font()));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAccessibleName(tr("Details of the problem"));
    m_unfold->setText(tr("Details"));
    m_unfold->setCheckable(true);
    m_unfold->setProperty("quiet", true);
    m_dismiss->setProperty("quiet", true);
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Dismiss"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(3 * metrics::grid, 2 * metrics::grid, 2 * metrics::grid, 2 * metrics::grid);
    grid->setHorizontalSpacing(2 * metrics::grid);
    grid->setVerticalSpacing(metrics::grid);
    grid->addWidget(m_glyph, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1);
    grid->addWidget(m_unfold, 0, 2, Qt::AlignTop);
    grid->addWidget(m_dismiss, 0, 3, Qt::AlignTop);
    grid->addWidget(m_details, 1, 1, 1, 3);
    grid->setColumnStretch(1, 1);

    connect(m_unfold, &QToolButton::toggled, this, &ProblemBar::fold);
    connect(m_dismiss, &QToolButton::clicked, this, &ProblemBar::dismiss);
    clear();
}

void ProblemBar::tell(const ErrorText &problem)
{
    m_isNews = false;
    m_endsWithAWrite = problem.endsWithAWrite;
    say(problem.oneLine(), problem.details);
}

void ProblemBar::inform(const QString &sentence)
{
    m_isNews = true;
    m_endsWithAWrite = false;
    say(sentence, {});
}

void ProblemBar::withdraw(const QString &sentence)
{
    if (m_sentence->text() == sentence) {
        clear();
    }
}

void ProblemBar::clear()
{
    m_sentence->clear();
    m_details->clear();
    m_unfold->setChecked(false);
    fold(false);
    hide();
}

void ProblemBar::dismiss()
{
    const QString sentence = m_sentence->text();
    clear();
    Q_EMIT dismissed(sentence);
}

void ProblemBar::noteWritten()
{
    if (m_endsWithAWrite) {
        clear();
    }
}

bool ProblemBar::isEmpty() const
{
    return m_sentence->text().isEmpty();
}

void ProblemBar::say(const QString &sentence, const QString &details)
{
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_details->setText(details);
    m_unfold->setChecked(false);
    m_unfold->setVisible(!details.isEmpty());
    fold(false);
    drawGlyph();
    setVisible(true);
    updateGeometry();
    update();
}

void ProblemBar::fold(bool isOpen)
{
    m_details->setVisible(isOpen && !m_details->text().isEmpty());
    m_unfold->setText(isOpen ? tr("Hide details") : tr("Details"));
}

void ProblemBar::drawGlyph()
{
    const Colours &colours = coloursOf(palette());
    const int side = fontMetrics().height();
    m_glyph->setPixmap(m_isNews ? glyphPixmap(Glyph::Person, colours.action, side, devicePixelRatioF())
                                : glyphPixmap(Glyph::Failure, colours.danger, side, devicePixelRatioF()));
    m_dismiss->setIcon(glyphIcon(Glyph::Close, colours.secondaryText));
}

void ProblemBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const QColor mark = m_isNews ? colours.action : colours.danger;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(tinted(colours.panel, mark, 0.08));
    painter.setPen(tinted(colours.panel, mark, 0.45));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

void ProblemBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !isEmpty()) {
        drawGlyph();
    }
    QWidget::changeEvent(event);
}

} // namespace greenline
