#pragma once

#include <QDialog>

namespace greenline {

/// What a helper asks for first, as text to copy. Without secrets, names and numbers.
class DiagnosticsDialog : public QDialog
{
    Q_OBJECT
public:
    DiagnosticsDialog(const QString &report, QWidget *parent);
};

} // namespace greenline
