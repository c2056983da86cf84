#include "ui/signin/accountsbefore.h"

#include <algorithm>

namespace greenline {

namespace {

QString activeKey(const AccountFile &file)
{
    return file.active() ? file.active()->key() : QString();
}

} // namespace

AccountsBefore::AccountsBefore(const AccountFile &file)
    : m_accounts(file.accounts())
    , m_active(activeKey(file))
{
}

bool AccountsBefore::hasToken(const QString &key) const
{
    const Account *account = find(key);
    return account && account->isTokenStored;
}

void AccountsBefore::restore(const QString &key, AccountFile &file) const
{
    const QString active = activeKey(file);
    const bool isTrysDoing = active.isEmpty() || active == key; // else another one was chosen since
    if (const Account *account = find(key)) {
        (void)file.put(*account);
    }
    (void)file.setActive(isTrysDoing ? m_active : active);
}

const Account *AccountsBefore::find(const QString &key) const
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [&key](const Account &account) { return account.key() == key; });
    return found == m_accounts.cend() ? nullptr : &*found;
}

} // namespace greenline
