#include "ui/handover/handeewords.h"

#include "ui/words/plainline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class HandeeWords
{
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

QString standing(const Agent &agent)
{
    if (agent.availability == Availability::NotAvailable) {
        return HandeeWords::tr("not available");
    }
    switch (agent.presence) {
    case Presence::Offline:
        return HandeeWords::tr("offline");
    case Presence::Away:
        return HandeeWords::tr("away");
    case Presence::Busy:
        return HandeeWords::tr("busy");
    case Presence::Online:
        break;
    }
    return agent.availability == Availability::Available ? HandeeWords::tr("available") : HandeeWords::tr("online");
}

QString load(const Colleague &colleague)
{
    if (!colleague.chats) {
        return {};
    }
    if (colleague.agent.maximumChats) {
        return HandeeWords::tr("%1 of %2 chats").arg(*colleague.chats).arg(*colleague.agent.maximumChats);
    }
    return HandeeWords::tr("%n chat(s)", nullptr, *colleague.chats);
}

QString joinedByDots(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

QString colleagueName(const Colleague &colleague)
{
    return plainLine(colleague.agent.name.isEmpty() ? colleague.agent.username : colleague.agent.name);
}

QString colleagueLine(const Colleague &colleague)
{
    return joinedByDots({colleagueName(colleague), standing(colleague.agent), load(colleague)});
}

QString departmentLine(const Department &department, std::optional<int> available)
{
    QString there;
    if (available) {
        there = *available == 0 ? HandeeWords::tr("nobody available now")
                                : HandeeWords::tr("%n available", nullptr, *available);
    }
    return joinedByDots({plainLine(department.name), there});
}

std::optional<int> reachableIn(const DepartmentId &department, const QList<Colleague> &colleagues)
{
    int reachable = 0;
    for (const Colleague &colleague : colleagues) {
        if (!colleague.departments) {
            return std::nullopt;
        }
        reachable += colleague.departments->contains(department) && colleague.isReachable() ? 1 : 0;
    }
    return reachable;
}

} // namespace greenline
