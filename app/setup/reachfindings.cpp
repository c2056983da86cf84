#include "app/setup/reachfindings.h"

#include "app/setup/outcomes.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const QString supportService = u"Support texts"_s;
constexpr int fewestToJudge = 4; // texts; of less nothing is concluded

bool isIn(const QString &list, const QString &areaCode)
{
    return list.split(u' ').contains(areaCode);
}

CheckOutcome judgeTollFree(const RegistrationFacts &facts)
{
    if (!facts.verification) {
        return found(CheckVerdict::Failed, u"toll-free-unverified"_s, {facts.number.number});
    }
    const TwilioVerification &verification = *facts.verification;
    if (verification.status == "TWILIO_APPROVED"_L1) {
        return fine(verification.status);
    }
    if (verification.status == "TWILIO_REJECTED"_L1) {
        return found(CheckVerdict::Failed, u"toll-free-rejected"_s, {facts.number.number, verification.reason});
    }
    return found(CheckVerdict::Warning, u"toll-free-pending"_s, {facts.number.number, verification.status});
}

/// A number that is in no service, or in one without a campaign.
CheckOutcome judgeUnregistered(const RegistrationFacts &facts)
{
    // A Canadian one reaches Canada all the same.
    const bool isAbroad = numberKind(facts.number.number) == NumberKind::Canadian;
    CheckOutcome outcome
        = found(isAbroad ? CheckVerdict::Warning : CheckVerdict::Failed, u"not-registered"_s, {facts.number.number});
    if (facts.service) {
        outcome.values.append(facts.service->name);
        const auto named = std::count_if(facts.services.begin(), facts.services.end(),
                                         [](const TwilioService &one) { return one.name == supportService; });
        if (facts.service->name == supportService && named > 1) { // of ours, made twice
            outcome.cause = u"not-registered-twin"_s;
            outcome.values.append(QString::number(named));
        }
        return outcome;
    }
    for (const TwilioService &service : facts.services) {
        if (service.isRegistered && service.defersToNumber) {
            outcome.repairs.append(joinService(facts.number, service));
        }
    }
    if (outcome.repairs.isEmpty()) { // a campaign still has to be registered for it, by a person
        outcome.repairs.append(createService(facts.number));
    }
    return outcome;
}

struct ReachCode {
    int code;
    CheckVerdict verdict;
};

// What tells more than that texts fail, the graver first (twilio.md 1.6, 3.4). The cause is made of the code.
constexpr std::array reachCodes{
    ReachCode{30034, CheckVerdict::Failed},  ReachCode{30032, CheckVerdict::Failed},
    ReachCode{30033, CheckVerdict::Failed},  ReachCode{572002, CheckVerdict::Failed},
    ReachCode{572005, CheckVerdict::Failed}, ReachCode{572006, CheckVerdict::Failed},
    ReachCode{21654, CheckVerdict::Failed},  ReachCode{21608, CheckVerdict::Failed},
    ReachCode{21408, CheckVerdict::Warning}, ReachCode{30007, CheckVerdict::Warning},
    ReachCode{30450, CheckVerdict::Warning}, ReachCode{30035, CheckVerdict::Warning},
};

/// What hinders every text hinders none any more when a later one was delivered.
bool isOver(int code, const QDateTime &at, const QList<TwilioMessage> &sent)
{
    const bool hindersAll = std::any_of(reachCodes.begin(), reachCodes.end(), [code](const ReachCode &one) {
        return one.code == code && one.verdict == CheckVerdict::Failed;
    });
    return hindersAll && std::any_of(sent.begin(), sent.end(), [&at](const TwilioMessage &message) {
               return message.status == "delivered"_L1 && message.at > at;
           });
}

/// How often each code was met.
QMap<int, int> codesOf(const ReachFacts &facts)
{
    QMap<int, int> codes;
    for (const TwilioMessage &message : facts.sent) {
        if (message.errorCode && !message.isInbound && !isOver(*message.errorCode, message.at, facts.sent)) {
            ++codes[*message.errorCode];
        }
    }
    for (const TwilioAlert &alert : facts.alerts) {
        // Below are those of what arrives.
        if (alert.errorCode >= 20000 && !isOver(alert.errorCode, alert.at, facts.sent)) {
            ++codes[alert.errorCode];
        }
    }
    return codes;
}

QString countedCodes(const QMap<int, int> &codes)
{
    QStringList counts;
    for (auto code = codes.begin(); code != codes.end(); ++code) {
        counts.append(u"%1: %2"_s.arg(code.key()).arg(code.value()));
    }
    return counts.join(u", "_s);
}

CheckOutcome judgeTrialReach(const ReachFacts &facts)
{
    if (facts.recipients.isEmpty()) {
        return found(CheckVerdict::Failed, u"trial-without-recipients"_s, {facts.account.name});
    }
    return found(CheckVerdict::Warning, u"trial-reach"_s,
                 {QString::number(facts.recipients.size()), facts.recipients.join(u", "_s)});
}

} // namespace

NumberKind numberKind(const QString &number)
{
    static const QString tollFree = u"800 833 844 855 866 877 888"_s;
    static const QString canadian
        = u"204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514 519 537 548 568 579 581 584 587 600 604 613 622 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942"_s;
    if (!number.startsWith("+1"_L1)) {
        return NumberKind::OtherCountry;
    }
    const QString areaCode = number.mid(2, 3);
    if (isIn(tollFree, areaCode)) {
        return NumberKind::TollFree;
    }
    return isIn(canadian, areaCode) ? NumberKind::Canadian : NumberKind::UnitedStates;
}

CheckOutcome judgeRegistration(const RegistrationFacts &facts)
{
    const NumberKind kind = numberKind(facts.number.number);
    if (kind == NumberKind::OtherCountry) {
        return fine(u"no registration of +1 numbers is needed"_s);
    }
    if (kind == NumberKind::TollFree) {
        return judgeTollFree(facts);
    }
    if (!facts.service || facts.campaigns.isEmpty()) {
        return judgeUnregistered(facts);
    }
    const TwilioCampaign &campaign = facts.campaigns.first();
    const QString why = campaign.errors.isEmpty() ? campaign.status : campaign.errors.join(u"; "_s);
    const QStringList values{why, facts.service->name};
    if (campaign.isVerified()) {
        return fine(facts.service->name + u": "_s + campaign.status);
    }
    const bool isPending = campaign.status == "PENDING"_L1 || campaign.status == "IN_PROGRESS"_L1;
    return isPending ? found(CheckVerdict::Warning, u"campaign-pending"_s, values)
                     : found(CheckVerdict::Failed, u"campaign-failed"_s, values);
}

RepairPlan createService(const TwilioNumber &number)
{
    return {.id = u"create-service"_s,
            .changes
            = {{u"messaging service"_s, {}, supportService}, {supportService + u" numbers"_s, {}, number.number}}};
}

RepairPlan joinService(const TwilioNumber &number, const TwilioService &service)
{
    return {.id = u"join-service"_s,
            .changes = {{u"%1 (%2) numbers"_s.arg(service.name, service.sid), {}, number.number}}};
}

CheckOutcome judgeReach(const ReachFacts &facts)
{
    const QMap<int, int> codes = codesOf(facts);
    CheckOutcome outcome;
    const auto known = std::find_if(reachCodes.begin(), reachCodes.end(),
                                    [&codes](const ReachCode &one) { return codes.contains(one.code); });
    const auto failed = std::count_if(facts.sent.begin(), facts.sent.end(), [](const TwilioMessage &message) {
        return message.status == "undelivered"_L1 || message.status == "failed"_L1;
    });
    if (known != reachCodes.end()) {
        outcome = found(known->verdict, u"reach-"_s + QString::number(known->code),
                        {QString::number(codes.value(known->code))});
    } else if (facts.account.isTrial) {
        outcome = judgeTrialReach(facts);
    } else if (facts.sent.size() >= fewestToJudge && failed * 2 >= facts.sent.size()) {
        outcome = found(CheckVerdict::Warning, u"texts-undelivered"_s,
                        {QString::number(failed), QString::number(facts.sent.size())});
    } else {
        outcome.verdict = CheckVerdict::Passed;
        outcome.cause = facts.sent.isEmpty() && codes.isEmpty() ? u"reach-untried"_s : QString();
    }
    if (outcome.cause == "reach-untried"_L1) {
        outcome.evidence = {{u"the texts from the number, the alerts, and the account"_s,
                             u"nothing sent yet that could tell; not a trial account"_s}};
        return outcome;
    }
    outcome.evidence = {{u"the last %1 texts from the number, and the alerts"_s.arg(facts.sent.size()),
                         codes.isEmpty() ? u"no errors"_s : countedCodes(codes)}};
    return outcome;
}

} // namespace greenline
