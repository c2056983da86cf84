#include "ui/wizard/settingspage.h"

#include "app/setup/outcomes.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/plainline.h"
#include "ui/words/setupwords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const QLatin1StringView departmentSetting("SMS_Default_Omnichannel_Department");

} // namespace

SettingsPage::SettingsPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"settings"_s, needs, parent)
    , m_provider(new CalmBox(this))
    , m_department(new CalmBox(this))
    , m_providers(new QStackedWidget(this))
    , m_difference(wizardText({}, this))
    , m_save(new QPushButton(tr("Save settings"), this))
{
    addForm(buildForm());
    refresh();
    connect(m_provider, &QComboBox::activated, this, &SettingsPage::chooseProvider);
    connect(m_department, &QComboBox::activated, this, &SettingsPage::chooseDepartment);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(&checkup().runner(), &CheckRunner::planned, this, &SettingsPage::refresh);
    connect(&checkup().runner(), &CheckRunner::changed, this, &SettingsPage::refresh);
    connect(&checkup().runner(), &CheckRunner::finished, this, &SettingsPage::refresh);
}

QWidget *SettingsPage::buildForm()
{
    m_provider->setAccessibleName(tr("Provider"));
    m_provider->addItem(u"Twilio"_s, u"twilio"_s);
    m_providers->addWidget(new QWidget(m_providers));
    for (const auto &[name, service] : {std::pair(u"VoxTelesys"_s, u"voxtelesys"_s), {u"Mobex"_s, u"mobex"_s}}) {
        auto *form = new GatewayForm(service, m_providers);
        connect(form, &GatewayForm::changed, this, &SettingsPage::refresh);
        m_provider->addItem(name, service);
        m_providers->addWidget(form);
    }
    m_providers->hide();
    m_department->setAccessibleName(tr("Department for new texts"));
    m_save->setAutoDefault(false);
    m_save->setProperty("primary", true);
    auto *form = new QWidget(this);
    auto *choices = new QHBoxLayout;
    auto *provider = new QLabel(tr("&Provider"), form);
    provider->setBuddy(m_provider);
    auto *department = new QLabel(tr("&Department for new texts"), form);
    department->setBuddy(m_department);
    choices->addWidget(provider);
    choices->addWidget(m_provider);
    choices->addSpacing(metrics::margin);
    choices->addWidget(department);
    choices->addWidget(m_department, 1);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(2 * metrics::grid);
    column->addLayout(choices);
    column->addWidget(m_providers);
    column->addWidget(m_difference);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    return form;
}

GatewayForm *SettingsPage::gateway() const
{
    return qobject_cast<GatewayForm *>(m_providers->currentWidget());
}

void SettingsPage::enter()
{
    WizardPage::enter();
    refresh();
}

void SettingsPage::setRefusal(const QString &refusal)
{
    WizardPage::setRefusal(refusal);
    m_refusal = refusal;
    refresh();
}

void SettingsPage::setChanging(bool isChanging)
{
    WizardPage::setChanging(isChanging);
    if (m_isChanging != isChanging) {
        m_isChanging = isChanging;
        refresh();
    }
}

void SettingsPage::fillDepartments()
{
    if (m_department->view()->isVisible()) {
        return; // somebody is choosing
    }
    const std::optional<WorkspaceSettings> &settings = checkup().settings();
    QString wanted = settings ? settings->smsDepartment.value_or(QString()) : QString();
    const RepairPlan plan = checkup().settingsRepair();
    for (const RepairPlan::Change &change : plan.changes) {
        wanted = change.where == departmentSetting ? change.to : wanted;
    }
    m_department->clear();
    if (wanted.isEmpty()) {
        m_department->addItem(tr("Every agent"), QString());
    }
    const QList<Department> &departments = checkup().departments();
    for (const Department &one : departments) {
        m_department->addItem(plainLine(one.name), one.id.value);
        if (one.id.value == wanted || one.name == wanted) {
            m_department->setCurrentIndex(m_department->count() - 1);
        }
    }
    m_department->setEnabled(!departments.isEmpty());
}

/// Departments by their names, as people know them.
RepairPlan::Change SettingsPage::named(RepairPlan::Change change) const
{
    const QList<Department> &departments = checkup().departments();
    for (const Department &one : departments) {
        if (change.where == departmentSetting) {
            change.from = change.from == one.id.value ? one.name : change.from;
            change.to = change.to == one.id.value ? one.name : change.to;
        }
    }
    return change;
}

RepairPlan SettingsPage::repair() const
{
    const GatewayForm *form = gateway();
    return form ? saving(form->changes()) : checkup().settingsRepair();
}

/// While there is nothing to save: only checks that held tell that the workspace has all of it. A token may be hidden,
/// and who may not write is offered nothing.
QString SettingsPage::stateWords() const
{
    QStringList wanted{u"settings.enabled"_s, u"settings.department"_s};
    if (!gateway()) {
        wanted.append(u"settings.login"_s);
    }
    const CheckRunner &runner = checkup().runner();
    bool isKnown = checkup().settings().has_value();
    bool isPending = false;
    bool isWhole = true;
    for (const QString &id : std::as_const(wanted)) {
        const CheckOutcome *outcome = runner.outcome(id);
        isPending = isPending || (!outcome && runner.isAskedFor(id));
        isKnown = isKnown && outcome;
        isWhole = isWhole && outcome
            && (outcome->verdict == CheckVerdict::Passed || outcome->verdict == CheckVerdict::Warning);
    }
    if (isPending) {
        return tr("The settings are being read…");
    }
    if (isUnread()) {
        return tr("The settings could not be read. The checks below say why.");
    }
    if (!isKnown) {
        return tr("The settings have not been read yet.");
    }
    if (isWhole) {
        return tr("The workspace has all of it; there is nothing to save.");
    }
    return m_refusal.isEmpty()
        ? tr("There is nothing to save here, but it is not known to be complete: the checks below say what is open.")
        : tr("You cannot save anything here. The checks below say what the workspace lacks.");
}

/// They were to be read again, and what was read before may be otherwise by now.
bool SettingsPage::isUnread() const
{
    const CheckOutcome *outcome = checkup().runner().outcome(u"settings.enabled"_s);
    return outcome && outcome->verdict == CheckVerdict::Unknown;
}

/// As planned: chosen before the window was opened anew, or what the workspace is set to.
void SettingsPage::showProvider()
{
    const int row = m_provider->findData(checkup().plan().provider);
    if (row < 0 || m_provider->view()->isVisible()) {
        return;
    }
    m_provider->setCurrentIndex(row);
    m_providers->setCurrentIndex(row);
    m_providers->setVisible(gateway());
}

void SettingsPage::refresh()
{
    showProvider();
    fillDepartments();
    const bool isRead = checkup().settings().has_value() && !isUnread();
    if (GatewayForm *form = gateway(); form && isRead) {
        form->setSettings(*checkup().settings());
    }
    QStringList lines;
    const RepairPlan plan = isRead ? repair() : RepairPlan();
    for (const RepairPlan::Change &change : plan.changes) {
        lines.append(changeWords(named(change)));
    }
    m_difference->setText(lines.isEmpty() ? stateWords()
                                          : tr("Saving changes:") + u'\n' + breakable(bulletList(lines)));
    m_save->setEnabled(!lines.isEmpty() && m_refusal.isEmpty() && !m_isChanging);
    m_save->setToolTip(m_refusal);
}

void SettingsPage::chooseProvider()
{
    SetupPlan plan = checkup().plan();
    plan.provider = m_provider->currentData().toString();
    checkup().setPlan(plan);
    refresh();
    check();
}

void SettingsPage::chooseDepartment()
{
    SetupPlan plan = checkup().plan();
    plan.department = m_department->currentData().toString();
    checkup().setPlan(plan);
    Q_EMIT departmentChanged();
    check();
}

void SettingsPage::save()
{
    const QHash<QString, QString> secrets = gateway() ? gateway()->secrets() : QHash<QString, QString>();
    for (auto one = secrets.cbegin(); one != secrets.cend(); ++one) {
        checkup().repairs().keepSecret(one.key(), one.value());
    }
    Q_EMIT repairWanted(repair());
}

void SettingsPage::onSaved()
{
    if (gateway()) {
        gateway()->forgetSecrets();
    }
}

} // namespace greenline
