#include "app/wire/contactcodec.h"

#include "app/wire/json.h"
#include "app/wire/roomcodec.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// [{phoneNumber}] and [{address}]; the field is null on some servers.
QStringList listedTexts(const QJsonValue &list, QLatin1StringView key)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &element : array) {
        const QString text = optionalString(element.toObject(), key);
        if (!text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts;
}

} // namespace

Result<Contact> decodeContact(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "visitor"_L1);
    if (!id) {
        return id.error();
    }
    Contact contact;
    contact.id = {*id};
    contact.name = optionalString(object, "name"_L1);
    contact.username = optionalString(object, "username"_L1);
    contact.phones = listedTexts(object.value("phone"_L1), "phoneNumber"_L1);
    contact.emails = listedTexts(object.value("visitorEmails"_L1), "address"_L1);
    contact.fields = decodeFieldValues(object.value("livechatData"_L1));
    contact.presence = presenceNamed(optionalString(object, "status"_L1)).value_or(Presence::Offline);
    return contact;
}

Result<Contact> decodeKnownContact(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "contact"_L1);
    if (!id) {
        return id.error();
    }
    Contact contact;
    contact.contact = {*id};
    contact.name = optionalString(object, "name"_L1);
    contact.phones = listedTexts(object.value("phones"_L1), "phoneNumber"_L1);
    contact.emails = listedTexts(object.value("emails"_L1), "address"_L1);
    contact.fields = decodeFieldValues(object.value("customFields"_L1));
    return contact;
}

Result<CustomField> decodeCustomField(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "custom field"_L1);
    if (!id) {
        return id.error();
    }
    CustomField field;
    field.id = *id;
    field.label = optionalString(object, "label"_L1);
    field.scope = optionalString(object, "scope"_L1) == "room"_L1 ? CustomField::Scope::Conversation
                                                                  : CustomField::Scope::Customer;
    field.pattern = optionalString(object, "regexp"_L1);
    field.isRequired = optionalBool(object, "required"_L1);
    field.isVisible = optionalString(object, "visibility"_L1) != "hidden"_L1;
    field.isPublic = optionalBool(object, "public"_L1);
    if (optionalString(object, "type"_L1) == "select"_L1) {
        const QStringList choices = optionalString(object, "options"_L1).split(u',', Qt::SkipEmptyParts);
        for (const QString &choice : choices) {
            field.choices.append(choice.trimmed());
        }
    }
    return field;
}

QHash<QString, QString> decodeFieldValues(const QJsonValue &object)
{
    QHash<QString, QString> values;
    const QJsonObject fields = object.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        values.insert(field.key(), field.value().toVariant().toString());
    }
    return values;
}

} // namespace greenline
