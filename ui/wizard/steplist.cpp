#include "ui/wizard/steplist.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/verdictlook.h"
#include "ui/words/setupwords.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int stepMark = 18;

QIcon markIcon(const Colours &colours, const CheckMark &mark, qreal pixelRatio)
{
    QPixmap pixmap(QSize(stepMark, stepMark) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, QRectF(0, 0, stepMark, stepMark), colours, mark);
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace

StepList::StepList(const CheckRunner &runner, QWidget *parent)
    : QListWidget(parent)
    , m_runner(runner)
{
    setAccessibleName(tr("Steps"));
    setProperty("quiet", true);
    setIconSize(QSize(stepMark, stepMark));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QStringList pages = setupPages();
    for (const QString &page : pages) {
        addItem(setupPageTitle(page));
    }
    refresh();
    connect(&runner, &CheckRunner::planned, this, &StepList::refresh);
    connect(&runner, &CheckRunner::changed, this, &StepList::refresh);
    connect(&runner, &CheckRunner::progressed, this, &StepList::refresh);
    connect(&runner, &CheckRunner::finished, this, &StepList::refresh);
}

void StepList::refresh()
{
    const Colours &colours = coloursOf(palette());
    const QStringList pages = setupPages();
    for (int row = 0; row < count() && row < pages.size(); ++row) {
        const CheckMark mark = pageMark(m_runner, pages.at(row));
        item(row)->setIcon(markIcon(colours, mark, devicePixelRatioF()));
        const QString title = setupPageTitle(pages.at(row));
        item(row)->setData(Qt::AccessibleTextRole, QStringList{title, markWord(mark)}.join(u", "_s));
    }
}

void StepList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        refresh();
    }
}

QWidget *sideOf(StepList *steps, const QString &title, QWidget *parent)
{
    auto *ground = new QFrame(parent);
    ground->setProperty("side", true);
    ground->setFixedWidth(parent->fontMetrics().averageCharWidth() * 34);
    auto *words = new QLabel(title, ground);
    words->setFont(strongFont(parent->font()));
    words->setContentsMargins(8, 0, 0, 0);
    steps->setProperty("side", true);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(8, 20, 8, 12);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(words);
    column->addWidget(steps);
    return ground;
}

} // namespace greenline
