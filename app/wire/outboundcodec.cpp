#include "app/wire/outboundcodec.h"

#include "app/wire/json.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using TemplatePart = OutboundTemplate::Part;

Result<TemplatePart> decodeTemplatePart(const QJsonObject &object)
{
    static const QHash<QString, TemplatePart::Kind> kinds{{u"header"_s, TemplatePart::Kind::Header},
                                                          {u"body"_s, TemplatePart::Kind::Body},
                                                          {u"footer"_s, TemplatePart::Kind::Footer}};
    const Result<QString> type = requiredString(object, "type"_L1, "template.components"_L1);
    if (!type) {
        return type.error();
    }
    const auto kind = kinds.constFind(type->toLower());
    if (kind == kinds.constEnd()) {
        return Error{Error::Kind::Protocol, u"template.components.type is not known"_s};
    }
    const QString format = optionalString(object, "format"_L1).toLower();
    const bool isMedia = *kind == TemplatePart::Kind::Header && !format.isEmpty() && format != "text"_L1;
    if (isMedia) {
        return TemplatePart{*kind, {}, true};
    }
    if (*kind == TemplatePart::Kind::Header) { // may be without a text
        return TemplatePart{*kind, optionalString(object, "text"_L1)};
    }
    const Result<QString> text = requiredString(object, "text"_L1, "template.components"_L1);
    return text ? Result(TemplatePart{*kind, *text}) : text.error();
}

QString componentName(TemplatePart::Kind kind)
{
    switch (kind) {
    case TemplatePart::Kind::Header:
        return u"header"_s;
    case TemplatePart::Kind::Footer:
        return u"footer"_s;
    case TemplatePart::Kind::Body:
        break;
    }
    return u"body"_s;
}

/// Values by part. A part without gaps is left out, as its parameters would be none.
QJsonArray encodeComponents(const FirstMessage &message)
{
    const QList<TemplateGap> gaps = gapsOf(message.form);
    QJsonArray components;
    for (const TemplatePart &part : message.form.parts) {
        QJsonArray parameters;
        for (qsizetype index = 0; index < gaps.size(); ++index) {
            if (gaps.at(index).part != part.kind) {
                continue;
            }
            const QString value = message.values.value(index);
            parameters.append(gaps.at(index).isLink ? QJsonObject{{u"type"_s, u"media"_s}, {u"link"_s, value}}
                                                    : QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, value}});
        }
        if (!parameters.isEmpty()) {
            components.append(QJsonObject{{u"type"_s, componentName(part.kind)}, {u"parameters"_s, parameters}});
        }
    }
    return components;
}

} // namespace

Result<OutboundProvider> decodeOutboundProvider(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "providerId"_L1, "provider"_L1);
    if (!id) {
        return id.error();
    }
    const QString name = optionalString(object, "providerName"_L1);
    return OutboundProvider{*id, name.isEmpty() ? *id : name};
}

Result<OutboundTemplate> decodeOutboundTemplate(const QJsonObject &object)
{
    const Result<QString> name = requiredString(object, "name"_L1, "template"_L1);
    const Result<QString> language = requiredString(object, "language"_L1, "template"_L1);
    if (!name || !language) {
        return name ? language.error() : name.error();
    }
    if (!object.value("components"_L1).isArray()) {
        return Error{Error::Kind::Protocol, u"template.components is no list"_s};
    }
    OutboundTemplate form{*name, *language, optionalString(object, "type"_L1).toLower()};
    const QString status = optionalString(object, "status"_L1).toLower();
    form.isApproved = status.isEmpty() || status == "approved"_L1;
    const QJsonArray components = object.value("components"_L1).toArray();
    for (const QJsonValue &component : components) {
        const Result<TemplatePart> part = decodeTemplatePart(component.toObject());
        if (!part) {
            return part.error();
        }
        const bool isThere = std::any_of(form.parts.cbegin(), form.parts.cend(),
                                         [&part](const TemplatePart &one) { return one.kind == part->kind; });
        if (isThere) { // values are told by kind, so nobody knows which of them they would fill
            return Error{Error::Kind::Protocol, u"template.components has a type twice"_s};
        }
        form.parts.append(*part);
    }
    return form;
}

QJsonObject encodeFirstMessage(const FirstMessage &message)
{
    QJsonObject form{{u"name"_s, message.form.name}, {u"language"_s, QJsonObject{{u"code"_s, message.form.language}}}};
    const QJsonArray components = encodeComponents(message);
    if (!components.isEmpty()) {
        form.insert(u"components"_s, components);
    }
    QJsonObject body{{u"to"_s, message.to},
                     {u"type"_s, u"template"_s},
                     {u"templateProviderPhoneNumber"_s, message.from},
                     {u"template"_s, form}};
    if (!message.department.isEmpty()) {
        body.insert(u"departmentId"_s, message.department.value);
    }
    if (!message.agent.isEmpty()) {
        body.insert(u"agentId"_s, message.agent.value);
    }
    return body;
}

} // namespace greenline
