#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QSettings;

namespace greenline {

/// What the program remembers of itself: sizes, switches. The only place that touches QSettings.
class SettingsFile
{
public:
    explicit SettingsFile(const QString &file);
    ~SettingsFile();

    QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);
    /// On the disk when it returns; where that fails, as it was before. The others are written at a later moment.
    Status keepBytes(const QString &key, const QByteArray &value);
    QString text(const QString &key, const QString &otherwise = {}) const;
    void setText(const QString &key, const QString &value);
    bool isOn(const QString &key, bool otherwise) const;
    void setOn(const QString &key, bool on);

private:
    std::unique_ptr<QSettings> m_settings;
};

/// Where a profile keeps its files. --profile DIR puts all of them below DIR.
struct ProfilePaths {
    QString settings; ///< settings.ini
    QString accounts; ///< accounts.json
    QString data; ///< Folder of the safe databases, one per account.
    QString cache; ///< Folder of the cache databases.
    QString keyringService; ///< "greenline", or with the profile's path hashed behind it.
};
ProfilePaths profilePaths(const std::optional<QString> &directory);

/// The file of one account in a folder: a hash of its key, never a name from the server.
QString databaseFile(const QString &folder, const QString &accountKey);

} // namespace greenline
