#include "ui/diagnostics.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class DiagnosticWords
{
    Q_DECLARE_TR_FUNCTIONS(Diagnostics)
};

QString lineWord(ConnectionState::Line line)
{
    switch (line) {
    case ConnectionState::Line::Starting:
        return DiagnosticWords::tr("connecting for the first time");
    case ConnectionState::Line::CatchingUp:
        return DiagnosticWords::tr("connected, catching up");
    case ConnectionState::Line::Live:
        return DiagnosticWords::tr("live");
    case ConnectionState::Line::Waiting:
        return DiagnosticWords::tr("lost, waiting for the next try");
    case ConnectionState::Line::Trying:
        return DiagnosticWords::tr("lost, trying");
    case ConnectionState::Line::SignedOut:
        break;
    }
    return DiagnosticWords::tr("signed out by the workspace");
}

QString checkedWords(const ConnectionState &state, const Clock &clock)
{
    return state.checkedAt.isNull()
        ? DiagnosticWords::tr("not yet")
        : DiagnosticWords::tr("%n second(s) ago", nullptr, int(state.checkedAt.secsTo(clock.now())));
}

} // namespace

QString diagnosticsReport(Session &session, const Clock &clock)
{
    const ConnectionState &state = session.connection();
    const Account &account = session.signedIn().account;
    QStringList lines;
    const auto add = [&lines](const QString &what, const QString &fact) { lines.append(what + u": "_s + fact); };
    add(DiagnosticWords::tr("Greenline"), QStringLiteral(GREENLINE_VERSION));
    add(DiagnosticWords::tr("Qt"), QString::fromLatin1(qVersion()));
    add(DiagnosticWords::tr("System"), QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture());
    add(DiagnosticWords::tr("Display"), QGuiApplication::platformName());
    add(DiagnosticWords::tr("Language"), QLocale().name());
    add(DiagnosticWords::tr("Workspace"), account.workspace.host());
    add(DiagnosticWords::tr("Rocket.Chat"), session.signedIn().version.text());
    add(DiagnosticWords::tr("Roles"), session.agent().me().roles.join(u", "_s));
    add(DiagnosticWords::tr("Line"), lineWord(state.line));
    add(DiagnosticWords::tr("Compared with the workspace"), checkedWords(state, clock));
    if (state.error) {
        add(DiagnosticWords::tr("Last fault"), redacted(state.error->detail + u' ' + state.error->code));
    }
    add(DiagnosticWords::tr("Conversations listed"), QString::number(session.conversations().size()));
    add(DiagnosticWords::tr("Waiting in the queue"), QString::number(session.conversations().waiting()));
    add(DiagnosticWords::tr("Mine"), QString::number(session.conversations().mine()));
    add(DiagnosticWords::tr("Waiting to be sent"), QString::number(session.outbox().waiting()));
    return lines.join(u'\n');
}

} // namespace greenline
