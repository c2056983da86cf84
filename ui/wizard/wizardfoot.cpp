#include "ui/wizard/wizardfoot.h"

#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace greenline {

WizardFoot::WizardFoot(QWidget *parent)
    : QWidget(parent)
    , m_progress(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy report"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_check(new QPushButton(tr("&Check"), this))
    , m_next(new QPushButton(tr("&Next"), this))
{
    m_progress->setProperty("secondary", true);
    for (QPushButton *button : {m_copy, m_cancel, m_back, m_check}) {
        button->setAutoDefault(false);
    }
    m_back->setAccessibleName(tr("Back")); // without the mark of its key
    m_check->setAccessibleName(tr("Check"));
    m_next->setAccessibleName(tr("Next"));
    m_next->setDefault(true);
    m_next->setProperty("primary", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 24, 16);
    row->setSpacing(2 * metrics::grid);
    row->addWidget(m_copy);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_back);
    row->addWidget(m_check);
    row->addWidget(m_next);
    connect(m_copy, &QPushButton::clicked, this, &WizardFoot::copyWanted);
    connect(m_cancel, &QPushButton::clicked, this, &WizardFoot::cancelWanted);
    connect(m_back, &QPushButton::clicked, this, &WizardFoot::backWanted);
    connect(m_check, &QPushButton::clicked, this, &WizardFoot::checkWanted);
    connect(m_next, &QPushButton::clicked, this, &WizardFoot::nextWanted);
}

void WizardFoot::setPlace(int row, int of)
{
    m_back->setEnabled(row > 0);
    m_next->setEnabled(row + 1 < of);
}

void WizardFoot::setBusy(bool isChecking, Change change)
{
    if (change != Change::None) {
        m_progress->setText(change == Change::Asks ? tr("Waiting for your answer…") : tr("Changing…"));
    } else if (!isChecking) {
        m_progress->clear();
    } else if (m_progress->text().isEmpty() || m_change != Change::None) {
        m_progress->setText(tr("Checking…")); // how many, the first answer tells
    }
    m_change = change;
    m_check->setEnabled(change == Change::None);
}

void WizardFoot::setCancellable(bool isCancellable)
{
    m_cancel->setVisible(isCancellable);
}

void WizardFoot::setProgress(int done, int of)
{
    m_progress->setText(tr("Checking, %1 of %2").arg(done).arg(of));
}

} // namespace greenline
