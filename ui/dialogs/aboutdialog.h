#pragma once

#include <QDialog>

namespace greenline {

/// What this is, which version, under which licence.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace greenline
