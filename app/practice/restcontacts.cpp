#include "app/practice/customerrecords.h"
#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// A visitor as old and new servers show her: the token is hidden from 8.5 on, the status is no field of the old ones.
QJsonObject shownVisitor(const State &state, const QJsonObject &visitor)
{
    return state.isBefore(8, 5) ? visitor : without(visitor, {u"token"_s});
}

void answerVisitorAs(State &state, const CallPtr &call, const QString &name, const QJsonObject &visitor)
{
    if (visitor.isEmpty()) {
        call->fail(400, u"visitor-not-found"_s);
        return;
    }
    call->answer({{name, shownVisitor(state, visitor)}});
}

void answerVisitor(State &state, const CallPtr &call)
{
    answerVisitorAs(state, call, u"visitor"_s, state.documents.visitors.find(call->query(u"visitorId"_s)));
}

void answerVisitorOfToken(State &state, const CallPtr &call)
{
    answerVisitorAs(state, call, u"visitor"_s, state.documents.visitors.first(u"token"_s, call->capture()));
}

/// Before contacts had documents of their own, a visitor was one.
void answerOldContact(State &state, const CallPtr &call)
{
    answerVisitorAs(state, call, u"contact"_s, state.documents.visitors.find(call->query(u"contactId"_s)));
}

bool hasPhone(const QJsonObject &visitor, const QString &phone)
{
    const QJsonArray phones = visitor.value("phone"_L1).toArray();
    return std::any_of(phones.begin(), phones.end(), [&](const QJsonValue &one) {
        return one.toObject().value("phoneNumber"_L1).toString() == phone;
    });
}

void answerContactOfPhone(State &state, const CallPtr &call)
{
    const QString phone = call->query(u"phone"_s);
    const QJsonObject found
        = state.documents.visitors.first([&](const QJsonObject &visitor) { return hasPhone(visitor, phone); });
    call->answer({{u"contact"_s, found.isEmpty() ? QJsonValue() : QJsonValue(shownVisitor(state, found))}});
}

void answerContact(State &state, const CallPtr &call)
{
    const QJsonObject contact = state.documents.contacts.find(call->query(u"contactId"_s));
    if (contact.isEmpty()) {
        call->fail(404, u"Resource not found"_s);
        return;
    }
    call->answer({{u"contact"_s, contact}});
}

void answerContactUpdate(State &state, const CallPtr &call)
{
    const Outcome<QJsonObject> contact = updateContact(state, call->body);
    if (!contact) {
        call->refuse(contact.refusal());
        return;
    }
    call->answer({{u"contact"_s, *contact}});
}

/// By a part of the name, of a number or of an address, as in packages/models/src/models/LivechatContacts.ts.
void answerContactSearch(State &state, const CallPtr &call)
{
    const QString wanted = call->query(u"searchText"_s);
    const auto holds = [&wanted](const QJsonValue &value, QLatin1StringView key) {
        const QJsonArray list = value.toArray();
        return std::any_of(list.begin(), list.end(), [&](const QJsonValue &one) {
            return one.toObject().value(key).toString().contains(wanted, Qt::CaseInsensitive);
        });
    };
    QJsonArray rows;
    const QList<QJsonObject> contacts = state.documents.contacts.where([&](const QJsonObject &contact) {
        return contact.value("name"_L1).toString().contains(wanted, Qt::CaseInsensitive)
            || holds(contact.value("phones"_L1), "phoneNumber"_L1) || holds(contact.value("emails"_L1), "address"_L1);
    });
    for (const QJsonObject &contact : contacts) {
        rows.append(contact);
    }
    answerPage(*call, u"contacts"_s, rows);
}

/// Only what is over (7.7.1, rest/65: none for an open conversation).
void answerContactHistory(State &state, const CallPtr &call)
{
    const QString source = call->query(u"source"_s);
    QJsonArray rows;
    const QList<QJsonObject> rooms = state.documents.rooms.where(u"contactId"_s, call->query(u"contactId"_s));
    for (const QJsonObject &room : rooms) {
        const QString type = room.value("source"_L1).toObject().value("type"_L1).toString();
        if (room.contains("closedAt"_L1) && (source.isEmpty() || source == type)) {
            rows.prepend(
                only(room,
                     {u"_id"_s, u"fname"_s, u"ts"_s, u"v"_s, u"msgs"_s, u"servedBy"_s, u"closedAt"_s, u"closedBy"_s,
                      u"closer"_s, u"tags"_s, u"closingMessage"_s, u"source"_s, u"lastMessage"_s, u"verified"_s}));
        }
    }
    answerPage(*call, u"history"_s, rows);
}

void answerVisitorSearch(State &state, const CallPtr &call)
{
    const QString term = call->query(u"term"_s);
    QJsonArray rows;
    const QList<QJsonObject> visitors = state.documents.visitors.where([&](const QJsonObject &visitor) {
        return visitor.value("username"_L1).toString().contains(term)
            || visitor.value("name"_L1).toString().contains(term);
    });
    for (const QJsonObject &visitor : visitors) {
        rows.append(only(visitor, {u"_id"_s, u"username"_s, u"name"_s, u"phone"_s, u"visitorEmails"_s, u"lastChat"_s}));
    }
    answerPage(*call, u"visitors"_s, rows);
}

void answerVisitorRooms(State &state, const CallPtr &call)
{
    const QString visitorId = call->capture(1);
    QJsonArray rows;
    const QList<QJsonObject> rooms = state.documents.rooms.where(
        [&](const QJsonObject &room) { return room.value("v"_L1).toObject().value("_id"_L1).toString() == visitorId; });
    for (const QJsonObject &room : rooms) {
        rows.append(room);
    }
    answerPage(*call, u"history"_s, rows);
}

void answerCustomFields(State &state, const CallPtr &call)
{
    QJsonArray rows;
    const QList<QJsonObject> fields = state.documents.customFields.all();
    for (const QJsonObject &field : fields) {
        rows.append(field);
    }
    answerPage(*call, u"customFields"_s, rows);
}

} // namespace

RestRoutes contactRoutes()
{
    constexpr auto agents = "view-l-room"_L1;
    return {
        {.path = "livechat/visitors.info"_L1, .handle = answerVisitor, .permissions = agents, .query = "visitorId!"_L1},
        {.path = "livechat/visitor/:token"_L1, .handle = answerVisitorOfToken, .caller = RestRoute::Caller::Anyone},
        {.path = "omnichannel/contact"_L1,
         .handle = answerOldContact,
         .permissions = agents,
         .query = "contactId!"_L1,
         .until = {8, 0}},
        {.path = "omnichannel/contact.search"_L1,
         .handle = answerContactOfPhone,
         .permissions = agents,
         .query = "email? phone? custom?"_L1,
         .until = {8, 0}},
        {.path = "omnichannel/contacts.get"_L1,
         .handle = answerContact,
         .permissions = "view-livechat-contact"_L1,
         .query = "contactId!"_L1,
         .since = {7, 0}},
        {.path = "omnichannel/contacts.search"_L1,
         .handle = answerContactSearch,
         .permissions = "view-livechat-contact"_L1,
         .query = "page searchText? unknown?"_L1,
         .since = {7, 0}},
        {.verb = "POST",
         .path = "omnichannel/contacts.update"_L1,
         .handle = answerContactUpdate,
         .permissions = "update-livechat-contact"_L1,
         .body = "contactId! name? emails?a phones?a customFields?o contactManager? wipeConflicts?b"_L1,
         .since = {7, 0}},
        {.path = "omnichannel/contacts.history"_L1,
         .handle = answerContactHistory,
         .permissions = "view-livechat-contact-history"_L1,
         .query = "page contactId! source?"_L1,
         .since = {7, 0}},
        {.path = "livechat/visitors.search"_L1,
         .handle = answerVisitorSearch,
         .permissions = agents,
         .query = "page term!"_L1},
        {.path = "livechat/visitors.chatHistory/room/:rid/visitor/:vid"_L1,
         .handle = answerVisitorRooms,
         .permissions = agents,
         .query = "page"_L1},
        {.path = "livechat/custom-fields"_L1,
         .handle = answerCustomFields,
         .permissions = agents,
         .query = "page text? query?"_L1},
    };
}

} // namespace greenline::practice
