#pragma once

#include <QDate>
#include <QDialog>

class QDateEdit;

namespace greenline {

/// Asks of which days the closed conversations are shown.
class DaysDialog : public QDialog
{
    Q_OBJECT
public:
    DaysDialog(const QDate &from, const QDate &until, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QDate &from, const QDate &until);

private:
    QDateEdit *m_from;
    QDateEdit *m_until;
};

} // namespace greenline
