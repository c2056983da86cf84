#include "app/workspace/outreach.h"

#include "app/workspace/abilities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostContacts = 20;

QList<Department> choosable(const QList<Department> &all, const std::optional<QSet<DepartmentId>> &mine)
{
    QList<Department> chosen;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(chosen),
                 [&mine](const Department &one) { return one.isEnabled && (!mine || mine->contains(one.id)); });
    return chosen;
}

} // namespace

struct Outreach::Reading {
    Then<QList<OutboundProvider>> then;
    QList<OutboundProvider> found = {};
    qsizetype asked = 0;
    qsizetype told = 0;
    std::optional<Error> fault = {};
};

Outreach::Outreach(RestClient &rest, const ServerFeatures &features, const Abilities &abilities, const Agent &me,
                   QObject *parent)
    : QObject(parent)
    , m_outbound(rest, features)
    , m_contacts(rest, features)
    , m_directory(rest, features)
    , m_handover(rest, features)
    , m_abilities(abilities)
    , m_me(me)
{
}

void Outreach::readProviders(const Then<QList<OutboundProvider>> &then)
{
    const auto reading = std::make_shared<Reading>(Reading{then});
    m_outbound.providers({this, [this, reading](const Result<QList<OutboundProvider>> &providers) {
                              if (!providers) {
                                  reading->then(providers.error());
                                  return;
                              }
                              reading->found = *providers;
                              readNext(reading);
                          }});
}

void Outreach::readNext(const std::shared_ptr<Reading> &reading)
{
    if (reading->asked == reading->found.size()) {
        if (reading->told == 0 && reading->fault) {
            reading->then(*reading->fault);
        } else {
            reading->then(reading->found);
        }
        return;
    }
    OutboundProvider &next = reading->found[reading->asked++];
    m_outbound.senders(next, {this, [this, reading, &next](const Result<OutboundProvider> &provider) {
                                  if (provider) {
                                      next = *provider;
                                      ++reading->told;
                                  } else {
                                      reading->fault = provider.error();
                                  }
                                  readNext(reading);
                              }});
}

void Outreach::findContacts(const QString &text, const Then<QList<Contact>> &then)
{
    m_contacts.find(text, mostContacts, then);
}

void Outreach::readDepartments(const Then<QList<Department>> &then)
{
    m_directory.departments({this, [this, then](const Result<QList<Department>> &all) {
                                 if (!all || m_abilities.may(Ability::AssignAnyDepartment)) {
                                     then(all ? Result(choosable(*all, std::nullopt)) : all);
                                     return;
                                 }
                                 m_directory.myDepartments(
                                     m_me.id, {this, [then, known = *all](const Result<QSet<DepartmentId>> &mine) {
                                                   then(mine ? Result(choosable(known, *mine)) : mine.error());
                                               }});
                             }});
}

void Outreach::readAgents(const DepartmentId &department, const Then<QList<Agent>> &then)
{
    const bool mayAny = m_abilities.may(Ability::AssignAnyAgent);
    if (!mayAny && !m_abilities.may(Ability::AssignMyself)) {
        QMetaObject::invokeMethod(
            this, [then] { then(QList<Agent>()); }, Qt::QueuedConnection); // never inside the caller's own call
        return;
    }
    m_handover.agentsOf(department,
                        {this, [this, mayAny, then](const Result<QList<Agent>> &agents) {
                             QList<Agent> chosen = agents ? *agents : QList<Agent>();
                             chosen.removeIf([&](const Agent &one) { return !mayAny && one.id != m_me.id; });
                             then(agents ? Result(chosen) : agents.error());
                         }});
}

void Outreach::send(const FirstMessage &message, const Then<Done> &then)
{
    m_outbound.send(message, then);
}

} // namespace greenline
