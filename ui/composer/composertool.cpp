#include "ui/composer/composertool.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QEvent>

namespace greenline {

ComposerTool::ComposerTool(Glyph glyph, const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_glyph(glyph)
{
    setAutoRaise(true);
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus); // a click leaves the caret where it is
    setMinimumSize(metrics::target + metrics::grid, metrics::target + metrics::grid);
    draw();
}

void ComposerTool::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        draw();
    }
}

void ComposerTool::draw()
{
    setIcon(glyphIcon(m_glyph, coloursOf(palette()).secondaryText));
}

} // namespace greenline
