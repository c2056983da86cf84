#include "app/workspace/colleagues.h"

#include "app/rest/directoryapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// Of as many departments the members are asked for one by one, and no more: there are limits to asking.
constexpr qsizetype mostDepartments = 5;

/// Refused: 3.11.6 says so with 400, newer servers with 403.
bool isKeptFromAgents(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.code == "error-not-authorized"_L1;
}

QString shownNameOf(const Agent &agent)
{
    return agent.name.isEmpty() ? agent.username : agent.name;
}

bool comesBefore(const Colleague &one, const Colleague &other)
{
    if (one.isReachable() != other.isReachable()) {
        return one.isReachable();
    }
    return shownNameOf(one.agent).localeAwareCompare(shownNameOf(other.agent)) < 0;
}

} // namespace

struct Colleagues::Reading {
    AgentId me;
    Then<Handees> then;
    Handees found = {};
    qsizetype asked = 0; // departments whose members came
};

Colleagues::Colleagues(DirectoryApi &directory, HandoverApi &handover, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_handover(handover)
{
}

void Colleagues::read(const AgentId &me, const Then<Handees> &then)
{
    const auto reading = std::make_shared<Reading>(Reading{me, then});
    m_directory.departments({this, [this, reading](const Result<QList<Department>> &departments) {
                                 if (!departments) {
                                     reading->then(departments.error());
                                     return;
                                 }
                                 std::copy_if(departments->cbegin(), departments->cend(),
                                              std::back_inserter(reading->found.departments),
                                              [](const Department &one) { return one.isEnabled; });
                                 readAgents(reading);
                             }});
}

void Colleagues::readAgents(const ReadingPtr &reading)
{
    m_handover.agents({this, [this, reading](const Result<QList<ListedAgent>> &agents) {
                           if (!agents && isKeptFromAgents(agents.error())) {
                               reading->found.hidden = agents.error();
                               readMembers(reading);
                               return;
                           }
                           if (!agents) {
                               reading->then(agents.error());
                               return;
                           }
                           for (const ListedAgent &listed : *agents) {
                               reading->found.colleagues.append({listed.agent, listed.departments, {}});
                           }
                           readLoads(reading);
                       }});
}

/// The way round for plain agents of old servers, who may not list agents but may list a department's.
void Colleagues::readMembers(const ReadingPtr &reading)
{
    if (reading->asked >= std::min(mostDepartments, reading->found.departments.size())) {
        readPresences(reading);
        return;
    }
    const DepartmentId department = reading->found.departments.at(reading->asked++).id;
    m_handover.agentsOf(department, {this, [this, reading, department](const Result<QList<Agent>> &members) {
                                         for (const Agent &member : members ? *members : QList<Agent>()) {
                                             QList<Colleague> &known = reading->found.colleagues;
                                             const auto same
                                                 = std::find_if(known.begin(), known.end(), [&](const Colleague &one) {
                                                       return one.agent.id == member.id;
                                                   });
                                             if (same == known.end()) {
                                                 known.append({member, QSet<DepartmentId>{department}, {}});
                                             } else {
                                                 same->departments->insert(department);
                                             }
                                         }
                                         readMembers(reading);
                                     }});
}

void Colleagues::readPresences(const ReadingPtr &reading)
{
    QList<AgentId> ids;
    for (const Colleague &colleague : std::as_const(reading->found.colleagues)) {
        ids.append(colleague.agent.id);
    }
    if (ids.isEmpty()) {
        readLoads(reading);
        return;
    }
    m_handover.presences(ids, {this, [this, reading](const Result<QHash<AgentId, Presence>> &presences) {
                                   for (Colleague &colleague : reading->found.colleagues) {
                                       // Unknown is worth a try.
                                       colleague.agent.presence = presences
                                           ? presences->value(colleague.agent.id, Presence::Online)
                                           : Presence::Online;
                                   }
                                   readLoads(reading);
                               }});
}

void Colleagues::readLoads(const ReadingPtr &reading)
{
    for (const Colleague &colleague : std::as_const(reading->found.colleagues)) {
        Q_EMIT told(colleague.agent.username, colleague.agent.name);
    }
    m_handover.loads({this, [reading](const Result<QHash<AgentId, int>> &loads) {
                          QList<Colleague> &known = reading->found.colleagues;
                          known.removeIf([&](const Colleague &one) { return one.agent.id == reading->me; });
                          for (Colleague &colleague : known) {
                              if (loads) {
                                  colleague.chats = loads->value(colleague.agent.id, 0);
                              }
                          }
                          std::stable_sort(known.begin(), known.end(), comesBefore);
                          reading->then(reading->found);
                      }});
}

} // namespace greenline
