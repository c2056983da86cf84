#include "ui/settings/preferencesdialog.h"

#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace greenline {

PreferencesDialog::PreferencesDialog(QWidget *parent)
    : QDialog(parent)
    , m_pages(new QTabWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    setAccessibleName(tr("Preferences"));
    setProperty("panel", true);
    m_pages->setDocumentMode(true);
    auto *done = new QPushButton(tr("Close"), this);
    done->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(m_pages, 1);
    column->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 76, fontMetrics().lineSpacing() * 26);
    connect(done, &QPushButton::clicked, this, &PreferencesDialog::accept);
}

void PreferencesDialog::addPage(QWidget *page, const QString &title)
{
    m_pages->addTab(page, title);
}

} // namespace greenline
