#include "ui/composer/emojipopup.h"

#include "ui/composer/emojilist.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace greenline {

namespace {

constexpr int emojiColumns = 10;
constexpr int emojiRows = 6;

} // namespace

EmojiPopup::EmojiPopup(QWidget *window)
    : QFrame(window)
    , m_emoji(new EmojiList(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_about(new QLabel(this))
{
    hide();
    build();
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPopup::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EmojiPopup::describe);
    connect(m_list, &QListView::clicked, this, &EmojiPopup::choose);
}

void EmojiPopup::build()
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setPlaceholderText(tr("Search by name, for example: thumbs"));
    QFont large = font();
    large.setPointSizeF(1.5 * large.pointSizeF());
    const int cell = QFontMetrics(large).height() + 2 * metrics::grid;
    m_list->setModel(m_emoji);
    m_list->setAccessibleName(tr("Emoji list"));
    m_list->setFont(large);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setUniformItemSizes(true);
    m_list->setGridSize({cell, cell});
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setFixedSize(emojiColumns * cell + m_list->sizeHint().height() / 8, emojiRows * cell);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setFont(secondaryFont(font()));
    m_about->setAccessibleName(tr("Chosen emoji"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addWidget(m_about);
}

void EmojiPopup::setCost(const CostWords &cost)
{
    m_cost = cost;
}

void EmojiPopup::open(const QStringList &recent, const QWidget &above)
{
    m_recent = recent;
    m_search->clear();
    filter();
    adjustSize();
    const QPoint corner = above.mapTo(parentWidget(), QPoint());
    move(corner.x(), qMax(0, corner.y() - height() - metrics::grid));
    show();
    raise();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPopup::filter()
{
    m_emoji->setEmoji(fittingEmoji(m_search->text(), m_recent));
    m_list->setCurrentIndex(m_emoji->index(0));
    describe();
}

void EmojiPopup::describe()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) {
        m_about->setText(tr("No emoji of that name"));
        return;
    }
    const Emoji &emoji = m_emoji->at(index.row());
    const QString cost = m_cost ? m_cost(emoji.characters) : QString();
    //: %1 is the name of an emoji, %2 what it makes of the text
    m_about->setText(cost.isEmpty() ? emoji.name : tr("%1 · %2").arg(emoji.name, cost));
}

void EmojiPopup::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid()) {
        Q_EMIT chosen(QString(m_emoji->at(index.row()).characters));
    }
}

bool EmojiPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !isAncestorOf(window()->focusWidget())) {
        hide();
    } else if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // else it would leave the conversation
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    }
    return QFrame::eventFilter(watched, event);
}

bool EmojiPopup::handleKey(int key)
{
    const bool isGrid = m_search->text().isEmpty(); // else the keys move within what is typed
    switch (key) {
    case Qt::Key_Escape:
        Q_EMIT dismissed();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
        step(emojiColumns);
        return true;
    case Qt::Key_Up:
        step(-emojiColumns);
        return true;
    case Qt::Key_Right:
        if (isGrid) {
            step(1);
        }
        return isGrid;
    case Qt::Key_Left:
        if (isGrid) {
            step(-1);
        }
        return isGrid;
    default:
        return false;
    }
}

void EmojiPopup::step(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_emoji->rowCount()) {
        m_list->setCurrentIndex(m_emoji->index(row));
    }
}

} // namespace greenline
