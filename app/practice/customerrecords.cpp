#include "app/practice/customerrecords.h"

#include "app/practice/document.h"
#include "app/practice/state.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

void renameRoom(State &state, const QJsonObject &room, const QJsonValue &name)
{
    const QString rid = room.value("_id"_L1).toString();
    const QList<QJsonObject> subscriptions = state.documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        const QString id = subscription.value("_id"_L1).toString();
        state.streams.subscription(Streams::Change::Updated,
                                   state.documents.subscriptions.change(id, {{u"name"_s, name}, {u"fname"_s, name}}));
    }
    const QString inquiryId = state.documents.inquiries.first(u"rid"_s, rid).value("_id"_L1).toString();
    if (!inquiryId.isEmpty()) {
        state.streams.inquiry(Streams::Change::Updated,
                              state.documents.inquiries.change(inquiryId, {{u"name"_s, name}}));
    }
}

/// The given values of the workspace's own fields of a scope, over those that were there; nothing when one does not
/// hold its pattern.
std::optional<QJsonObject> fieldValues(State &state, const QString &scope, const QJsonObject &before,
                                       const QJsonObject &given)
{
    QJsonObject values = before;
    const QList<QJsonObject> fields = state.documents.customFields.where(u"scope"_s, scope);
    for (const QJsonObject &field : fields) {
        const QString id = field.value("_id"_L1).toString();
        if (!given.contains(id)) {
            continue;
        }
        const QString value = given.value(id).toString().trimmed();
        const QString pattern = field.value("regexp"_L1).toString();
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value).hasMatch()) {
            return std::nullopt;
        }
        if (value.isEmpty()) {
            values.remove(id);
        } else {
            values.insert(id, value);
        }
    }
    return values;
}

QJsonArray addressesOf(const QJsonArray &texts, const QString &key)
{
    QJsonArray list;
    for (const QJsonValue &text : texts) {
        list.append(QJsonObject{{key, text}});
    }
    return list;
}

void changeVisitor(State &state, const QJsonObject &visitor, const QJsonObject &guest, const QJsonObject &fields)
{
    QJsonObject changes;
    if (!guest.value("name"_L1).toString().isEmpty()) {
        changes.insert(u"name"_s, guest.value("name"_L1));
    }
    if (!guest.value("email"_L1).toString().isEmpty()) {
        changes.insert(u"visitorEmails"_s, addressesOf({guest.value("email"_L1)}, u"address"_s));
    }
    if (guest.contains("livechatData"_L1)) {
        changes.insert(u"livechatData"_s, fields);
    }
    state.documents.visitors.change(visitor.value("_id"_L1).toString(), changes);
}

Refusal badField()
{
    return {u"error-invalid-custom-field-value"_s, u"Invalid value for a custom field"_s};
}

} // namespace

Refused saveCustomerInfo(State &state, const QString &userId, const QJsonObject &guest, const QJsonObject &given)
{
    const QJsonObject room = state.documents.rooms.find(given.value("_id"_L1).toString());
    const QJsonObject known = state.documents.visitors.find(guest.value("_id"_L1).toString());
    if (room.isEmpty()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    if (!state.access.isServing(userId, room) && !state.access.may(userId, u"save-others-livechat-room-info"_s)) {
        return Refusal{u"error-not-allowed"_s, u"Not allowed"_s};
    }
    const auto visitorFields = fieldValues(state, u"visitor"_s, known.value("livechatData"_L1).toObject(),
                                           guest.value("livechatData"_L1).toObject());
    const auto roomFields = fieldValues(state, u"room"_s, room.value("livechatData"_L1).toObject(),
                                        given.value("livechatData"_L1).toObject());
    if (!visitorFields || !roomFields) {
        return badField();
    }
    if (!known.isEmpty()) {
        changeVisitor(state, known, guest, *visitorFields);
    }
    const QString name = guest.value("name"_L1).toString();
    QJsonObject changes = only(given, {u"topic"_s, u"tags"_s});
    if (!name.isEmpty()) {
        changes.insert(u"fname"_s, name);
    }
    if (given.contains("livechatData"_L1)) {
        changes.insert(u"livechatData"_s, *roomFields);
    }
    const QJsonObject changed = state.documents.rooms.change(room.value("_id"_L1).toString(), changes);
    state.streams.room(Streams::Change::Updated, changed);
    if (!name.isEmpty()) {
        renameRoom(state, changed, name);
    }
    return {};
}

Outcome<QJsonObject> updateContact(State &state, const QJsonObject &change)
{
    const QString id = change.value("contactId"_L1).toString();
    if (!state.documents.contacts.contains(id)) {
        return Refusal{u"error-contact-not-found"_s, u"Contact not found"_s};
    }
    const auto fields = fieldValues(state, u"visitor"_s, {}, change.value("customFields"_L1).toObject());
    if (!fields) {
        return badField();
    }
    QJsonObject facts = only(change, {u"name"_s, u"contactManager"_s});
    facts.insert(u"unknown"_s, false);
    if (change.contains("emails"_L1)) {
        facts.insert(u"emails"_s, addressesOf(change.value("emails"_L1).toArray(), u"address"_s));
    }
    if (change.contains("phones"_L1)) {
        facts.insert(u"phones"_s, addressesOf(change.value("phones"_L1).toArray(), u"phoneNumber"_s));
    }
    if (change.contains("customFields"_L1)) {
        facts.insert(u"customFields"_s, *fields);
    }
    const QJsonObject contact = state.documents.contacts.change(id, facts);
    const QList<QJsonObject> rooms
        = change.contains("name"_L1) ? state.documents.rooms.where(u"contactId"_s, id) : QList<QJsonObject>();
    for (const QJsonObject &room : rooms) {
        const QJsonObject renamed
            = state.documents.rooms.change(room.value("_id"_L1).toString(), {{u"fname"_s, contact.value("name"_L1)}});
        state.streams.room(Streams::Change::Updated, renamed);
        renameRoom(state, renamed, contact.value("name"_L1));
    }
    return contact;
}

} // namespace greenline::practice
