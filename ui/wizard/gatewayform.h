#pragma once

#include "app/setup/check.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QLineEdit;

namespace greenline {

struct WorkspaceSettings;

/// The settings of an SMS provider other than Twilio (rocketchat-wire.md 5.7), as the workspace has them and as they
/// are wanted. A secret stays as it is unless another one is entered.
class GatewayForm : public QWidget
{
    Q_OBJECT
public:
    /// service: as SMS_Service names it, "voxtelesys" or "mobex".
    explicit GatewayForm(const QString &service, QWidget *parent = nullptr);
    /// As last read. What was entered stays, unless the workspace has another value since.
    void setSettings(const WorkspaceSettings &settings);
    /// What saving would change, SMS_Service and SMS_Enabled among it; a secret is a bullet.
    QList<RepairPlan::Change> changes() const;
    QHash<QString, QString> secrets() const; ///< Those that were entered, by setting.
    void forgetSecrets(); ///< They were saved.

Q_SIGNALS:
    void changed();

private:
    struct Field {
        QString id;
        bool isSecret = false;
        QLineEdit *edit = nullptr;
    };

    QString m_service;
    QList<Field> m_fields;
    QHash<QString, QString> m_values; // of the workspace
};

} // namespace greenline
