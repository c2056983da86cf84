#include "app/storage/settingsfile.h"

#include "app/storage/sqlitefile.h"
#include "app/storage/storageerror.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString shortHash(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

SettingsFile::SettingsFile(const QString &file)
{
    // QSettings makes missing folders open to everybody.
    makePrivateFolder(QFileInfo(file).absolutePath());
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

SettingsFile::~SettingsFile() = default;

QByteArray SettingsFile::bytes(const QString &key) const
{
    return m_settings->value(key).toByteArray();
}

void SettingsFile::setBytes(const QString &key, const QByteArray &value)
{
    m_settings->setValue(key, value);
}

Status SettingsFile::keepBytes(const QString &key, const QByteArray &value)
{
    const QVariant before = m_settings->value(key);
    // Of its own: a QSettings to which a write failed once answers so ever after. All of one file share what is in it.
    QSettings writer(m_settings->fileName(), QSettings::IniFormat);
    writer.setValue(key, value);
    writer.sync();
    if (writer.status() != QSettings::AccessError) {
        return Done{};
    }
    if (before.isValid()) {
        m_settings->setValue(key, before);
    } else {
        m_settings->remove(key);
    }
    return storageError(u"cannot write %1"_s.arg(m_settings->fileName()), {});
}

QString SettingsFile::text(const QString &key, const QString &otherwise) const
{
    return m_settings->value(key, otherwise).toString();
}

void SettingsFile::setText(const QString &key, const QString &value)
{
    m_settings->setValue(key, value);
}

bool SettingsFile::isOn(const QString &key, bool otherwise) const
{
    return m_settings->value(key, otherwise).toBool();
}

void SettingsFile::setOn(const QString &key, bool on)
{
    m_settings->setValue(key, on);
}

ProfilePaths profilePaths(const std::optional<QString> &directory)
{
    ProfilePaths paths;
    if (directory) {
        const QString folder = QDir::cleanPath(QFileInfo(*directory).absoluteFilePath());
        paths = {.settings = folder + "/settings.ini"_L1,
                 .accounts = folder + "/accounts.json"_L1,
                 .data = folder + "/data"_L1,
                 .cache = folder + "/cache"_L1,
                 .keyringService = u"greenline-"_s + shortHash(folder)};
    } else {
        // Not the App... locations: these depend on names that main() may or may not have set yet.
        const QString settings
            = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/greenline"_L1;
        paths = {.settings = settings + "/settings.ini"_L1,
                 .accounts = settings + "/accounts.json"_L1,
                 .data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/greenline"_L1,
                 .cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/greenline"_L1,
                 .keyringService = u"greenline"_s};
    }
    // A folder that cannot be made shows itself at the first file in it, with the reason.
    for (const QString &folder : {QFileInfo(paths.settings).path(), paths.data, paths.cache}) {
        makePrivateFolder(folder);
    }
    return paths;
}

QString databaseFile(const QString &folder, const QString &accountKey)
{
    return u"%1/%2.sqlite"_s.arg(folder, shortHash(accountKey));
}

} // namespace greenline
