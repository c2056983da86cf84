#pragma once

#include "app/rest/settingsapi.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace greenline {

/// The settings of an SMS provider other than Twilio (rocketchat-wire.md 5.7), read from the workspace and saved there.
/// A secret that the workspace keeps to itself stays as it is unless another one is entered.
class GatewayForm : public QWidget
{
    Q_OBJECT
public:
    /// service: as SMS_Service names it, "voxtelesys" or "mobex".
    GatewayForm(const QString &service, SettingsApi &settings, QWidget *parent = nullptr);
    void read();
    /// What saving would change, SMS_Service and SMS_Enabled among it.
    QList<std::pair<QString, SettingValue>> changes() const;
    QStringList changeLines() const; ///< The same in words, without secrets.
    bool isRead() const { return m_isRead; }

Q_SIGNALS:
    void changed();
    void failed(const greenline::Error &error);

private:
    struct Field {
        QString id;
        bool isSecret = false;
        QLineEdit *edit = nullptr;
    };
    void show(const QHash<QString, Setting> &values);

    QString m_service;
    SettingsApi &m_settings;
    QList<Field> m_fields;
    QHash<QString, Setting> m_values;
    bool m_isRead = false;
};

} // namespace greenline
