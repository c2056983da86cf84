#pragma once

#include <QDialog>

class QTabWidget;

namespace greenline {

/// Everything that is chosen once, by pages. A choice acts at once; there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(QWidget *parent = nullptr);
    void addPage(QWidget *page, const QString &title); ///< Takes it as its child.

private:
    QTabWidget *m_pages;
};

} // namespace greenline
