#include "ui/handover/offers.h"

#include "ui/words/abilitywords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class OfferWords
{
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

struct DeedRule {
    Deed deed;
    Ability ability;
    Stage stage; ///< Where it is offered.
    bool isHiddenWhenRefused; ///< Other people's conversations are a manager's business.
};

constexpr std::array deedRules{
    DeedRule{Deed::Take, Ability::Take, Stage::Queue, false},
    DeedRule{Deed::TakeOver, Ability::TakeOver, Stage::Elsewhere, true},
    DeedRule{Deed::JoinAsObserver, Ability::JoinAsObserver, Stage::Elsewhere, true},
    DeedRule{Deed::Forward, Ability::Forward, Stage::Mine, false},
    DeedRule{Deed::Hold, Ability::Hold, Stage::Mine, false},
    DeedRule{Deed::Resume, Ability::Resume, Stage::OnHold, false},
    DeedRule{Deed::ReturnToQueue, Ability::ReturnToQueue, Stage::Mine, false},
    DeedRule{Deed::Close, Ability::Close, Stage::Mine, false},
    DeedRule{Deed::Close, Ability::Close, Stage::OnHold, false},
};

bool isWithoutIt(const Verdict &verdict)
{
    return verdict.why == Verdict::Why::Licence || verdict.why == Verdict::Why::ServerTooOld;
}

/// Nobody serves it any more, or it is not known who does.
bool isServedByNobody(const Conversation &conversation)
{
    return conversation.stage == Stage::Elsewhere && conversation.servedBy.isEmpty();
}

QString wrongStage(Stage stage)
{
    switch (stage) {
    case Stage::Queue:
        return OfferWords::tr("This conversation is in the queue. Take it first.");
    case Stage::OnHold:
        return OfferWords::tr("This conversation is on hold. Resume it first.");
    case Stage::Closed:
        return OfferWords::tr("This conversation is closed.");
    case Stage::Elsewhere:
        return OfferWords::tr("You do not serve this conversation.");
    case Stage::Mine:
        break;
    }
    return OfferWords::tr("You serve this conversation already.");
}

} // namespace

QList<Offer> offersFor(const Conversation &conversation, const Abilities &abilities)
{
    QList<Offer> offers;
    if (conversation.id.isEmpty() || isServedByNobody(conversation)) {
        return offers;
    }
    for (const DeedRule &rule : deedRules) {
        const Verdict verdict = abilities.verdict(rule.ability);
        const bool isLeftOut = isWithoutIt(verdict) || (rule.isHiddenWhenRefused && verdict != Verdict());
        if (rule.stage == conversation.stage && !isLeftOut) {
            offers.append({rule.deed, abilityRefusal(rule.ability, verdict)});
        }
    }
    return offers;
}

QString whyNot(Deed deed, const Conversation &conversation, const Abilities &abilities)
{
    if (conversation.id.isEmpty()) {
        return OfferWords::tr("No conversation is open. Choose one first.");
    }
    const auto isOfDeed = [deed](const DeedRule &rule) { return rule.deed == deed; };
    const auto fits = [&](const DeedRule &rule) { return rule.deed == deed && rule.stage == conversation.stage; };
    const auto rule = std::find_if(deedRules.cbegin(), deedRules.cend(), isOfDeed);
    const QString refusal = abilityRefusal(rule->ability, abilities.verdict(rule->ability));
    if (!refusal.isEmpty()) {
        return refusal;
    }
    const bool isInPlace = std::any_of(deedRules.cbegin(), deedRules.cend(), fits);
    return isInPlace ? QString() : wrongStage(conversation.stage);
}

} // namespace greenline
