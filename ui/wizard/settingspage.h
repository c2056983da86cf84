#pragma once

#include "ui/wizard/gatewayform.h"
#include "ui/wizard/wizardpage.h"
#include "ui/wizard/writeflow.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace greenline {

/// What the workspace has to know: provider, login, department. Shows what saving would change, and saves it.
class SettingsPage : public WizardPage
{
    Q_OBJECT
public:
    SettingsPage(const Needs &needs, SettingsApi &settings, QWidget *parent = nullptr);

    void enter() override;
    void setRefusal(const QString &refusal) override;
    void refresh();

Q_SIGNALS:
    void saveWanted(const greenline::WriteFlow::Attempt &attempt); ///< Of another provider.
    void departmentChanged();

private:
    QWidget *buildForm();
    void fillDepartments();
    RepairPlan::Change named(RepairPlan::Change change) const;
    void chooseProvider();
    void chooseDepartment();
    void save();
    GatewayForm *gateway() const; ///< Null: Twilio.
    WriteFlow::Attempt gatewayAttempt(GatewayForm &form);

    SettingsApi &m_settings;
    QComboBox *m_provider;
    QComboBox *m_department;
    QStackedWidget *m_providers;
    QLabel *m_difference;
    QPushButton *m_save;
    QString m_refusal;
    QString m_method; // of the second factor
};

} // namespace greenline
