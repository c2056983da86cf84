#pragma once

#include "app/storage/accountfile.h"

#include <QWidget>

class QVBoxLayout;

namespace greenline {

/// The accounts kept on this computer: press one to go on with it, or take it off.
class AccountRows : public QWidget
{
    Q_OBJECT
public:
    explicit AccountRows(QWidget *parent = nullptr);
    void show(const QList<Account> &accounts);

Q_SIGNALS:
    void chosen(const greenline::Account &account);
    void removeRequested(const greenline::Account &account);

private:
    QWidget *row(const Account &account);
    QVBoxLayout *m_column;
    QWidget *m_rows = nullptr;
};

} // namespace greenline
