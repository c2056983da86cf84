#include "app/practice/outreach.h"

#include "app/practice/document.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto outreachApp = "b5c1f0ce-0000-4000-8000-000000000001"_L1;

struct OutreachTemplate {
    QLatin1StringView name;
    QLatin1StringView language;
    QLatin1StringView status;
    const char16_t *header; ///< Null: it has none.
    const char16_t *body;
    const char16_t *footer;
};

constexpr std::array outreachTemplates{
    OutreachTemplate{"order_update"_L1, "en"_L1, "approved"_L1, nullptr,
                     u"Hello {{1}}, your order {{2}} is ready. Answer this text if you have a question.",
                     u"Reply STOP to opt out."},
    OutreachTemplate{"delivery_missed"_L1, "en"_L1, "approved"_L1, nullptr,
                     u"Hello! We could not deliver your parcel today. When may we try again?", nullptr},
    OutreachTemplate{"rueckruf"_L1, "de"_L1, "approved"_L1, u"Ihr Rückruf",
                     u"Guten Tag {{name}}, wann dürfen wir Sie zurückrufen?", nullptr},
    OutreachTemplate{"spring_sale"_L1, "en"_L1, "pending"_L1, nullptr, u"Everything is 20 % off until Sunday!",
                     nullptr},
};

QJsonObject outreachPart(const QString &type, const char16_t *text)
{
    QJsonObject part{{u"type"_s, type}, {u"text"_s, QString::fromUtf16(text)}};
    if (type == "header"_L1) {
        part.insert(u"format"_s, u"text"_s);
    }
    return part;
}

QJsonArray outreachParts(const OutreachTemplate &form)
{
    QJsonArray parts;
    for (const auto &[type, text] :
         {std::pair(u"header"_s, form.header), std::pair(u"body"_s, form.body), std::pair(u"footer"_s, form.footer)}) {
        if (text) {
            parts.append(outreachPart(type, text));
        }
    }
    return parts;
}

QJsonObject templateDocument(const OutreachTemplate &form, const QString &number)
{
    const auto made = u"2026-03-02T09:00:00.000Z"_s;
    return {{u"id"_s, QString(form.name + u'.' + form.language)},
            {u"name"_s, QString(form.name)},
            {u"language"_s, QString(form.language)},
            {u"type"_s, u"sms"_s},
            {u"category"_s, u"utility"_s},
            {u"status"_s, QString(form.status)},
            {u"qualityScore"_s, QJsonObject{{u"score"_s, u"unknown"_s}, {u"reasons"_s, QJsonValue()}}},
            {u"components"_s, outreachParts(form)},
            {u"createdAt"_s, made},
            {u"createdBy"_s, u"admin"_s},
            {u"modifiedAt"_s, made},
            {u"modifiedBy"_s, u"admin"_s},
            {u"namespace"_s, QString()},
            {u"wabaAccountId"_s, QString()},
            {u"phoneNumber"_s, number},
            {u"partnerId"_s, QString()},
            {u"externalId"_s, QString()},
            {u"updatedExternal"_s, made},
            {u"rejectedReason"_s, QJsonValue()}};
}

/// Each placeholder once, in the order in which they come.
QStringList placeholdersIn(const QString &text)
{
    QStringList found;
    for (qsizetype at = text.indexOf("{{"_L1); at >= 0; at = text.indexOf("{{"_L1, at + 2)) {
        const qsizetype end = text.indexOf("}}"_L1, at);
        const QString placeholder = end < 0 ? QString() : text.mid(at, end + 2 - at);
        if (!placeholder.isEmpty() && !found.contains(placeholder)) {
            found.append(placeholder);
        }
    }
    return found;
}

QStringList parametersOf(const QJsonArray &components, const QString &type)
{
    QStringList values;
    for (const QJsonValue &component : components) {
        if (component.toObject().value("type"_L1).toString() == type) {
            const QJsonArray parameters = component.toObject().value("parameters"_L1).toArray();
            for (const QJsonValue &parameter : parameters) {
                values.append(parameter.toObject().value("text"_L1).toString());
            }
        }
    }
    return values;
}

Error outreachError(const QString &words)
{
    return {Error::Kind::Rejected, words};
}

} // namespace

Outreach::Outreach(const Settings &settings, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_gateway(clock)
{
}

QJsonObject Outreach::provider() const
{
    return {{u"providerId"_s, QString(outreachApp)},
            {u"providerName"_s, u"Practice SMS"_s},
            {u"supportsTemplates"_s, true},
            {u"providerType"_s, u"phone"_s}};
}

QJsonObject Outreach::metadata() const
{
    QJsonArray templates;
    for (const OutreachTemplate &form : outreachTemplates) {
        templates.append(templateDocument(form, m_number));
    }
    return merged(provider(), {{u"templates"_s, QJsonObject{{m_number, templates}}}});
}

void Outreach::send(const QJsonObject &message, const Then<Done> &then)
{
    const Result<QString> text = textOf(message);
    if (!text) {
        then(text.error());
        return;
    }
    const QString customer = message.value("to"_L1).toString();
    m_answerers.insert(customer, {message.value("departmentId"_L1).toString(), message.value("agentId"_L1).toString()});
    SmsOrder order{m_settings.text(u"SMS_Twilio_Account_SID"_s), m_settings.text(u"SMS_Twilio_authToken"_s)};
    order.from = m_number;
    order.to = customer;
    order.body = *text;
    m_gateway.send(order, then);
}

Result<QString> Outreach::textOf(const QJsonObject &message) const
{
    const QJsonObject wanted = message.value("template"_L1).toObject();
    const QString name = wanted.value("name"_L1).toString();
    const QString language = wanted.value("language"_L1).toObject().value("code"_L1).toString();
    const auto form
        = std::find_if(outreachTemplates.begin(), outreachTemplates.end(), [&](const OutreachTemplate &one) {
              return one.name == name && one.language == language && one.status == "approved"_L1;
          });
    if (message.value("templateProviderPhoneNumber"_L1).toString() != m_number || form == outreachTemplates.end()) {
        return outreachError(u"This number has no approved template of this name"_s);
    }
    QStringList lines;
    const QJsonArray parts = outreachParts(*form);
    for (const QJsonValue &part : parts) {
        QString text = part.toObject().value("text"_L1).toString();
        const QStringList placeholders = placeholdersIn(text);
        const QStringList values
            = parametersOf(wanted.value("components"_L1).toArray(), part.toObject().value("type"_L1).toString());
        if (values.size() != placeholders.size()) {
            return outreachError(u"Number of parameters does not match the template"_s);
        }
        for (qsizetype index = 0; index < values.size(); ++index) {
            text.replace(placeholders.at(index), values.at(index));
        }
        lines.append(text);
    }
    return lines.join(u'\n');
}

} // namespace greenline::practice
