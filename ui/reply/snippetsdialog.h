#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace greenline {

class Snippets;

/// Snippets of this computer: written, changed and thrown away.
class SnippetsDialog : public QDialog
{
    Q_OBJECT
public:
    SnippetsDialog(Snippets &snippets, QWidget *parent);

private:
    void build();
    void fill();
    void showChosen();
    void startNew();
    void save();
    void remove();
    void refresh();
    QString chosenId() const;

    Snippets &m_snippets;
    QListWidget *m_list;
    QLineEdit *m_shortcut;
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QPushButton *m_new;
    QPushButton *m_delete;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace greenline
