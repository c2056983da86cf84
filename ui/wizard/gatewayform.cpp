#include "ui/wizard/gatewayform.h"

#include "app/setup/settingvalues.h"
#include "app/setup/workspacefindings.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct GatewayField {
    QLatin1StringView service;
    QLatin1StringView id;
    const char *caption;
};

constexpr GatewayField gatewayFields[] = {
    {"voxtelesys"_L1, "SMS_Voxtelesys_authToken"_L1, QT_TRANSLATE_NOOP("GatewayForm", "Auth token")},
    {"voxtelesys"_L1, "SMS_Voxtelesys_URL"_L1, QT_TRANSLATE_NOOP("GatewayForm", "URL")},
    {"voxtelesys"_L1, "SMS_Voxtelesys_FileUpload_MediaTypeWhiteList"_L1,
     QT_TRANSLATE_NOOP("GatewayForm", "Accepted media types")},
    {"mobex"_L1, "SMS_Mobex_gateway_address"_L1, QT_TRANSLATE_NOOP("GatewayForm", "Gateway address")},
    {"mobex"_L1, "SMS_Mobex_restful_address"_L1, QT_TRANSLATE_NOOP("GatewayForm", "RESTful address")},
    {"mobex"_L1, "SMS_Mobex_username"_L1, QT_TRANSLATE_NOOP("GatewayForm", "User name")},
    {"mobex"_L1, "SMS_Mobex_password"_L1, QT_TRANSLATE_NOOP("GatewayForm", "Password")},
    {"mobex"_L1, "SMS_Mobex_from_number"_L1, QT_TRANSLATE_NOOP("GatewayForm", "From number")},
    {"mobex"_L1, "SMS_Mobex_from_numbers_list"_L1, QT_TRANSLATE_NOOP("GatewayForm", "List of from numbers")},
};

} // namespace

GatewayForm::GatewayForm(const QString &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(2 * metrics::grid);
    for (const GatewayField &field : gatewayFields) {
        if (field.service == service) {
            const bool isSecret = isSecretSetting(field.id);
            auto *edit = new QLineEdit(this);
            edit->setAccessibleName(tr(field.caption));
            edit->setEchoMode(isSecret ? QLineEdit::Password : QLineEdit::Normal);
            edit->setEnabled(false);
            form->addRow(tr(field.caption), edit);
            m_fields.append({QString(field.id), isSecret, edit});
            connect(edit, &QLineEdit::textChanged, this, &GatewayForm::changed);
        }
    }
}

void GatewayForm::setSettings(const WorkspaceSettings &settings)
{
    QHash<QString, QString> values = settings.others;
    if (settings.smsService && settings.smsEnabled) {
        values.insert(u"SMS_Service"_s, *settings.smsService);
        values.insert(u"SMS_Enabled"_s, *settings.smsEnabled ? u"true"_s : u"false"_s);
    }
    const QHash<QString, QString> before = std::exchange(m_values, values);
    for (const Field &field : std::as_const(m_fields)) {
        const bool isThere = values.contains(field.id); // older servers lack some
        field.edit->setEnabled(isThere);
        field.edit->setPlaceholderText(isThere && field.isSecret ? tr("stays as it is") : QString());
        if (!field.isSecret && values.value(field.id) != before.value(field.id)) {
            field.edit->setText(values.value(field.id));
        }
    }
}

QList<RepairPlan::Change> GatewayForm::changes() const
{
    QList<RepairPlan::Change> changed;
    const auto want = [&](const QString &id, const QString &value) {
        if (m_values.contains(id)) {
            changed.append({id, m_values.value(id), value});
        }
    };
    for (const Field &field : m_fields) {
        const QString text = field.edit->text().trimmed();
        if (field.isSecret && !text.isEmpty()) {
            want(field.id, hiddenSecret());
        } else if (!field.isSecret && text != m_values.value(field.id)) {
            want(field.id, text);
        }
    }
    if (m_values.value(u"SMS_Service"_s) != m_service) {
        want(u"SMS_Service"_s, m_service);
    }
    if (m_values.value(u"SMS_Enabled"_s) != "true"_L1) {
        want(u"SMS_Enabled"_s, u"true"_s);
    }
    return changed;
}

QHash<QString, QString> GatewayForm::secrets() const
{
    QHash<QString, QString> entered;
    for (const Field &field : m_fields) {
        if (field.isSecret && !field.edit->text().trimmed().isEmpty()) {
            entered.insert(field.id, field.edit->text().trimmed());
        }
    }
    return entered;
}

void GatewayForm::forgetSecrets()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (field.isSecret) {
            field.edit->clear();
        }
    }
}

} // namespace greenline
