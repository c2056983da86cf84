#include "ui/outbound/startsupply.h"

#include "app/workspace/abilities.h"
#include "app/workspace/session.h"
#include "ui/outbound/answerfield.h"
#include "ui/outbound/recipientfacts.h"
#include "ui/outbound/recipientfield.h"
#include "ui/outbound/startdialog.h"
#include "ui/words/abilitywords.h"
#include "ui/words/optoutwords.h"

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr std::chrono::milliseconds typingPause = 300ms;

} // namespace

StartSupply::StartSupply(Session &session, Clock &clock, StartDialog &dialog)
    : QObject(&dialog)
    , m_session(session)
    , m_dialog(dialog)
    , m_outreach(session.rest(), ServerFeatures(session.signedIn().version), session.abilities(), session.signedIn().me)
    , m_pause(clock, [this] { search(); })
{
    connect(&dialog, &StartDialog::readRequested, this, &StartSupply::read);
    connect(&dialog.recipient(), &RecipientField::typedChanged, this, &StartSupply::onTyped);
    connect(&dialog.recipient(), &RecipientField::changed, this, &StartSupply::weigh);
    connect(&dialog.answer(), &AnswerField::departmentChosen, this, &StartSupply::readAgents);
    const ConversationStore &conversations = session.conversations();
    connect(&conversations, &ConversationStore::inserted, this, &StartSupply::weigh);
    connect(&conversations, &ConversationStore::changed, this, &StartSupply::weigh);
    dialog.answer().setNote(note());
    read();
}

void StartSupply::read()
{
    readProviders();
    readDepartments();
}

/// What the account may not choose. May be wrong by now: the workspace has the last word.
QString StartSupply::note() const
{
    const Abilities &abilities = m_session.abilities();
    QStringList notes;
    const Verdict departments = abilities.verdict(Ability::AssignAnyDepartment);
    if (!departments.isAllowed) {
        notes.append(abilityRefusal(Ability::AssignAnyDepartment, departments));
    }
    const Verdict anybody = abilities.verdict(Ability::AssignAnyAgent);
    const Verdict myself = abilities.verdict(Ability::AssignMyself);
    if (!anybody.isAllowed && !myself.isAllowed) {
        notes.append(abilityRefusal(Ability::AssignMyself, myself));
    } else if (!anybody.isAllowed) {
        notes.append(abilityRefusal(Ability::AssignAnyAgent, anybody));
    }
    return notes.join(u' ');
}

void StartSupply::readProviders()
{
    m_outreach.readProviders({this, [this](const Result<QList<OutboundProvider>> &providers) {
                                  if (!providers) {
                                      m_dialog.tellUnread(errorText(providers.error(), Occasion::Starting));
                                      return;
                                  }
                                  m_providers = *providers;
                                  m_dialog.setProviders(m_providers);
                                  weigh();
                              }});
}

/// Without them the answer goes as the workspace decides, so a failure stops nobody.
void StartSupply::readDepartments()
{
    m_outreach.readDepartments({this, [this](const Result<QList<Department>> &departments) {
                                    if (departments) {
                                        m_dialog.answer().setDepartments(*departments);
                                    }
                                }});
}

void StartSupply::readAgents(const DepartmentId &department)
{
    if (department.isEmpty()) {
        return;
    }
    m_outreach.readAgents(department, {this, [this, department](const Result<QList<Agent>> &agents) {
                                           if (agents && m_dialog.answer().department() == department) {
                                               m_dialog.answer().setAgents(*agents);
                                           }
                                       }});
}

void StartSupply::onTyped(const QString &typed)
{
    m_typed = typed;
    m_pause.start(typingPause);
}

void StartSupply::search()
{
    if (m_typed.size() < RecipientField::shortestSearch) {
        return;
    }
    m_outreach.findContacts(m_typed, {this, [this, typed = m_typed](const Result<QList<Contact>> &found) {
                                          RecipientField &recipient = m_dialog.recipient();
                                          if (recipient.typed() != typed) {
                                              return;
                                          }
                                          if (found) {
                                              recipient.setContacts(*found);
                                          } else {
                                              recipient.tellNotSearched(
                                                  tr("People could not be looked for. Type the whole number."));
                                          }
                                      }});
}

void StartSupply::weigh()
{
    const QString number = m_dialog.recipient().number();
    const ConversationStore &conversations = m_session.conversations();
    const std::optional<Message> word = optOutOfNumber(number, conversations);
    m_dialog.setRefusal(isOurNumber(number, conversations, m_providers)
                            ? tr("This is a number of the workspace itself. Choose somebody else.")
                            : QString());
    m_dialog.setOptOut(word ? optOutReason(*word) : QString());
}

} // namespace greenline
