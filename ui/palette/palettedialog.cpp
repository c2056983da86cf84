#include "ui/palette/palettedialog.h"

#include "ui/palette/palettedelegate.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

PaletteDialog::PaletteDialog(const QList<PaletteEntry> &entries, const QStringList &recent, QWidget *parent)
    : QDialog(parent)
    , m_model(entries, recent)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Command palette"));
    setAccessibleName(tr("Command palette"));
    setProperty("panel", true);
    build();
    lookFor({});
    connect(m_edit, &QLineEdit::textChanged, this, &PaletteDialog::lookFor);
    connect(m_list, &QListView::clicked, this, &PaletteDialog::choose);
}

void PaletteDialog::build()
{
    m_edit->setAccessibleName(tr("Command"));
    m_edit->setPlaceholderText(tr("An action, a customer or a number"));
    m_edit->setMaxLength(100);
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Command results"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_model, this));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("secondary", true);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_edit);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 25);
}

void PaletteDialog::lookFor(const QString &typed)
{
    m_model.setTyped(typed);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    m_note->setText(m_model.rowCount() == 0 ? tr("Nothing is called like that.") : tr("Enter runs it, Esc leaves."));
}

void PaletteDialog::choose(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const PaletteEntry entry = m_model.at(index.row());
    if (!entry.reason.isEmpty()) {
        m_note->setText(entry.reason);
        m_note->setAccessibleName(entry.reason);
        return;
    }
    accept();
    Q_EMIT chosen(entry.id);
}

void PaletteDialog::moveBy(int rows)
{
    const int last = m_model.rowCount() - 1;
    if (last >= 0) {
        m_list->setCurrentIndex(m_model.index(qBound(0, m_list->currentIndex().row() + rows, last)));
    }
}

/// The list is walked through while one types.
bool PaletteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(m_list->currentIndex());
        return true;
    }
    const bool isMove = key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp;
    if (watched != m_edit || !isMove) {
        return QDialog::eventFilter(watched, event);
    }
    const int far = key == Qt::Key_PageDown || key == Qt::Key_PageUp ? 8 : 1;
    moveBy(key == Qt::Key_Down || key == Qt::Key_PageDown ? far : -far);
    return true;
}

} // namespace greenline
