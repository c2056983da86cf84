#include "ui/find/findbar.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int longestPhrase = 200;

QToolButton *quietButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("quiet", true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QIcon upIcon(const QColor &colour)
{
    const QPixmap down = glyphPixmap(Glyph::Down, colour, 16, 2);
    return QIcon(down.transformed(QTransform().scale(1, -1)));
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_next(quietButton(tr("Next match, older"), this))
    , m_previous(quietButton(tr("Previous match, newer"), this))
    , m_older(new QPushButton(tr("Search older on the server"), this))
    , m_close(quietButton(tr("Close the find bar"), this))
{
    build();
    drawGlyphs();
    setCount(0, 0, {});
    hide();
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::phraseChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_older, &QPushButton::clicked, this, &FindBar::olderRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
}

void FindBar::build()
{
    m_edit->setAccessibleName(tr("Find in conversation"));
    m_edit->setPlaceholderText(tr("Find in conversation"));
    m_edit->setMaxLength(longestPhrase);
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    m_edit->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setProperty("secondary", true);
    m_older->setProperty("link", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 12, 6);
    row->setSpacing(2 * metrics::grid);
    row->addWidget(m_edit, 2);
    row->addWidget(m_count);
    row->addWidget(m_next);
    row->addWidget(m_previous);
    row->addStretch(1);
    row->addWidget(m_older);
    row->addWidget(m_close);
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FindBar::phrase() const
{
    return m_edit->text();
}

void FindBar::setCount(int place, int count, const QString &note)
{
    QString words = note;
    if (words.isEmpty() && !phrase().isEmpty()) {
        //: Which match is shown, and how many there are
        words = count > 0 ? tr("%1 of %2").arg(place).arg(count) : tr("Not found");
    }
    m_count->setText(words);
    m_count->setAccessibleName(words);
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
}

void FindBar::setOlderOffered(bool isOffered)
{
    m_older->setVisible(isOffered);
}

void FindBar::setBusy(bool isBusy)
{
    m_older->setEnabled(!isBusy);
    m_older->setText(isBusy ? tr("Searching…") : tr("Search older on the server"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey) {
        return QFrame::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Escape) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // ours before the window's
    } else if (!isEnter) {
        Q_EMIT closed();
    } else if (key->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT previousRequested();
    } else {
        Q_EMIT nextRequested();
    }
    return true;
}

void FindBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawGlyphs();
    }
}

void FindBar::drawGlyphs()
{
    const Colours &colours = coloursOf(palette());
    m_next->setIcon(upIcon(colours.secondaryText));
    m_previous->setIcon(glyphIcon(Glyph::Down, colours.secondaryText));
    m_close->setIcon(glyphIcon(Glyph::Close, colours.secondaryText));
}

void FindBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace greenline
