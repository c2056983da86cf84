#include "app/setup/servicejoin.h"

#include "app/setup/settingvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct ServiceJoin {
    TwilioClient &client;
    QObject *context;
    QString number; ///< Its SID.
    QString name; ///< Of the service that would be made.
    Then<Done> then;
};

void joinIt(const ServiceJoin &join, const QString &service)
{
    join.client.addToService(service, join.number, {join.context, [then = join.then, service](const Status &joined) {
                                                        const bool isGone
                                                            = !joined && joined.error().kind == Error::Kind::NotFound;
                                                        then(isGone ? Status(changedMeanwhile(service)) : joined);
                                                    }});
}

/// Joins one of our name, if there is any by now; else goes on otherwise.
void joinOfOurNameOr(const ServiceJoin &join, const std::function<void()> &otherwise)
{
    join.client.services({join.context, [join, otherwise](const Result<QList<TwilioService>> &services) {
                              if (!services) {
                                  join.then(services.error());
                                  return;
                              }
                              const auto ours
                                  = std::find_if(services->begin(), services->end(), [&join](const TwilioService &one) {
                                        return one.name == join.name && one.defersToNumber;
                                    });
                              if (ours == services->end()) {
                                  otherwise();
                              } else {
                                  joinIt(join, ours->sid);
                              }
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
                                       joinIt(join, made->sid);
                                   } else if (isUnknown) { // it may have been made
                                       joinOfOurNameOr(join, [join, error = made.error()] { join.then(error); });
                                   } else {
                                       join.then(made.error());
                                   }
                               }});
}

} // namespace

void joinOrCreateService(TwilioClient &client, QObject *context, const RepairPlan &plan, const RegistrationFacts &facts,
                         const Then<Done> &then)
{
    const ServiceJoin join{client, context, facts.number.sid, plan.changes.first().to, then};
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
