#include "ui/conversations/filterbox.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace greenline {

namespace {

constexpr int searchSide = 16;
constexpr int searchMargin = 9;

} // namespace

FilterBox::FilterBox(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QToolButton(this))
{
    setAccessibleName(tr("Filter conversations"));
    setPlaceholderText(tr("Name, number, text, unread"));
    setMaxLength(200);
    m_clear->setProperty("quiet", true);
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setToolTip(tr("Clear the filter"));
    m_clear->setFocusPolicy(Qt::NoFocus); // Escape does the same
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    drawGlyph();
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear,
            [this](const QString &typed) { m_clear->setVisible(!typed.isEmpty()); });
}

bool FilterBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // ours before the window's "back to the list"
        return true;
    }
    if (event->type() == QEvent::PaletteChange) {
        drawGlyph();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        placeClear();
    }
    return QLineEdit::event(event);
}

void FilterBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        Q_EMIT leftForList();
        return;
    case Qt::Key_Down:
        Q_EMIT leftForList();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

/// Not by QLineEdit's own actions: beside a style sheet's padding Qt 6.4 places their icons too low.
void FilterBox::placeClear()
{
    const QRect place(width() - metrics::target - metrics::grid, (height() - metrics::target) / 2, metrics::target,
                      metrics::target);
    m_clear->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int search = searchSide + metrics::grid;
    setTextMargins(isMirrored ? metrics::target : search, 0, isMirrored ? search : metrics::target, 0);
}

void FilterBox::drawGlyph()
{
    m_clear->setIcon(glyphIcon(Glyph::Close, coloursOf(palette()).secondaryText));
}

void FilterBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeClear();
}

void FilterBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRect place(searchMargin, (height() - searchSide) / 2, searchSide, searchSide);
    paintGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), place), Glyph::Search,
               coloursOf(palette()).secondaryText);
}

} // namespace greenline
