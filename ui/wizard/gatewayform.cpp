#include "ui/wizard/gatewayform.h"

#include "app/setup/check.h"
#include "ui/theme/metrics.h"
#include "ui/words/setupwords.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct GatewayField {
    QLatin1StringView service;
    QLatin1StringView id;
    const char *caption;
    bool isSecret;
};

constexpr GatewayField gatewayFields[] = {
    {"voxtelesys"_L1, "SMS_Voxtelesys_authToken"_L1, QT_TRANSLATE_NOOP("GatewayForm", "Auth token"), true},
    {"voxtelesys"_L1, "SMS_Voxtelesys_URL"_L1, QT_TRANSLATE_NOOP("GatewayForm", "URL"), false},
    {"voxtelesys"_L1, "SMS_Voxtelesys_FileUpload_MediaTypeWhiteList"_L1,
     QT_TRANSLATE_NOOP("GatewayForm", "Accepted media types"), false},
    {"mobex"_L1, "SMS_Mobex_gateway_address"_L1, QT_TRANSLATE_NOOP("GatewayForm", "Gateway address"), false},
    {"mobex"_L1, "SMS_Mobex_restful_address"_L1, QT_TRANSLATE_NOOP("GatewayForm", "RESTful address"), false},
    {"mobex"_L1, "SMS_Mobex_username"_L1, QT_TRANSLATE_NOOP("GatewayForm", "User name"), false},
    {"mobex"_L1, "SMS_Mobex_password"_L1, QT_TRANSLATE_NOOP("GatewayForm", "Password"), true},
    {"mobex"_L1, "SMS_Mobex_from_number"_L1, QT_TRANSLATE_NOOP("GatewayForm", "From number"), false},
    {"mobex"_L1, "SMS_Mobex_from_numbers_list"_L1, QT_TRANSLATE_NOOP("GatewayForm", "List of from numbers"), false},
};

QString settingText(const SettingValue &value)
{
    if (const auto *text = std::get_if<QString>(&value)) {
        return *text;
    }
    if (const auto *number = std::get_if<qint64>(&value)) {
        return QString::number(*number);
    }
    return std::get<bool>(value) ? u"true"_s : u"false"_s;
}

/// In the type that the setting had: SMS_Mobex_from_number is a number since 5.3.
SettingValue settingLike(const SettingValue &before, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return std::holds_alternative<qint64>(before) && isNumber ? SettingValue(number) : SettingValue(text);
}

} // namespace

GatewayForm::GatewayForm(const QString &service, SettingsApi &settings, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_settings(settings)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(2 * metrics::grid);
    for (const GatewayField &field : gatewayFields) {
        if (field.service == service) {
            auto *edit = new QLineEdit(this);
            edit->setAccessibleName(tr(field.caption));
            edit->setEchoMode(field.isSecret ? QLineEdit::Password : QLineEdit::Normal);
            edit->setEnabled(false);
            form->addRow(tr(field.caption), edit);
            m_fields.append({QString(field.id), field.isSecret, edit});
            connect(edit, &QLineEdit::textChanged, this, &GatewayForm::changed);
        }
    }
}

void GatewayForm::read()
{
    QStringList ids{u"SMS_Service"_s, u"SMS_Enabled"_s};
    for (const Field &field : std::as_const(m_fields)) {
        ids.append(field.id);
    }
    m_settings.read(ids, {this, [this](const Result<QHash<QString, Setting>> &values) {
                              if (!values) {
                                  Q_EMIT failed(values.error());
                                  return;
                              }
                              show(*values);
                          }});
}

void GatewayForm::show(const QHash<QString, Setting> &values)
{
    m_values = values;
    m_isRead = true;
    for (const Field &field : std::as_const(m_fields)) {
        const auto setting = values.constFind(field.id);
        const bool isThere = setting != values.constEnd();
        field.edit->setEnabled(isThere); // older servers lack some
        field.edit->setPlaceholderText(isThere && field.isSecret ? tr("stays as it is") : QString());
        field.edit->setText(isThere && !field.isSecret ? settingText(setting->value) : QString());
    }
    Q_EMIT changed();
}

QList<std::pair<QString, SettingValue>> GatewayForm::changes() const
{
    QList<std::pair<QString, SettingValue>> changed;
    const auto want = [&](const QString &id, const SettingValue &value) {
        const auto setting = m_values.constFind(id);
        if (setting != m_values.constEnd() && setting->value != value) {
            changed.append({id, value});
        }
    };
    for (const Field &field : m_fields) {
        const QString text = field.edit->text().trimmed();
        if (!field.isSecret || !text.isEmpty()) {
            want(field.id, settingLike(m_values.value(field.id).value, text));
        }
    }
    want(u"SMS_Service"_s, m_service);
    want(u"SMS_Enabled"_s, true);
    return changed;
}

QStringList GatewayForm::changeLines() const
{
    QStringList lines;
    const QList<std::pair<QString, SettingValue>> changed = changes();
    for (const auto &[id, value] : changed) {
        const bool isSecret = std::any_of(m_fields.cbegin(), m_fields.cend(), [&name = id](const Field &field) {
            return field.id == name && field.isSecret;
        });
        const QString dots = u"•••"_s;
        lines.append(changeWords(
            {id, isSecret ? dots : settingText(m_values.value(id).value), isSecret ? dots : settingText(value)}));
    }
    return lines;
}

} // namespace greenline
