#include "ui/deskhelp.h"

#include "ui/diagnostics.h"
#include "ui/dialogs/diagnosticsdialog.h"

#include <QAction>

namespace greenline {

DeskHelp::DeskHelp(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.diagnostics, &QAction::triggered, this, &DeskHelp::showDiagnostics);
}

void DeskHelp::showDiagnostics()
{
    (new DiagnosticsDialog(diagnosticsReport(m_needs.session, m_needs.clock), &m_needs.window))->open();
}

} // namespace greenline
