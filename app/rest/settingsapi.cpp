#include "app/rest/settingsapi.h"

#include "app/rest/answers.h"

#include <QCryptographicHash>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int settingsPage = 100; // the usual API_Upper_Count_Limit
constexpr int mostSettingsPages = 50;

/// count=0 brings all of them at once, unless the workspace forbids it (API_Allow_Infinite_Count); then the rest comes
/// by pages.
struct SettingsReading {
    QStringList ids;
    Then<QHash<QString, Setting>> then;
    QHash<QString, Setting> found = {};
    int read = 0;
    int pages = 0;
};

std::optional<SettingValue> settingValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double:
        return value.toInteger();
    case QJsonValue::String:
        return value.toString();
    default:
        return std::nullopt;
    }
}

void keepWanted(SettingsReading &reading, const QJsonArray &rows)
{
    for (const QJsonValue &element : rows) {
        const QJsonObject row = element.toObject();
        const QString id = row.value("_id"_L1).toString();
        const std::optional<SettingValue> value = settingValue(row.value("value"_L1));
        if (value && reading.ids.contains(id)) {
            Setting &found = reading.found[id];
            found.value = *value;
            found.isMasked = row.value("hasValue"_L1).toBool();
        }
    }
}

void readSettings(RestClient &rest, const std::shared_ptr<SettingsReading> &reading)
{
    RestCall call;
    call.path = u"settings"_s;
    addQuery(call.query, u"count"_s, QString::number(reading->pages == 0 ? 0 : settingsPage));
    addQuery(call.query, u"offset"_s, QString::number(reading->read));
    rest.send(call, {&rest, [&rest, reading](const Result<QJsonObject> &answer) {
                         const Result<QJsonArray> rows
                             = answer ? requiredList(*answer, "settings"_L1) : Result<QJsonArray>(answer.error());
                         if (!rows) {
                             reading->then(rows.error());
                             return;
                         }
                         keepWanted(*reading, *rows);
                         reading->read += int(rows->size());
                         const bool isWhole = rows->isEmpty() || reading->read >= answer->value("total"_L1).toInt()
                             || reading->found.size() == reading->ids.size() || ++reading->pages >= mostSettingsPages;
                         if (isWhole) {
                             reading->then(reading->found);
                         } else {
                             readSettings(rest, reading);
                         }
                     }});
}

QJsonArray settingRows(const QList<std::pair<QString, SettingValue>> &values)
{
    QJsonArray rows;
    for (const auto &[id, value] : values) {
        const QJsonValue json = std::visit([](const auto &one) { return QJsonValue(one); }, value);
        rows.append(QJsonObject{{u"_id"_s, id}, {u"value"_s, json}});
    }
    return rows;
}

/// The server's check of a password takes its SHA-256 (rocketchat-wire.md 1.8).
QString factorCode(const SettingsFactor &factor)
{
    if (factor.answer.isEmpty() || factor.method != "password"_L1) {
        return factor.answer.trimmed();
    }
    return QString::fromLatin1(QCryptographicHash::hash(factor.answer.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

void SettingsApi::read(const QStringList &ids, const Then<QHash<QString, Setting>> &then)
{
    readSettings(m_rest, std::make_shared<SettingsReading>(SettingsReading{ids, then}));
}

void SettingsApi::save(const QList<std::pair<QString, SettingValue>> &values, const SettingsFactor &factor,
                       const Then<Done> &then)
{
    const QString code = factorCode(factor);
    const Route route = m_features.route(Action::SaveSettings);
    if (route.kind == Route::Kind::Rest) {
        RestCall call;
        call.verb = route.verb;
        call.path = route.path;
        call.body = {{u"settings"_s, settingRows(values)}};
        call.isOnce = true;
        call.secondFactor = code;
        m_rest.send(call, doneBy(m_rest, then));
        return;
    }
    QJsonArray params{settingRows(values)};
    if (!code.isEmpty()) { // the method takes a code with its kind only
        params.append(QJsonObject{{u"twoFactorCode"_s, code},
                                  {u"twoFactorMethod"_s, factor.method.isEmpty() ? u"totp"_s : factor.method}});
    }
    m_rest.callMethod(
        route.path, params,
        {&m_rest, [then](const Result<QJsonValue> &result) { then(result ? Status(Done()) : Status(result.error())); }},
        {.isOnce = true});
}

} // namespace greenline
