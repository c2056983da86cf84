#pragma once

#include "app/base/then.h"
#include "app/omnichannel/contact.h"
#include "app/omnichannel/customfield.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <optional>

namespace greenline {

/// What a room says of its customer beyond the row of a list.
struct RoomSheet {
    ContactId contact = {}; ///< Empty before 7.0, and of rooms that are older than the workspace's contacts.
    QHash<QString, QString> fields = {};
};

/// Which fact of a customer is meant.
struct CustomerFact {
    enum class Kind { Name, Email, Field, RoomField };
    Kind kind = Kind::Name;
    QString field = {}; ///< Id of the custom field.
    bool operator==(const CustomerFact &) const = default;
};

/// Customers: as contacts where the workspace has them, else as visitors.
class ContactsApi
{
public:
    ContactsApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void setFeatures(const ServerFeatures &features) { m_features = features; } ///< The workspace was upgraded.
    bool hasContacts() const; ///< A room may name one.
    void sheet(const RoomId &room, RestCall::Age age, const Then<RoomSheet> &then);
    void customer(const VisitorId &visitor, const ContactId &contact, RestCall::Age age, const Then<Contact> &then);
    /// Contacts by a part of the name, a number or an address; from 7.0 on, with the permission view-livechat-contact.
    void find(const QString &text, int most, const Then<QList<Contact>> &then);
    void fields(const Then<QList<CustomField>> &then);
    /// What the workspace has after a change; nothing: it did not say, only contacts are answered (8.8.1).
    using After = std::optional<Contact>;
    /// Writes one fact. before: as just read; a contact's lists and fields are replaced as a whole.
    void save(const RoomId &room, const Contact &before, const CustomerFact &fact, const QString &value,
              const Then<After> &then);
    /// Conversations of the customer, the newest first; contacts tell only of those that are over.
    void earlier(const RoomId &room, const Contact &customer, int most, const Then<QList<Room>> &then);

private:
    void saveContact(const Contact &before, const CustomerFact &fact, const QString &value, const Then<After> &then);
    void saveInfo(const QJsonObject &guest, const QJsonObject &room, const Then<After> &then);

    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
