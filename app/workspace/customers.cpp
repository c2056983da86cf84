#include "app/workspace/customers.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto staysFresh = 60'000ms; // ten calls of a route a minute are allowed to a whole office

} // namespace

QString valueOf(const CustomerSheet &sheet, const CustomerFact &fact)
{
    switch (fact.kind) {
    case CustomerFact::Kind::Name:
        return sheet.contact.name;
    case CustomerFact::Kind::Email:
        return sheet.contact.emails.value(0);
    case CustomerFact::Kind::Field:
        return sheet.contact.fields.value(fact.field);
    case CustomerFact::Kind::RoomField:
        break;
    }
    return sheet.roomFields.value(fact.field);
}

Customers::Customers(ContactsApi &api, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(clock)
{
}

const CustomerSheet *Customers::find(const RoomId &room) const
{
    const auto known = m_known.constFind(room);
    return known == m_known.cend() ? nullptr : &known->sheet;
}

bool Customers::needsServing(const RoomId &room) const
{
    const CustomerSheet *sheet = find(room);
    return sheet && sheet->contact.contact.isEmpty();
}

void Customers::read(const CustomerKey &key)
{
    const auto known = m_known.constFind(key.room);
    if (known == m_known.cend() || m_clock.monotonic() - known->readAt > staysFresh) {
        ask(key, RestCall::Age::Recent);
    }
}

void Customers::readAgain(const CustomerKey &key)
{
    ask(key, RestCall::Age::Shared);
}

void Customers::ask(const CustomerKey &key, RestCall::Age age)
{
    if (m_asked.contains(key.room)) {
        return;
    }
    m_asked.insert(key.room);
    fetch({key, Extent::Whole, age}, {this, [this, room = key.room](const Result<CustomerSheet> &sheet) {
                                          m_asked.remove(room);
                                          if (!sheet) {
                                              Q_EMIT failed(room, sheet.error());
                                          }
                                      }});
}

void Customers::save(const CustomerKey &key, const CustomerFact &fact, const QString &before, const QString &value,
                     const Then<FactSaved> &then)
{
    const auto check = [fact, value](const CustomerSheet &sheet) {
        const QString present = valueOf(sheet, fact);
        return FactSaved{present == value ? FactSaved::How::Saved : FactSaved::How::NotKept, present};
    };
    const bool isOfRoom = fact.kind == CustomerFact::Kind::RoomField;
    const Wanted wanted{key, isOfRoom ? Extent::Whole : Extent::Customer, RestCall::Age::Shared};
    const auto onSaved = [this, wanted, check, then](const Result<ContactsApi::After> &saved) {
        readBack(wanted, saved, {this, [check, then](const Result<CustomerSheet> &sheet) {
                                     then(sheet ? Result(check(*sheet)) : sheet.error());
                                 }});
    };
    fetch(wanted, {this, [=, this](const Result<CustomerSheet> &sheet) {
                       if (!sheet) {
                           then(sheet.error());
                           return;
                       }
                       const QString present = valueOf(*sheet, fact);
                       if (present == value) {
                           then(FactSaved{FactSaved::How::Saved, present});
                       } else if (present != before) {
                           then(FactSaved{FactSaved::How::ChangedMeanwhile, present});
                       } else {
                           m_api.save(key.room, sheet->contact, fact, value, {this, onSaved});
                       }
                   }});
}

/// What the workspace has now: it says so itself, or is asked.
void Customers::readBack(const Wanted &wanted, const Result<ContactsApi::After> &saved, const Then<CustomerSheet> &then)
{
    const CustomerSheet *before = find(wanted.key.room);
    if (!saved) {
        then(saved.error());
    } else if (*saved && before) {
        const CustomerSheet sheet{**saved, before->roomFields};
        keep(wanted.key.room, sheet);
        then(sheet);
    } else {
        fetch(wanted, then);
    }
}

void Customers::earlier(const CustomerKey &key, int most, const Then<QList<Room>> &then)
{
    const auto list = [this, key, most, then](const Result<CustomerSheet> &sheet) {
        if (!sheet) {
            then(sheet.error());
            return;
        }
        m_api.earlier(key.room, sheet->contact, most,
                      {this, [key, then](const Result<QList<Room>> &rooms) {
                           if (!rooms) {
                               then(rooms.error());
                               return;
                           }
                           QList<Room> others = *rooms;
                           others.removeIf([&key](const Room &one) { return one.id == key.room; });
                           then(others);
                       }});
    };
    if (const CustomerSheet *known = find(key.room)) {
        list(*known);
    } else {
        fetch({key, Extent::Whole, RestCall::Age::Recent}, {this, list});
    }
}

bool Customers::needsRoom() const
{
    return m_api.hasContacts() || std::any_of(m_fields->cbegin(), m_fields->cend(), [](const CustomField &field) {
               return field.scope == CustomField::Scope::Conversation;
           });
}

void Customers::fetch(const Wanted &wanted, const Then<CustomerSheet> &then)
{
    const CustomerSheet *before = find(wanted.key.room);
    if (before && wanted.extent == Extent::Customer) { // the room's route has a limit, and others need it
        fetchContact(wanted, {before->contact.contact, before->roomFields}, then);
        return;
    }
    fetchFields({this, [this, wanted, then](const Status &known) {
                     if (!known) {
                         then(known.error());
                     } else if (!needsRoom()) {
                         fetchContact(wanted, {}, then);
                     } else {
                         m_api.sheet(wanted.key.room, wanted.age,
                                     {this, [this, wanted, then](const Result<RoomSheet> &room) {
                                          if (room) {
                                              fetchContact(wanted, *room, then);
                                          } else {
                                              then(room.error());
                                          }
                                      }});
                     }
                 }});
}

void Customers::fetchFields(const Then<Done> &then)
{
    if (m_fields) {
        then(Done());
        return;
    }
    m_api.fields({this, [this, then](const Result<QList<CustomField>> &fields) {
                      if (fields) {
                          m_fields = *fields;
                      }
                      then(fields ? Status(Done()) : Status(fields.error()));
                  }});
}

void Customers::fetchContact(const Wanted &wanted, const RoomSheet &room, const Then<CustomerSheet> &then)
{
    const CustomerKey &key = wanted.key;
    m_api.customer(key.visitor, room.contact, wanted.age,
                   {this, [this, id = key.room, room, then](const Result<Contact> &contact) {
                        if (!contact) {
                            then(contact.error());
                            return;
                        }
                        const CustomerSheet sheet{*contact, room.fields};
                        keep(id, sheet);
                        then(sheet);
                    }});
}

void Customers::keep(const RoomId &room, const CustomerSheet &sheet)
{
    const CustomerSheet *before = find(room);
    const bool isNew = !before || *before != sheet;
    m_known.insert(room, {sheet, m_clock.monotonic()});
    if (isNew) {
        Q_EMIT changed(room);
    }
}

} // namespace greenline
