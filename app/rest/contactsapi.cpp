#include "app/rest/contactsapi.h"

#include "app/rest/answers.h"
#include "app/wire/contactcodec.h"
#include "app/wire/roomcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Result<RoomSheet> sheetOf(const QJsonObject &answer)
{
    const QJsonObject room = answer.value("room"_L1).toObject();
    return RoomSheet{{optionalString(room, "contactId"_L1)}, decodeFieldValues(room.value("livechatData"_L1))};
}

/// Contacts do not say of which visitor they are.
Result<Contact> contactOf(const QJsonObject &answer, const VisitorId &visitor)
{
    const Result<Contact> known = decodeKnownContact(answer.value("contact"_L1).toObject());
    if (!known) {
        return known;
    }
    Contact contact = *known;
    contact.id = visitor;
    return contact;
}

/// The first of them is the one that is shown; the others stay.
QJsonArray withFirst(const QStringList &before, const QString &first)
{
    QStringList all = before;
    if (!all.isEmpty()) {
        all.removeFirst();
    }
    if (!first.isEmpty()) {
        all.prepend(first);
    }
    return QJsonArray::fromStringList(all);
}

QJsonObject fieldsWith(const QHash<QString, QString> &before, const QString &id, const QString &value)
{
    QJsonObject fields;
    for (auto field = before.begin(); field != before.end(); ++field) {
        fields.insert(field.key(), field.value());
    }
    fields.insert(id, value);
    return fields;
}

/// What room.saveInfo is told of a visitor.
QJsonObject guestOf(const VisitorId &visitor, const CustomerFact &fact, const QString &value)
{
    QJsonObject guest{{u"_id"_s, visitor.value}};
    if (fact.kind == CustomerFact::Kind::Name) {
        guest.insert(u"name"_s, value);
    } else if (fact.kind == CustomerFact::Kind::Email) {
        guest.insert(u"email"_s, value);
    } else if (fact.kind == CustomerFact::Kind::Field) {
        guest.insert(u"livechatData"_s, QJsonObject{{fact.field, value}});
    }
    return guest;
}

QList<Room> newestFirst(QList<Room> rooms)
{
    std::sort(rooms.begin(), rooms.end(),
              [](const Room &one, const Room &other) { return one.startedAt > other.startedAt; });
    return rooms;
}

} // namespace

bool ContactsApi::hasContacts() const
{
    return m_features.route(Action::ReadCustomer).path == "omnichannel/contacts.get"_L1;
}

void ContactsApi::sheet(const RoomId &room, RestCall::Age age, const Then<RoomSheet> &then)
{
    RestCall call;
    call.age = age;
    call.path = u"rooms.info"_s;
    addQuery(call.query, u"roomId"_s, room.value);
    m_rest.send(call, decodedBy(m_rest, then, sheetOf));
}

void ContactsApi::customer(const VisitorId &visitor, const ContactId &contact, RestCall::Age age,
                           const Then<Contact> &then)
{
    RestCall call;
    call.age = age;
    if (contact.isEmpty()) {
        call.path = u"livechat/visitors.info"_s;
        addQuery(call.query, u"visitorId"_s, visitor.value);
        m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                        return decodeContact(answer.value("visitor"_L1).toObject());
                    }));
        return;
    }
    call.path = m_features.route(Action::ReadCustomer).path;
    addQuery(call.query, u"contactId"_s, contact.value);
    m_rest.send(call, decodedBy(m_rest, then, [visitor](const QJsonObject &answer) -> Result<Contact> {
                    return contactOf(answer, visitor);
                }));
}

void ContactsApi::find(const QString &text, int most, const Then<QList<Contact>> &then)
{
    RestCall call;
    call.path = m_features.route(Action::FindCustomers).path;
    call.mayWait = false; // a person waits, who has typed on until then
    addQuery(call.query, u"searchText"_s, text);
    addQuery(call.query, u"count"_s, QString::number(most));
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return readableOf<Contact>(requiredList(answer, "contacts"_L1), decodeKnownContact);
                }));
}

void ContactsApi::fields(const Then<QList<CustomField>> &then)
{
    RestCall call;
    call.path = u"livechat/custom-fields"_s;
    sendPages(m_rest, call, "customFields"_L1, {&m_rest, [then](const Result<QJsonArray> &rows) {
                                                    then(readableOf<CustomField>(rows, decodeCustomField));
                                                }});
}

void ContactsApi::save(const RoomId &room, const Contact &before, const CustomerFact &fact, const QString &value,
                       const Then<After> &then)
{
    if (fact.kind == CustomerFact::Kind::RoomField) {
        saveInfo({{u"_id"_s, before.id.value}},
                 {{u"_id"_s, room.value}, {u"livechatData"_s, QJsonObject{{fact.field, value}}}}, then);
    } else if (before.contact.isEmpty()) {
        saveInfo(guestOf(before.id, fact, value), {{u"_id"_s, room.value}}, then);
    } else {
        saveContact(before, fact, value, then);
    }
}

void ContactsApi::saveContact(const Contact &before, const CustomerFact &fact, const QString &value,
                              const Then<After> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = m_features.route(Action::SaveCustomer).path;
    call.body = {{u"contactId"_s, before.contact.value}};
    if (fact.kind == CustomerFact::Kind::Name) {
        call.body.insert(u"name"_s, value);
    } else if (fact.kind == CustomerFact::Kind::Email) {
        call.body.insert(u"emails"_s, withFirst(before.emails, value));
    } else {
        call.body.insert(u"customFields"_s, fieldsWith(before.fields, fact.field, value));
    }
    m_rest.send(call, decodedBy(m_rest, then, [&rest = m_rest, visitor = before.id](const QJsonObject &answer) {
                    rest.forgetRecent();
                    const Result<Contact> after = contactOf(answer, visitor);
                    return after ? After(*after) : After();
                }));
}

void ContactsApi::saveInfo(const QJsonObject &guest, const QJsonObject &room, const Then<After> &then)
{
    const auto ask = [&rest = m_rest, guest, room](const Route &route, const Then<After> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            rest.callMethod(route.path, {guest, room}, {&rest, [answer](const Result<QJsonValue> &result) {
                                                            answer(result ? Result(After()) : result.error());
                                                        }});
            return;
        }
        RestCall call;
        call.verb = route.verb;
        call.path = route.path;
        call.body = {{u"guestData"_s, guest}, {u"roomData"_s, room}};
        rest.send(call, decodedBy(rest, answer, [](const QJsonObject &) { return After(); }));
    };
    askByRoute<After>(m_rest, m_features, Action::SaveRoomInfo, ask, then);
}

void ContactsApi::earlier(const RoomId &room, const Contact &customer, int most, const Then<QList<Room>> &then)
{
    RestCall call;
    if (customer.contact.isEmpty()) {
        call.path = u"livechat/visitors.chatHistory/room/%1/visitor/%2"_s.arg(pathSegment(room.value),
                                                                              pathSegment(customer.id.value));
    } else {
        call.path = m_features.route(Action::ListEarlier).path;
        addQuery(call.query, u"contactId"_s, customer.contact.value);
    }
    addQuery(call.query, u"count"_s, QString::number(most));
    addQuery(call.query, u"sort"_s, u"{\"ts\":-1}"_s);
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) -> Result<QList<Room>> {
                    const Result<QList<Room>> rooms = readableOf<Room>(requiredList(answer, "history"_L1), decodeRoom);
                    return rooms ? Result(newestFirst(*rooms)) : rooms.error();
                }));
}

} // namespace greenline
