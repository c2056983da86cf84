#pragma once

#include "app/workspace/transcript.h"
#include "ui/words/errortext.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace greenline {

class ProblemBar;

/// In which form a conversation is exported, and what is hidden in it.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Form { Pdf, Text, Json };

    ExportDialog(const QString &customer, QWidget *parent);
    Form form() const;
    Redaction redaction() const;
    void showProgress(int messages); ///< So many are read; the choices are closed.
    void stop(const ErrorText &problem); ///< Open again, with what went wrong.
    void stop();

Q_SIGNALS:
    void exportRequested();

private:
    void build(const QString &customer);
    void setBusy(bool isBusy);

    QRadioButton *m_pdf;
    QRadioButton *m_text;
    QRadioButton *m_json;
    QCheckBox *m_numbers;
    QCheckBox *m_mails;
    QCheckBox *m_names;
    QLabel *m_progress;
    ProblemBar *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_export;
};

} // namespace greenline
