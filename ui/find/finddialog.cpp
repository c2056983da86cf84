#include "ui/find/finddialog.h"

#include "ui/dialogs/problembar.h"
#include "ui/find/founddelegate.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

FindDialog::FindDialog(Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_model(clock)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
    , m_ask(new QPushButton(tr("Search the workspace"), this))
    , m_problem(new ProblemBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find everywhere"));
    setAccessibleName(tr("Find everywhere"));
    setProperty("panel", true);
    build();
    refresh();
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &now) {
        m_wasAsked = false;
        m_problem->clear();
        Q_EMIT typedChanged(now);
    });
    connect(m_ask, &QPushButton::clicked, this, &FindDialog::workspaceRequested);
    connect(m_list, &QListView::clicked, this, &FindDialog::choose);
}

void FindDialog::build()
{
    m_edit->setAccessibleName(tr("Find everywhere"));
    m_edit->setPlaceholderText(tr("Name, number or words of a message"));
    m_edit->setMaxLength(200);
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FoundDelegate(m_model, this));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setProperty("secondary", true);
    m_count->setWordWrap(true);
    m_ask->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_ask);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_edit);
    column->addWidget(m_problem);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().lineSpacing() * 30);
}

QString FindDialog::typed() const
{
    return m_edit->text();
}

void FindDialog::setTyped(const QString &typed)
{
    m_edit->setText(typed);
    m_edit->selectAll();
}

void FindDialog::showFound(const QList<Found> &found)
{
    m_model.setFound(found, m_edit->text());
    m_list->setCurrentIndex(m_model.index(0));
    refresh();
}

void FindDialog::addFromWorkspace(const QList<Found> &found)
{
    m_wasAsked = true;
    m_model.addFound(found);
    if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0));
    }
    refresh();
}

void FindDialog::setAsking(bool isAsking)
{
    m_isAsking = isAsking;
    refresh();
}

void FindDialog::tell(const ErrorText &problem)
{
    m_problem->tell(problem);
}

void FindDialog::refresh()
{
    const bool isTyped = !m_edit->text().trimmed().isEmpty();
    const int count = m_model.rowCount();
    QString words;
    if (!isTyped) {
        words = tr("Looks through what was read on this computer. Older things are found in the workspace.");
    } else if (m_wasAsked) {
        words = count == 0 ? tr("Nothing was found, neither here nor in the workspace.")
                           : tr("%n found, here and in the workspace", nullptr, count);
    } else {
        words
            = count == 0 ? tr("Nothing was found on this computer.") : tr("%n found on this computer", nullptr, count);
    }
    m_count->setText(words);
    m_ask->setText(m_isAsking ? tr("Searching…") : tr("Search the workspace"));
    m_ask->setEnabled(isTyped && !m_isAsking && !m_wasAsked);
}

void FindDialog::choose(const QModelIndex &index)
{
    if (index.isValid()) {
        const Found found = m_model.at(index.row());
        accept();
        Q_EMIT chosen(found);
    }
}

bool FindDialog::moveBy(int rows)
{
    const int last = m_model.rowCount() - 1;
    if (last >= 0) {
        m_list->setCurrentIndex(m_model.index(qBound(0, m_list->currentIndex().row() + rows, last)));
    }
    return true;
}

/// The list is walked through while one types; Enter opens.
bool FindDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        return watched == m_edit ? moveBy(+1) : QDialog::eventFilter(watched, event);
    case Qt::Key_Up:
        return watched == m_edit ? moveBy(-1) : QDialog::eventFilter(watched, event);
    case Qt::Key_PageDown:
        return watched == m_edit ? moveBy(+8) : QDialog::eventFilter(watched, event);
    case Qt::Key_PageUp:
        return watched == m_edit ? moveBy(-8) : QDialog::eventFilter(watched, event);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentIndex().isValid()) {
            choose(m_list->currentIndex());
        } else if (m_ask->isEnabled()) {
            Q_EMIT workspaceRequested();
        }
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace greenline
