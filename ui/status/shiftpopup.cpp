#include "ui/status/shiftpopup.h"

#include "ui/theme/metrics.h"
#include "ui/words/times.h"

#include <QGridLayout>
#include <QLabel>

namespace greenline {

ShiftPopup::ShiftPopup(QWidget *window)
    : Popover(window)
    , m_load(new QLabel(this))
    , m_hold(new QLabel(this))
    , m_handled(new QLabel(this))
    , m_firstReply(new QLabel(this))
    , m_since(new QLabel(this))
{
    setAccessibleName(tr("My shift"));
    auto *title = new QLabel(tr("My shift"), this);
    title->setFont(titleFont(font()));
    m_since->setFont(secondaryFont(font()));
    m_since->setProperty("secondary", true);
    m_since->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    grid->setHorizontalSpacing(8 * metrics::grid);
    grid->setVerticalSpacing(2 * metrics::grid);
    grid->addWidget(title, 0, 0, 1, 2);
    addLine(grid, tr("Open now"), m_load);
    addLine(grid, tr("On hold"), m_hold);
    addLine(grid, tr("Handled"), m_handled);
    addLine(grid, tr("First reply, on average"), m_firstReply);
    grid->addWidget(m_since, grid->rowCount(), 0, 1, 2);
}

void ShiftPopup::addLine(QGridLayout *grid, const QString &words, QLabel *figure)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(words, this);
    label->setProperty("secondary", true);
    figure->setFont(strongFont(font()));
    figure->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    grid->addWidget(label, row, 0);
    grid->addWidget(figure, row, 1);
}

void ShiftPopup::showFigures(const ShiftFigures &figures, int maximumChats)
{
    //: So many conversations of so many that an agent may serve at once
    m_load->setText(maximumChats > 0 ? tr("%1 of %2").arg(figures.open).arg(maximumChats)
                                     : QString::number(figures.open));
    m_hold->setText(QString::number(figures.onHold));
    m_handled->setText(QString::number(figures.handled));
    m_firstReply->setText(figures.answered > 0 ? waitingTime(figures.firstReply) : tr("none yet"));
    m_since->setText(figures.since.isValid() ? tr("As seen on this computer since %1.").arg(clockTime(figures.since))
                                             : tr("Counted as soon as the conversations are loaded."));
    adjustSize();
    m_load->setAccessibleName(tr("Open now: %1").arg(m_load->text()));
    m_handled->setAccessibleName(tr("Handled: %1").arg(m_handled->text()));
    m_hold->setAccessibleName(tr("On hold: %1").arg(m_hold->text()));
    m_firstReply->setAccessibleName(tr("First reply, on average: %1").arg(m_firstReply->text()));
}

} // namespace greenline
