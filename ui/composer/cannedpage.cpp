#include "ui/composer/cannedpage.h"

#include "ui/composer/cannedpreview.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenline {

CannedPage::CannedPage(QWidget *parent)
    : QWidget(parent)
    , m_entries(new CannedList(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_preview(new CannedPreview(this))
    , m_source(new QLabel(this))
    , m_write(new QPushButton(tr("Write"), this))
    , m_snippets(new QPushButton(tr("My snippets…"), this))
{
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &CannedPage::fill);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CannedPage::preview);
    connect(m_list, &QListView::doubleClicked, this, &CannedPage::choose);
    connect(m_write, &QPushButton::clicked, this, &CannedPage::choose);
    connect(m_snippets, &QPushButton::clicked, this, &CannedPage::snippetsRequested);
    fill();
}

void CannedPage::build()
{
    setProperty("panel", true);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter canned responses"));
    m_filter->installEventFilter(this);
    m_list->setModel(m_entries);
    m_list->setAccessibleName(tr("Canned responses of this conversation"));
    m_list->setProperty("quiet", true);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_source->setTextFormat(Qt::PlainText);
    m_source->setWordWrap(true);
    m_source->setFont(secondaryFont(font()));
    m_source->setProperty("secondary", true);
    m_write->setAccessibleName(tr("Write it into the reply"));
    m_write->setToolTip(tr("Write it into the reply (Enter)"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_write);
    buttons->addStretch(1);
    buttons->addWidget(m_snippets);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, 2 * metrics::grid, metrics::margin, metrics::margin);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_preview);
    column->addWidget(m_source);
    column->addLayout(buttons);
}

void CannedPage::setSource(const QString &words)
{
    m_source->setText(words);
}

void CannedPage::setEntries(const QList<CannedEntry> &entries)
{
    m_all = entries;
    fill();
}

void CannedPage::fill()
{
    const QModelIndex current = m_list->currentIndex();
    const QString chosen = current.isValid() ? m_entries->at(current.row()).response.id : QString();
    m_entries->setEntries(fittingEntries(m_all, m_filter->text().trimmed()));
    int row = 0;
    for (int other = 0; other < m_entries->rowCount(); ++other) {
        row = m_entries->at(other).response.id == chosen ? other : row;
    }
    m_list->setCurrentIndex(m_entries->index(row));
    preview();
}

void CannedPage::preview()
{
    const QModelIndex index = m_list->currentIndex();
    m_preview->setText(index.isValid() ? m_entries->at(index.row()).filled : QString());
    m_write->setEnabled(index.isValid());
}

void CannedPage::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid()) {
        Q_EMIT chosen(CannedEntry(m_entries->at(index.row())));
    }
}

/// Arrows in the filter go through the list, so that one hand finds and writes.
bool CannedPage::handleKey(const QObject *watched, int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    const int row = m_list->currentIndex().row() + step;
    if (watched != m_filter || step == 0 || row < 0 || row >= m_entries->rowCount()) {
        return false;
    }
    m_list->setCurrentIndex(m_entries->index(row));
    return true;
}

bool CannedPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled
        = event->type() == QEvent::KeyPress && handleKey(watched, static_cast<QKeyEvent *>(event)->key());
    return isHandled || QWidget::eventFilter(watched, event);
}

void CannedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

} // namespace greenline
