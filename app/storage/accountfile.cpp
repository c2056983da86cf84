#include "app/storage/accountfile.h"

#include "app/base/log.h"
#include "app/storage/sqlitefile.h"
#include "app/storage/storageerror.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QJsonObject jsonOf(const Account &account)
{
    return {{u"workspace"_s, account.workspace.toString(QUrl::RemoveUserInfo)},
            {u"workspaceName"_s, account.workspaceName},
            {u"userId"_s, account.userId},
            {u"username"_s, account.username},
            {u"displayName"_s, account.displayName},
            {u"serverVersion"_s, account.serverVersion},
            {u"isTokenStored"_s, account.isTokenStored},
            {u"lastUsedAt"_s, account.lastUsedAt.toUTC().toString(Qt::ISODateWithMs)}};
}

Account accountOf(const QJsonObject &json)
{
    return {.workspace = QUrl(json[u"workspace"_s].toString()),
            .workspaceName = json[u"workspaceName"_s].toString(),
            .userId = json[u"userId"_s].toString(),
            .username = json[u"username"_s].toString(),
            .displayName = json[u"displayName"_s].toString(),
            .serverVersion = json[u"serverVersion"_s].toString(),
            .isTokenStored = json[u"isTokenStored"_s].toBool(),
            .lastUsedAt = QDateTime::fromString(json[u"lastUsedAt"_s].toString(), Qt::ISODateWithMs)};
}

} // namespace

AccountFile::AccountFile(const QString &file)
    : m_file(file)
{
}

Status AccountFile::load()
{
    m_accounts.clear();
    m_active.clear();
    QFile file(m_file);
    if (!file.exists()) {
        return Done{};
    }
    // One that cannot even be read is no better than a damaged one: the next put() would write over it.
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    file.close();
    if (!document.isObject() || !document[u"accounts"_s].isArray()) {
        const QString suffix = u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
        const Result<QString> aside = setAside(m_file, suffix);
        return aside ? storageError(*aside, u"accounts-set-aside"_s) : aside.error();
    }
    const QJsonArray accounts = document[u"accounts"_s].toArray();
    for (const QJsonValue &value : accounts) {
        const Account account = accountOf(value.toObject());
        if (account.userId.isEmpty() || !account.workspace.isValid()) {
            qCWarning(logStorage) << "an account without user or workspace was left out";
            continue;
        }
        m_accounts.append(account);
    }
    m_active = document[u"active"_s].toString();
    return Done{};
}

const Account *AccountFile::active() const
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [this](const Account &account) { return account.key() == m_active; });
    return found == m_accounts.cend() ? nullptr : &*found;
}

Status AccountFile::put(const Account &account)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&account](const Account &known) { return known.key() == account.key(); });
    if (found == m_accounts.end()) {
        m_accounts.append(account);
    } else {
        *found = account;
    }
    m_active = account.key();
    return save();
}

Status AccountFile::setActive(const QString &key)
{
    m_active = key;
    return save();
}

Status AccountFile::remove(const QString &key)
{
    m_accounts.removeIf([&key](const Account &account) { return account.key() == key; });
    if (m_active == key) {
        m_active.clear();
    }
    return save();
}

Status AccountFile::save()
{
    QJsonArray accounts;
    for (const Account &account : std::as_const(m_accounts)) {
        accounts.append(jsonOf(account));
    }
    if (!makePrivateFolder(QFileInfo(m_file).path())) {
        return storageError(u"cannot make the folder of %1"_s.arg(m_file), u"read-only"_s);
    }
    QSaveFile file(m_file);
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"accounts"_s, accounts}, {u"active"_s, m_active}}).toJson();
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush() && file.commit(); // a full disk shows at the flush alone
    if (!isSaved) {
        return storageError(file.errorString(), file.error() == QFile::ResourceError ? u"disk-full"_s : u"read-only"_s);
    }
    return Done{};
}

} // namespace greenline
