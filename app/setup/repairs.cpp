#include "app/setup/repairs.h"

#include "app/setup/numberchecks.h"
#include "app/setup/servicejoin.h"
#include "app/setup/settingvalues.h"
#include "app/setup/shownaddress.h"
#include "app/setup/twiliochecks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isOfWorkspace(const RepairPlan &plan)
{
    return plan.id == "save-settings"_L1;
}

bool isOfRegistration(const RepairPlan &plan)
{
    return plan.id == "create-service"_L1 || plan.id == "join-service"_L1;
}

bool isOwnError(const Error &error)
{
    return error.code == "changed-meanwhile"_L1 || error.code == "not-applied"_L1
        || error.kind == Error::Kind::Cancelled;
}

Error notApplied(const QString &what)
{
    return {Error::Kind::Protocol, what, u"not-applied"_s};
}

/// Said as a cause: a login that is refused here is no end of the workspace's session, and seldom a wrong token.
Error ofTwilio(const Error &error, const TwilioLogin &login)
{
    bool isNumber = false;
    error.code.toInt(&isNumber);
    const bool isOfLogin = error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden
        || error.kind == Error::Kind::RateLimited || !isNumber;
    const Error::Kind kind = isOfLogin && isNumber ? Error::Kind::Rejected : error.kind;
    return {kind, error.detail, isOfLogin ? judgeAccount(error, login).cause : u"twilio-"_s + error.code};
}

/// The number's own hook, without what stands above it.
TwilioClient::Fields numberFields(const InboundFacts &facts)
{
    TwilioClient::Fields fields{{u"SmsUrl"_s, mendedHook(facts.number.hook, facts.wanted)},
                                {u"SmsMethod"_s, u"POST"_s}};
    if (!facts.number.application.isEmpty()) { // set, it would win (twilio.md 2.2)
        fields.prepend({u"SmsApplicationSid"_s, {}});
    }
    return fields;
}

} // namespace

Repairs::Repairs(SettingsApi &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

Repairs::~Repairs() = default;

void Repairs::use(TwilioChecks &checks, NumberChecks &numberChecks)
{
    answer(Error{Error::Kind::Cancelled, u"another account"_s});
    m_checks = &checks;
    m_numberChecks = &numberChecks;
    m_reader = std::make_unique<InboundReader>(checks.client());
}

void Repairs::carryOut(const RepairPlan &plan, const QString &secondFactor, const Then<Done> &then)
{
    if (isBusy() || !m_checks || plan.changes.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [then] {
                then(Error{Error::Kind::Rejected, u"another repair is under way"_s, u"repair-busy"_s});
            },
            Qt::QueuedConnection);
        return;
    }
    m_then = then;
    m_isOfTwilio = !isOfWorkspace(plan);
    Q_EMIT busyChanged();
    if (isOfWorkspace(plan)) {
        readSettings(plan, secondFactor);
    } else if (isOfRegistration(plan)) {
        readRegistration(plan);
    } else {
        readNumbers(plan);
    }
}

void Repairs::readNumbers(const RepairPlan &plan)
{
    m_checks->client().numbers({m_reader.get(), [this, plan](const Result<QList<TwilioNumber>> &numbers) {
                                    if (!numbers) {
                                        answer(numbers.error());
                                        return;
                                    }
                                    const auto number = std::find_if(numbers->begin(), numbers->end(),
                                                                     [this](const TwilioNumber &one) {
                                                                         return one.number == m_checks->plan().number;
                                                                     });
                                    if (number == numbers->end()) {
                                        answer(changedMeanwhile(m_checks->plan().number));
                                        return;
                                    }
                                    m_reader->read(*number, *numbers, workspaceHook(m_checks->plan().siteUrl),
                                                   {m_reader.get(), [this, plan](const Result<InboundFacts> &facts) {
                                                        if (!facts) {
                                                            answer(facts.error());
                                                        } else if (!judgeRoute(*facts).repairs.contains(plan)) {
                                                            answer(changedMeanwhile(plan.id));
                                                        } else {
                                                            act(plan.id, *facts);
                                                        }
                                                    }});
                                }});
}

void Repairs::readRegistration(const RepairPlan &plan)
{
    const QList<Check> checks = m_numberChecks->checks();
    const auto registration = std::find_if(checks.begin(), checks.end(),
                                           [](const Check &one) { return one.id == "number.registration"_L1; });
    registration->run({m_reader.get(), [this, plan](const Result<CheckOutcome> &outcome) {
                           if (!outcome) {
                               answer(outcome.error());
                           } else if (!outcome->repairs.contains(plan)) {
                               answer(changedMeanwhile(plan.id));
                           } else {
                               joinOrCreateService(m_checks->client(), m_reader.get(), plan,
                                                   m_numberChecks->registration(),
                                                   [this](const Evidence &deed) { m_numberChecks->noteDeed(deed); },
                                                   {m_reader.get(), [this](const Status &status) { answer(status); }});
                           }
                       }});
}

void Repairs::act(const QString &id, const InboundFacts &facts)
{
    const Then<Done> last(m_reader.get(), [this](const Status &status) { answer(status); });
    if (id == "set-service-hook"_L1) {
        changeService(facts.service->sid,
                      {{u"InboundRequestUrl"_s, mendedHook(facts.service->hook, facts.wanted)},
                       {u"InboundMethod"_s, u"POST"_s},
                       {u"UseInboundWebhookOnNumber"_s, u"false"_s}},
                      last);
        return;
    }
    // The number first: until the service steps back nothing is called differently, so no text is lost in between.
    changeNumber(facts, {m_reader.get(), [this, id, facts, last](const Status &changed) {
                             if (!changed || id == "set-number-hook"_L1 || id == "clear-application"_L1) {
                                 last(changed);
                             } else if (id == "defer-to-number"_L1) {
                                 changeService(facts.service->sid, {{u"UseInboundWebhookOnNumber"_s, u"true"_s}}, last);
                             } else {
                                 m_checks->client().removeFromService(facts.service->sid, facts.number.sid, last);
                             }
                         }});
}

void Repairs::changeNumber(const InboundFacts &facts, const Then<Done> &then)
{
    const QString url = mendedHook(facts.number.hook, facts.wanted);
    m_checks->client().changeNumber(facts.number.sid, numberFields(facts),
                                    {m_reader.get(), [then, url](const Result<TwilioNumber> &number) {
                                         if (!number) {
                                             then(number.error());
                                             return;
                                         }
                                         const bool isApplied = number->hook.url == url
                                             && number->hook.method == "POST"_L1 && number->application.isEmpty();
                                         then(isApplied ? Status(Done())
                                                        : Status(notApplied(shownAddress(number->hook.url))));
                                     }});
}

void Repairs::changeService(const QString &sid, const TwilioClient::Fields &fields, const Then<Done> &then)
{
    m_checks->client().changeService(
        sid, fields, {m_reader.get(), [fields, then](const Result<TwilioService> &service) {
                          if (!service) {
                              then(service.error());
                              return;
                          }
                          const bool isHook = fields.first().first == "InboundRequestUrl"_L1;
                          const bool isApplied = isHook
                              ? service->hook.url == fields.first().second && !service->defersToNumber
                              : service->defersToNumber;
                          then(isApplied ? Status(Done()) : Status(notApplied(shownAddress(service->hook.url))));
                      }});
}

void Repairs::readSettings(const RepairPlan &plan, const QString &secondFactor)
{
    QStringList ids;
    for (const RepairPlan::Change &change : plan.changes) {
        ids.append(change.where);
    }
    m_settings.read(ids, {m_reader.get(), [this, plan, secondFactor](const Result<QHash<QString, Setting>> &now) {
                              if (now) {
                                  save(plan, *now, secondFactor);
                              } else {
                                  answer(now.error());
                              }
                          }});
}

void Repairs::save(const RepairPlan &plan, const QHash<QString, Setting> &now, const QString &secondFactor)
{
    const Result<SettingValues> values = valuesToSave(plan, now, secrets());
    if (!values) {
        answer(values.error());
        return;
    }
    m_settings.save(*values, {secondFactor, m_factor},
                    {m_reader.get(), [this](const Status &saved) {
                         if (!saved && saved.error().code.startsWith("totp-"_L1) && !saved.error().detail.isEmpty()) {
                             m_factor = saved.error().detail;
                         }
                         if (saved) {
                             m_secrets.clear();
                         }
                         answer(saved);
                     }});
}

QHash<QString, QString> Repairs::secrets() const
{
    QHash<QString, QString> all = m_secrets;
    if (!all.contains(tokenSetting)) {
        all.insert(tokenSetting, m_token);
    }
    return all;
}

void Repairs::answer(const Status &answered)
{
    const bool isForeign = !answered && m_isOfTwilio && !isOwnError(answered.error());
    const Status status = isForeign ? Status(ofTwilio(answered.error(), m_checks->client().login())) : answered;
    if (const std::optional<Then<Done>> then = std::exchange(m_then, std::nullopt)) {
        m_isOfTwilio = false;
        Q_EMIT done();
        Q_EMIT busyChanged();
        (*then)(status);
    }
}

QStringList checksTouchedBy(const RepairPlan &plan)
{
    if (isOfRegistration(plan)) {
        return {u"number.registration"_s, u"webhook.route"_s};
    }
    if (!isOfWorkspace(plan)) {
        return {u"webhook.route"_s, u"number.registration"_s};
    }
    return {u"workspace.site-url"_s, u"omnichannel.on"_s,     u"omnichannel.routing"_s,      u"omnichannel.nobody"_s,
            u"omnichannel.hours"_s,  u"omnichannel.agents"_s, u"omnichannel.verification"_s, u"webhook.probe"_s,
            u"webhook.limiter"_s,    u"settings.enabled"_s,   u"settings.login"_s,           u"settings.department"_s,
            u"settings.pictures"_s};
}

} // namespace greenline
