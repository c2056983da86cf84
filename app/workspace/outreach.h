#pragma once

#include "app/base/then.h"
#include "app/omnichannel/agent.h"
#include "app/omnichannel/contact.h"
#include "app/omnichannel/department.h"
#include "app/rest/contactsapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/handoverapi.h"
#include "app/rest/outboundapi.h"

#include <QObject>

#include <memory>

namespace greenline {

class Abilities;

/// Starts conversations: who texts first, to whom, and who is to have the answer, as far as the account may choose.
class Outreach : public QObject
{
    Q_OBJECT
public:
    Outreach(RestClient &rest, const ServerFeatures &features, const Abilities &abilities, const Agent &me,
             QObject *parent = nullptr);

    /// With their senders. One that does not tell its templates has none; an error when none of them tells.
    void readProviders(const Then<QList<OutboundProvider>> &then);
    void findContacts(const QString &text, const Then<QList<Contact>> &then); ///< By a part of the name or number.
    void readDepartments(const Then<QList<Department>> &then); ///< Enabled ones that the account may choose.
    /// Of a department those whom the account may choose: everybody, oneself, nobody.
    void readAgents(const DepartmentId &department, const Then<QList<Agent>> &then);
    void send(const FirstMessage &message, const Then<Done> &then); ///< Once, whatever becomes of it.

private:
    struct Reading;
    void readNext(const std::shared_ptr<Reading> &reading);

    OutboundApi m_outbound;
    ContactsApi m_contacts;
    DirectoryApi m_directory;
    HandoverApi m_handover;
    const Abilities &m_abilities;
    Agent m_me;
};

} // namespace greenline
