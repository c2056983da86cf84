#pragma once

#include "ui/palette/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace greenline {

/// The command palette: type a few letters, press Enter. What cannot be done now stays in it and says why.
class PaletteDialog : public QDialog
{
    Q_OBJECT
public:
    PaletteDialog(const QList<PaletteEntry> &entries, const QStringList &recent, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &id); ///< It is closed by then.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void lookFor(const QString &typed);
    void choose(const QModelIndex &index);
    void moveBy(int rows);

    PaletteModel m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_note;
};

} // namespace greenline
