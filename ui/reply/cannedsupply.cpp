#include "ui/reply/cannedsupply.h"

#include "app/omnichannel/agentstore.h"
#include "app/sms/phonenumber.h"
#include "app/workspace/abilities.h"
#include "app/workspace/cannedresponses.h"
#include "app/workspace/customercare.h"
#include "app/workspace/session.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/abilitywords.h"
#include "ui/words/plainline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

CannedSupply::CannedSupply(const ReplyNeeds &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_snippets(needs.settings, needs.session.signedIn().account.key())
{
    connect(&m_snippets, &Snippets::changed, this, &CannedSupply::changed);
    connect(&needs.session.canned(), &CannedResponses::changed, this, &CannedSupply::changed);
    connect(&needs.session.abilities(), &Abilities::changed, this, &CannedSupply::changed);
    connect(&needs.session.agent(), &AgentStore::meChanged, this, &CannedSupply::changed);
    connect(&needs.view, &ConversationView::timelineChanged, this, &CannedSupply::changed);
    connect(&needs.session.care().customers, &Customers::changed, this, [this](const RoomId &room) {
        if (room == m_needs.view.room()) {
            Q_EMIT changed();
        }
    });
}

QList<CannedResponse> CannedSupply::responses() const
{
    return m_snippets.all() + m_needs.session.canned().forDepartment(m_needs.view.conversation().department);
}

QList<CannedEntry> CannedSupply::entries() const
{
    const PlaceholderFacts known = facts();
    QList<CannedEntry> all;
    const QList<CannedResponse> fitting = responses();
    for (const CannedResponse &one : fitting) {
        all.append({one, withPlaceholdersFilled(one.text, known)});
    }
    return all;
}

/// Where the customer pane is open, this is known already.
void CannedSupply::prepare()
{
    const Conversation &conversation = m_needs.view.conversation();
    const QList<CannedResponse> fitting = responses();
    const bool asksForEmail = std::any_of(fitting.cbegin(), fitting.cend(), [](const CannedResponse &one) {
        return one.text.contains("contact.email"_L1);
    });
    if (asksForEmail && !conversation.visitor.isEmpty()) {
        m_needs.session.care().customers.read({conversation.id, conversation.visitor});
    }
}

PlaceholderFacts CannedSupply::facts() const
{
    const Conversation &conversation = m_needs.view.conversation();
    const CustomerSheet *sheet = m_needs.session.care().customers.find(conversation.id);
    PlaceholderFacts known;
    known.contactName = plainLine(conversation.customerName);
    // The workspace names visitors by bare digits; a customer is told the number as it is dialled.
    const std::optional<PhoneNumber> number = parsePhoneNumber(conversation.customerNumber);
    known.contactPhone = number ? number->e164 : plainLine(conversation.customerNumber);
    known.contactEmail = sheet ? plainLine(sheet->contact.emails.value(0)) : QString();
    known.agentName = plainLine(m_needs.session.agent().me().name);
    known.agentEmail = plainLine(m_needs.session.agent().me().email);
    return known;
}

QString CannedSupply::sourceWords() const
{
    const Verdict verdict = m_needs.session.abilities().verdict(Ability::CannedResponses);
    if (!verdict.isAllowed) {
        return tr("Snippets of this computer. The workspace's own: %1")
            .arg(abilityRefusal(Ability::CannedResponses, verdict));
    }
    if (m_needs.session.canned().all().isEmpty() && m_snippets.all().isEmpty()) {
        return tr("There are no canned responses yet. Write a snippet of your own.");
    }
    return tr("Of the workspace, and snippets of this computer");
}

} // namespace greenline
