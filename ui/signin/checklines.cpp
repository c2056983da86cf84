#include "ui/signin/checklines.h"

#include "ui/signin/probewords.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace greenline {

namespace {

using Verdict = ProbeLine::Verdict;

Glyph verdictGlyph(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Running:
        return Glyph::Running;
    case Verdict::Passed:
        return Glyph::Passed;
    case Verdict::Warned:
        return Glyph::Warned;
    case Verdict::Failed:
        return Glyph::Failed;
    }
    return Glyph::Running;
}

QColor verdictColour(const Colours &colours, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Running:
        return colours.secondaryText;
    case Verdict::Passed:
        return colours.greenText;
    case Verdict::Warned:
        return colours.waitingText;
    case Verdict::Failed:
        return colours.danger;
    }
    return colours.text;
}

constexpr int foldRow = 4; // below the four subjects

} // namespace

CheckLines::CheckLines(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_unfold(new QToolButton(this))
    , m_details(new QLabel(this))
{
    m_grid->setContentsMargins(3 * metrics::grid, 2 * metrics::grid, 3 * metrics::grid, 2 * metrics::grid);
    m_grid->setHorizontalSpacing(2 * metrics::grid);
    m_grid->setVerticalSpacing(metrics::grid);
    m_grid->setColumnStretch(1, 1);
    m_unfold->setText(tr("Details"));
    m_unfold->setCheckable(true);
    m_unfold->setProperty("quiet", true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setFont(captionFont(font()));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(m_unfold, foldRow, 1, Qt::AlignLeft);
    m_grid->addWidget(m_details, foldRow + 1, 1);
    connect(m_unfold, &QToolButton::toggled, m_details, &QLabel::setVisible);
    clear();
}

void CheckLines::show(const ProbeLine &line)
{
    const QString words = probeWords(line);
    Row &row = rowOf(line.subject);
    row.verdict = line.verdict;
    row.words->setText(words);
    row.words->setVisible(!words.isEmpty());
    row.glyph->setVisible(!words.isEmpty());
    drawGlyph(row);
    const QString details = probeDetails(line);
    m_details->setText(details);
    m_unfold->setVisible(!details.isEmpty());
    m_unfold->setChecked(false);
    m_details->hide();
    setVisible(isVisible() || !words.isEmpty());
}

void CheckLines::clear()
{
    for (auto &[subject, row] : m_rows) {
        row.words->clear();
        row.words->hide();
        row.glyph->hide();
    }
    m_details->clear();
    m_details->hide();
    m_unfold->hide();
    hide();
}

CheckLines::Row &CheckLines::rowOf(ProbeLine::Subject subject)
{
    Row &row = m_rows[subject];
    if (!row.words) {
        row.glyph = new QLabel(this);
        row.words = new QLabel(this);
        row.words->setTextFormat(Qt::PlainText);
        row.words->setWordWrap(true);
        row.words->setFont(secondaryFont(font()));
        m_grid->addWidget(row.glyph, static_cast<int>(subject), 0, Qt::AlignTop);
        m_grid->addWidget(row.words, static_cast<int>(subject), 1);
    }
    return row;
}

void CheckLines::drawGlyph(const Row &row)
{
    const int side = row.words->fontMetrics().height() - 2;
    row.glyph->setPixmap(glyphPixmap(verdictGlyph(row.verdict), verdictColour(coloursOf(palette()), row.verdict), side,
                                     devicePixelRatioF()));
}

void CheckLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(coloursOf(palette()).window);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
}

void CheckLines::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        for (const auto &[subject, row] : m_rows) {
            drawGlyph(row);
        }
    }
    QWidget::changeEvent(event);
}

} // namespace greenline
