#pragma once

#include "app/storage/accountfile.h"

namespace greenline {

/// The accounts as they were before a try, which may be cancelled when it has changed them already.
class AccountsBefore
{
public:
    explicit AccountsBefore(const AccountFile &file);
    bool hasToken(const QString &key) const; ///< Of an earlier sign-in of the same account.
    void restore(const QString &key, AccountFile &file) const; ///< That account, and which one is active.

private:
    const Account *find(const QString &key) const;

    QList<Account> m_accounts;
    QString m_active;
};

} // namespace greenline
