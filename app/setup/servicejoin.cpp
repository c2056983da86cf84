#include "app/setup/servicejoin.h"

#include "app/setup/settingvalues.h"

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct ServiceJoin {
    TwilioClient &client;
    QObject *context;
    QString number; ///< Its SID.
    QString name; ///< Of the service that would be made.
    ServiceNote note;
    Then<Done> then;
};

/// It sits there already (twilio.md 3.1): another console was quicker, and did the same.
bool isJoined(const Status &status)
{
    return status || status.error().code == "21710"_L1;
}

void joinIt(const ServiceJoin &join, const QString &service)
{
    join.client.addToService(
        service, join.number,
        {join.context, [then = join.then, service](const Status &joined) {
             const bool isGone = !joined && joined.error().kind == Error::Kind::NotFound;
             then(isGone ? Status(changedMeanwhile(service)) : isJoined(joined) ? Status(Done()) : joined);
         }});
}

/// Every console takes the same one of several: the oldest, and of the same second the first by its SID.
std::optional<TwilioService> oldestOfOurName(const ServiceJoin &join, const QList<TwilioService> &services)
{
    std::optional<TwilioService> oldest;
    for (const TwilioService &one : services) {
        const bool isOurs = one.name == join.name && one.defersToNumber;
        if (isOurs && (!oldest || std::tie(one.created, one.sid) < std::tie(oldest->created, oldest->sid))) {
            oldest = one;
        }
    }
    return oldest;
}

/// Joins one of our name, if there is any by now; else goes on otherwise.
void joinOfOurNameOr(const ServiceJoin &join, const std::function<void()> &otherwise)
{
    join.client.services({join.context, [join, otherwise](const Result<QList<TwilioService>> &services) {
                              if (!services) {
                                  join.then(services.error());
                              } else if (const auto ours = oldestOfOurName(join, *services)) {
                                  joinIt(join, ours->sid);
                              } else {
                                  otherwise();
                              }
                          }});
}

/// Only what was made a moment ago by this very repair, and only while no number is in it.
void takeBack(const ServiceJoin &join, const QString &made, const QString &older)
{
    join.client.numbersOfService(
        made, {join.context, [join, made, older](const Result<QStringList> &numbers) {
                   if (!numbers || !numbers->isEmpty()) {
                       join.note({u"GET Services/%1/PhoneNumbers"_s.arg(made),
                                  u"kept, for it may be in use; the number is in %1, which was "
                                  "made in the same moment"_s.arg(older)});
                       join.then(Done());
                       return;
                   }
                   join.client.deleteService(made, {join.context, [join, made, older](const Status &deleted) {
                                                        const QString done = deleted
                                                            ? u"deleted again, for it was empty"_s
                                                            : u"kept: "_s + deleted.error().detail;
                                                        join.note({u"DELETE Services/%1"_s.arg(made),
                                                                   u"%1; the number is in %2, which was made in the "
                                                                   "same moment"_s.arg(done, older)});
                                                        join.then(Done());
                                                    }});
               }});
}

/// Two consoles may have found none and made one each: then both use the older.
void joinOldest(const ServiceJoin &join, const QString &made)
{
    join.client.services({join.context, [join, made](const Result<QList<TwilioService>> &services) {
                              const auto oldest = services ? oldestOfOurName(join, *services) : std::nullopt;
                              if (!oldest || oldest->sid == made) {
                                  joinIt(join, made);
                                  return;
                              }
                              join.client.addToService(
                                  oldest->sid, join.number,
                                  {join.context, [join, made, older = oldest->sid](const Status &joined) {
                                       if (isJoined(joined)) {
                                           takeBack(join, made, older);
                                       } else { // full, or gone by now
                                           joinIt(join, made);
                                       }
                                   }});
                          }});
}

/// It must say so itself that it leaves the number its webhook: what a new service does with what arrives, Twilio does
/// not promise (twilio.md 3.2).
void createIt(const ServiceJoin &join)
{
    join.client.createService({{u"FriendlyName"_s, join.name}, {u"UseInboundWebhookOnNumber"_s, u"true"_s}},
                              {join.context, [join](const Result<TwilioService> &made) {
                                   const bool isUnknown = !made
                                       && (made.error().kind == Error::Kind::Timeout
                                           || made.error().kind == Error::Kind::Network
                                           || made.error().kind == Error::Kind::Protocol);
                                   if (made) {
                                       joinOldest(join, made->sid);
                                   } else if (isUnknown) { // it may have been made
                                       joinOfOurNameOr(join, [join, error = made.error()] { join.then(error); });
                                   } else {
                                       join.then(made.error());
                                   }
                               }});
}

} // namespace

void joinOrCreateService(TwilioClient &client, QObject *context, const RepairPlan &plan, const RegistrationFacts &facts,
                         const ServiceNote &note, const Then<Done> &then)
{
    const ServiceJoin join{client, context, facts.number.sid, plan.changes.first().to, note, then};
    if (plan.id == "create-service"_L1) {
        joinOfOurNameOr(join, [join] { createIt(join); });
        return;
    }
    const auto service
        = std::find_if(facts.services.begin(), facts.services.end(),
                       [&facts, &plan](const TwilioService &one) { return joinService(facts.number, one) == plan; });
    if (service == facts.services.end()) {
        then(changedMeanwhile(plan.id));
    } else {
        joinIt(join, service->sid);
    }
}

} // namespace greenline
