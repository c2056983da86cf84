#include "app/setup/agentsreader.h"

namespace greenline {

namespace {

void readMembers(HandoverApi api, QObject *context, const DepartmentId &department, AgentFacts facts,
                 const Then<AgentFacts> &then)
{
    api.agentsOf(department, {context, [facts, then](const Result<QList<Agent>> &members) mutable {
                                  if (!members) {
                                      then(members.error());
                                      return;
                                  }
                                  facts.members.emplace();
                                  for (const Agent &member : *members) {
                                      facts.members->append(member.id);
                                  }
                                  then(facts);
                              }});
}

} // namespace

void readAgents(HandoverApi api, QObject *context, const std::optional<DepartmentId> &department,
                const Then<AgentFacts> &then)
{
    api.agents({context, [api, context, department, then](const Result<QList<ListedAgent>> &listed) {
                    if (!listed) {
                        then(listed.error());
                        return;
                    }
                    AgentFacts facts;
                    for (const ListedAgent &one : *listed) {
                        facts.agents.append(one.agent);
                    }
                    if (department) {
                        readMembers(api, context, *department, facts, then);
                    } else {
                        then(facts);
                    }
                }});
}

} // namespace greenline
