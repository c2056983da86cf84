#pragma once

#include "ui/wizard/gatewayform.h"
#include "ui/wizard/wizardpage.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace greenline {

/// What the workspace has to know: provider, login, department. Shows what saving would change, and saves it.
class SettingsPage : public WizardPage
{
    Q_OBJECT
public:
    explicit SettingsPage(const Needs &needs, QWidget *parent = nullptr);

    void enter() override;
    void setRefusal(const QString &refusal) override;
    void setChanging(bool isChanging) override;
    void refresh();
    void onSaved(); ///< What was entered is the workspace's now.

Q_SIGNALS:
    void departmentChanged();

private:
    QWidget *buildForm();
    void showProvider();
    void fillDepartments();
    RepairPlan::Change named(RepairPlan::Change change) const;
    void chooseProvider();
    void chooseDepartment();
    void save();
    GatewayForm *gateway() const; ///< Null: Twilio.
    RepairPlan repair() const;
    QString stateWords() const;
    bool isUnread() const;

    QComboBox *m_provider;
    QComboBox *m_department;
    QStackedWidget *m_providers;
    QLabel *m_difference;
    QPushButton *m_save;
    QString m_refusal;
    bool m_isChanging = false;
};

} // namespace greenline
