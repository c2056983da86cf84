#pragma once

#include "app/base/clock.h"
#include "app/rest/contactsapi.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace greenline {

/// Of which conversation's customer.
struct CustomerKey {
    RoomId room = {};
    VisitorId visitor = {};
    bool operator==(const CustomerKey &) const = default;
};

/// What the workspace said last of a customer, in one conversation.
struct CustomerSheet {
    Contact contact = {};
    QHash<QString, QString> roomFields = {};
    bool operator==(const CustomerSheet &) const = default;
};

QString valueOf(const CustomerSheet &sheet, const CustomerFact &fact);

/// What became of a change.
struct FactSaved {
    enum class How {
        Saved, ///< Read back, and it is so.
        ChangedMeanwhile, ///< Somebody else wrote there; nothing was written.
        NotKept ///< The workspace said yes and kept the old value.
    };
    How how = How::Saved;
    QString present = {}; ///< What the workspace has now.
};

/// The customers of open conversations: read when looked at, changed one fact at a time, and never over what somebody
/// else wrote meanwhile.
class Customers : public QObject
{
    Q_OBJECT
public:
    Customers(ContactsApi &api, const Clock &clock, QObject *parent = nullptr);

    const CustomerSheet *find(const RoomId &room) const; ///< Null: not read yet.
    const std::optional<QList<CustomField>> &fields() const { return m_fields; } ///< Nothing: not known.
    /// Before contacts, only who serves a conversation may change its customer.
    bool needsServing(const RoomId &room) const;
    void read(const CustomerKey &key); ///< Unless that was done a moment ago.
    void readAgain(const CustomerKey &key);
    /// before: what was there when the change was begun.
    void save(const CustomerKey &key, const CustomerFact &fact, const QString &before, const QString &value,
              const Then<FactSaved> &then);
    /// Other conversations of the customer, the newest first.
    void earlier(const CustomerKey &key, int most, const Then<QList<Room>> &then);

Q_SIGNALS:
    void changed(const greenline::RoomId &room);
    void failed(const greenline::RoomId &room, const greenline::Error &error);

private:
    enum class Extent { Customer, Whole }; ///< Whole: with what the conversation's own fields have.
    struct Wanted {
        CustomerKey key;
        Extent extent = Extent::Whole;
        RestCall::Age age = RestCall::Age::Shared;
    };
    void ask(const CustomerKey &key, RestCall::Age age);
    void fetch(const Wanted &wanted, const Then<CustomerSheet> &then);
    void fetchFields(const Then<Done> &then);
    void fetchContact(const Wanted &wanted, const RoomSheet &room, const Then<CustomerSheet> &then);
    void readBack(const Wanted &wanted, const Result<ContactsApi::After> &saved, const Then<CustomerSheet> &then);
    void keep(const RoomId &room, const CustomerSheet &sheet);
    bool needsRoom() const;

    struct Known {
        CustomerSheet sheet;
        std::chrono::milliseconds readAt{0};
    };
    ContactsApi &m_api;
    const Clock &m_clock;
    std::optional<QList<CustomField>> m_fields;
    QHash<RoomId, Known> m_known;
    QSet<RoomId> m_asked;
};

} // namespace greenline
