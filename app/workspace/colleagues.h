#pragma once

#include "app/base/then.h"
#include "app/omnichannel/department.h"
#include "app/rest/handoverapi.h"

#include <QObject>

#include <memory>

namespace greenline {

class DirectoryApi;

/// An agent to whom a conversation may go.
struct Colleague {
    Agent agent = {};
    std::optional<QSet<DepartmentId>> departments = {}; ///< Nothing: the workspace does not tell.
    std::optional<int> chats = {}; ///< Open conversations; nothing: not told.
    bool operator==(const Colleague &) const = default;
    /// Not known to be away: the workspace has the last word.
    bool isReachable() const
    {
        return agent.availability != Availability::NotAvailable && agent.presence != Presence::Offline;
    }
};

/// Who is there to hand a conversation to, as the workspace says at this moment.
struct Handees {
    QList<Department> departments = {}; ///< Enabled ones.
    QList<Colleague> colleagues = {}; ///< Without oneself; those who are there first.
    std::optional<Error> hidden = {}; ///< Why agents could not be listed.
};

/// Reads them each time anew, for who is there changes by the minute.
class Colleagues : public QObject
{
    Q_OBJECT
public:
    Colleagues(DirectoryApi &directory, HandoverApi &handover, QObject *parent = nullptr);
    void read(const AgentId &me, const Then<Handees> &then);

Q_SIGNALS:
    void told(const QString &username, const QString &name); ///< One of those that were read.

private:
    struct Reading;
    using ReadingPtr = std::shared_ptr<Reading>;
    void readAgents(const ReadingPtr &reading);
    void readMembers(const ReadingPtr &reading);
    void readPresences(const ReadingPtr &reading);
    void readLoads(const ReadingPtr &reading);

    DirectoryApi &m_directory;
    HandoverApi &m_handover;
};

} // namespace greenline
