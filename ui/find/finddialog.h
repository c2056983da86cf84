#pragma once

#include "app/workspace/search.h"
#include "ui/find/foundmodel.h"
#include "ui/words/errortext.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace greenline {

class ProblemBar;

/// Find everywhere: what is typed, what was found, and the way to ask the workspace for more. It searches nothing
/// itself.
class FindDialog : public QDialog
{
    Q_OBJECT
public:
    FindDialog(Clock &clock, QWidget *parent);

    QString typed() const;
    void setTyped(const QString &typed); ///< Chosen, to be typed over.
    void showFound(const QList<Found> &found); ///< For what is typed, on this computer.
    void addFromWorkspace(const QList<Found> &found);
    void setAsking(bool isAsking); ///< The workspace is being asked.
    void tell(const ErrorText &problem);

Q_SIGNALS:
    void typedChanged(const QString &typed);
    void workspaceRequested();
    void chosen(const greenline::Found &found);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void refresh();
    void choose(const QModelIndex &index);
    bool moveBy(int rows);

    FoundModel m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_count;
    QPushButton *m_ask;
    ProblemBar *m_problem;
    bool m_isAsking = false;
    bool m_wasAsked = false;
};

} // namespace greenline
