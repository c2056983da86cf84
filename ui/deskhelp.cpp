#include "ui/deskhelp.h"

#include "app/workspace/abilities.h"
#include "app/workspace/session.h"
#include "ui/diagnostics.h"
#include "ui/dialogs/diagnosticsdialog.h"
#include "ui/dialogs/problembar.h"
#include "ui/words/abilitywords.h"

#include <QAction>

namespace greenline {

DeskHelp::DeskHelp(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.newConversation, &QAction::triggered, this, &DeskHelp::explainNewConversation);
    connect(&needs.diagnostics, &QAction::triggered, this, &DeskHelp::showDiagnostics);
}

/// Rocket.Chat itself begins conversations through providers of its Enterprise edition only, from templates that they
/// keep; its SMS service answers customers and begins nothing.
void DeskHelp::explainNewConversation()
{
    const Verdict verdict = m_needs.session.abilities().verdict(Ability::Outbound);
    const QString refusal = abilityRefusal(Ability::Outbound, verdict);
    const QString meanwhile = tr("Ask the customer to text one of your numbers; the conversation then begins here.");
    m_needs.problem.inform(refusal.isEmpty()
                               ? tr("This workspace begins conversations from its provider's templates, in its own "
                                    "web page. What the customer answers arrives here.")
                               : refusal + QChar(u' ') + meanwhile);
}

void DeskHelp::showDiagnostics()
{
    (new DiagnosticsDialog(diagnosticsReport(m_needs.session, m_needs.clock), &m_needs.window))->open();
}

} // namespace greenline
