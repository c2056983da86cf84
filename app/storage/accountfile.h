#pragma once

#include "app/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace greenline {

/// A kept account, without any secret.
struct Account {
    QUrl workspace = {};
    QString workspaceName = {};
    QString userId = {};
    QString username = {};
    QString displayName = {};
    QString serverVersion = {};
    bool isTokenStored
        = false; ///< A token was written to the keyring; its absence then means locked or lost, never "new".
    QDateTime lastUsedAt = {};
    QString key() const
    {
        return userId + QLatin1Char('@') + workspace.toString(QUrl::RemoveUserInfo);
    } ///< Also the keyring entry's name.
    bool operator==(const Account &) const = default;
};

/// accounts.json in the profile: several accounts, one active. Written atomically.
class AccountFile
{
public:
    explicit AccountFile(const QString &file);
    Status load(); ///< A damaged or unreadable file is set aside, not overwritten.
    const QList<Account> &accounts() const { return m_accounts; }
    const Account *active() const;
    Status put(const Account &account); ///< Inserts or replaces by key, and makes it the active one.
    Status setActive(const QString &key); ///< Empty: none.
    Status remove(const QString &key);

private:
    Status save();
    QString m_file;
    QList<Account> m_accounts;
    QString m_active;
};

} // namespace greenline
