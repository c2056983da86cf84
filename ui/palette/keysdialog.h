#pragma once

#include <QDialog>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace greenline {

class KeyMap;

/// The cheat sheet: every action with its keys, by group; and where they are changed. Keys that another action has are
/// not taken from it.
class KeysDialog : public QDialog
{
    Q_OBJECT
public:
    KeysDialog(KeyMap &keys, QWidget *parent);

private:
    void build();
    QWidget *editor();
    void fill();
    void showFiltered(const QString &typed);
    void onCurrent();
    void apply();
    QAction *current() const;

    KeyMap &m_keys;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    QLabel *m_what;
    QKeySequenceEdit *m_edit;
    QPushButton *m_apply;
    QPushButton *m_standard;
    QPushButton *m_allStandard;
    QLabel *m_problem;
};

} // namespace greenline
