#pragma once

#include <QDialog>

namespace greenline {

/// Says how a deed to many conversations ended, and names each that failed and why.
class SummaryDialog : public QDialog
{
    Q_OBJECT
public:
    SummaryDialog(const QString &outcome, const QStringList &failures, QWidget *parent = nullptr);
};

} // namespace greenline
