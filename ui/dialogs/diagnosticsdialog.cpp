#include "ui/dialogs/diagnosticsdialog.h"

#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenline {

DiagnosticsDialog::DiagnosticsDialog(const QString &report, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Diagnostics"));
    setAccessibleName(tr("Diagnostics"));
    setProperty("panel", true);
    auto *text = new QPlainTextEdit(report, this);
    text->setAccessibleName(tr("Diagnostics"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto *copy = new QPushButton(tr("Copy"), this);
    auto *done = new QPushButton(tr("Close"), this);
    copy->setAutoDefault(false);
    done->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(text, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 76, fontMetrics().lineSpacing() * 24);
    connect(copy, &QPushButton::clicked, this, [report] { QGuiApplication::clipboard()->setText(report); });
    connect(done, &QPushButton::clicked, this, &DiagnosticsDialog::accept);
}

} // namespace greenline
