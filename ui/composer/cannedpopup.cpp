#include "ui/composer/cannedpopup.h"

#include "ui/composer/cannedpreview.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenline {

namespace {

constexpr int widest = 560;
constexpr int mostRows = 7;

} // namespace

CannedPopup::CannedPopup(QWidget *window)
    : QFrame(window)
    , m_entries(new CannedList(this))
    , m_list(new QListView(this))
    , m_preview(new CannedPreview(this))
    , m_source(new QLabel(this))
    , m_snippets(new QPushButton(tr("My snippets…"), this))
{
    hide();
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CannedPopup::preview);
    connect(m_list, &QListView::clicked, this, &CannedPopup::choose);
    connect(m_snippets, &QPushButton::clicked, this, &CannedPopup::snippetsRequested);
}

void CannedPopup::build()
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setModel(m_entries);
    m_list->setAccessibleName(tr("Canned responses list"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_source->setTextFormat(Qt::PlainText);
    m_source->setWordWrap(true);
    m_source->setFont(secondaryFont(font()));
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_snippets->setFocusPolicy(Qt::NoFocus);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_source, 1);
    foot->addWidget(m_snippets);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_list);
    column->addWidget(m_preview);
    column->addLayout(foot);
}

void CannedPopup::setSource(const QString &words)
{
    m_source->setText(words);
    m_source->setVisible(!words.isEmpty());
}

void CannedPopup::show(const QList<CannedEntry> &entries, const QWidget &above)
{
    m_entries->setEntries(entries);
    m_list->setVisible(!entries.isEmpty());
    if (!entries.isEmpty()) {
        m_list->setCurrentIndex(m_entries->index(0));
    }
    preview();
    place(above);
    setVisible(true);
    raise();
}

bool CannedPopup::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        Q_EMIT dismissed();
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (m_entries->rowCount() == 0) {
            return false;
        }
        choose();
        return true;
    default:
        return false;
    }
}

void CannedPopup::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid()) {
        Q_EMIT chosen(CannedEntry(m_entries->at(index.row())));
    }
}

void CannedPopup::step(int by)
{
    const int rows = m_entries->rowCount();
    if (rows > 0) {
        m_list->setCurrentIndex(m_entries->index((m_list->currentIndex().row() + by + rows) % rows));
    }
}

void CannedPopup::preview()
{
    const QModelIndex index = m_list->currentIndex();
    m_preview->setText(index.isValid() ? m_entries->at(index.row()).filled : QString());
}

void CannedPopup::place(const QWidget &above)
{
    const QWidget &window = *parentWidget();
    const int rows = qMin(m_entries->rowCount(), mostRows);
    if (rows > 0) {
        m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    }
    const int width = qMin(widest, above.width());
    const QPoint corner = above.mapTo(&window, QPoint());
    const int height = qMin(layout()->totalHeightForWidth(width), corner.y() - metrics::grid);
    setGeometry(corner.x(), corner.y() - height - metrics::grid, width, height);
}

} // namespace greenline
