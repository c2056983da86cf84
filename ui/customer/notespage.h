#pragma once

#include "app/workspace/customernotes.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace greenline {

/// Notes about a customer, on paper of another colour than anything that is sent.
class NotesPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotesPage(QWidget *parent = nullptr);
    void setHome(CustomerNotes::Home home);
    void setText(const QString &text); ///< Another conversation's, or changed in the workspace.
    QString text() const;
    void setUnsaved(bool isUnsaved); ///< The workspace has not got it.
    void setWhyNot(const QString &whyNot); ///< The workspace takes no change; what is typed stays here.
    void setBusy(bool isBusy);
    void tell(const QString &problem);
    void showTheirs(const QString &theirs);

Q_SIGNALS:
    void edited();
    void saveRequested();
    void mineKept(const QString &theirs);
    void theirsTaken();

private:
    void build();
    void refresh();

    QLabel *m_place;
    QPlainTextEdit *m_edit;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_theirsButton;
    CustomerNotes::Home m_home = CustomerNotes::Home::Unknown;
    QString m_whyNot;
    std::optional<QString> m_theirs;
    bool m_isUnsaved = false;
    bool m_isBusy = false;
};

} // namespace greenline
