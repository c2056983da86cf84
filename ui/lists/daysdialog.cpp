#include "ui/lists/daysdialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace greenline {

DaysDialog::DaysDialog(const QDate &from, const QDate &until, QWidget *parent)
    : QDialog(parent)
    , m_from(new QDateEdit(from, this))
    , m_until(new QDateEdit(until, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Closed conversations"));
    setAccessibleName(tr("Closed conversations"));
    setProperty("panel", true);
    for (QDateEdit *day : {m_from, m_until}) {
        day->setCalendarPopup(true);
        day->setMaximumDate(until);
    }
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 20, 20, 16);
    form->addRow(tr("Closed from"), m_from);
    form->addRow(tr("Until"), m_until);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Show"));
    form->addRow(buttons);
    connect(m_from, &QDateEdit::dateChanged, m_until, &QDateEdit::setMinimumDate);
    m_until->setMinimumDate(from);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT chosen(m_from->date(), m_until->date());
    });
}

} // namespace greenline
