#pragma once

#include "app/omnichannel/cannedresponse.h"

#include <QList>
#include <QObject>

namespace greenline {

class SettingsFile;

/// Canned responses of one account that only this computer knows, for workspaces without the licence and for an agent's
/// own.
class Snippets : public QObject
{
    Q_OBJECT
public:
    Snippets(SettingsFile &settings, const QString &accountKey, QObject *parent = nullptr);

    const QList<CannedResponse> &all() const { return m_all; } ///< Sorted by shortcut.
    void put(const CannedResponse &snippet); ///< Without an id it is a new one.
    void remove(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void load();
    void store();

    SettingsFile &m_settings;
    QString m_key;
    QList<CannedResponse> m_all;
};

} // namespace greenline
