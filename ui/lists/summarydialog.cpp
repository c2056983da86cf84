#include "ui/lists/summarydialog.h"

#include "ui/theme/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace greenline {

SummaryDialog::SummaryDialog(const QString &outcome, const QStringList &failures, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Not everything was done"));
    setAccessibleName(tr("Not everything was done"));
    setProperty("panel", true);
    auto *words = new QLabel(outcome, this);
    words->setTextFormat(Qt::PlainText);
    words->setFont(titleFont(font()));
    auto *list = new QListWidget(this);
    list->setAccessibleName(tr("Not done"));
    list->setWordWrap(true);
    list->addItems(failures);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(words);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 64, 320);
}

} // namespace greenline
