#include "app/practice/practicecommand.h"

#include "app/base/clock.h"
#include "app/practice/practicesignals.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const QStringList &playedVersions()
{
    static const QStringList versions{u"3.11"_s, u"5.3"_s, u"6.13"_s, u"7.7"_s, u"7.12"_s, u"8.8"_s};
    return versions;
}

struct PracticeRequest {
    PracticeOptions options = {};
    bool wantsJson = false;
    QString complaint = {}; ///< Why nothing can be started; empty when all is well.
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Runs a practice workspace on the loopback interface until Ctrl+C."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"practice"_s, u"This command."_s);
    parser.addOption({u"port"_s, u"Listen there; any free port when not said."_s, u"N"_s, u"0"_s});
    parser.addOption({u"server-version"_s, u"Behave as "_s + playedVersions().join(u", "_s) + u"."_s, u"V"_s,
                      playedVersions().last()});
    parser.addOption({u"routing"_s, u"manual: agents take from the queue; auto: the workspace assigns."_s,
                      u"manual|auto"_s, u"manual"_s});
    parser.addOption({u"licence"_s, u"Which Enterprise features answer."_s, u"none|enterprise"_s, u"none"_s});
    parser.addOption(
        {u"department"_s, u"Another department beside Support, served by tom; may be said again."_s, u"NAME"_s});
    parser.addOption({u"sms"_s, u"ready; off: switched off, and nothing was set up at Twilio, to try the set-up."_s,
                      u"ready|off"_s, u"ready"_s});
    parser.addOption({u"quiet-customers"_s, u"Nobody texts by themselves."_s});
    parser.addOption({u"json"_s, u"Print the facts as one line of JSON."_s});
}

PracticeRequest wrongUsage(const QString &complaint)
{
    PracticeRequest request;
    request.complaint = complaint;
    return request;
}

PracticeRequest understood(const QCommandLineParser &parser)
{
    PracticeRequest request;
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage(
            u"Nothing may stand beside the options: %1"_s.arg(parser.positionalArguments().mid(1).join(u' ')));
    }
    bool isPort = false;
    request.options.port = parser.value(u"port"_s).toUShort(&isPort);
    if (!isPort) {
        return wrongUsage(u"--port wants a number from 0 to 65535, not \"%1\"."_s.arg(parser.value(u"port"_s)));
    }
    request.options.version = parser.value(u"server-version"_s);
    if (!playedVersions().contains(request.options.version)) {
        return wrongUsage(u"--server-version is one of %1, not \"%2\"."_s.arg(playedVersions().join(u", "_s),
                                                                              request.options.version));
    }
    const QString routing = parser.value(u"routing"_s);
    if (routing != "manual"_L1 && routing != "auto"_L1) {
        return wrongUsage(u"--routing is manual or auto, not \"%1\"."_s.arg(routing));
    }
    request.options.routing = routing == "auto"_L1 ? Routing::Auto : Routing::Manual;
    const QString licence = parser.value(u"licence"_s);
    if (licence != "none"_L1 && licence != "enterprise"_L1) {
        return wrongUsage(u"--licence is none or enterprise, not \"%1\"."_s.arg(licence));
    }
    request.options.licence = licence == "enterprise"_L1 ? Licence::Enterprise : Licence::None;
    const QString sms = parser.value(u"sms"_s);
    if (sms != "ready"_L1 && sms != "off"_L1) {
        return wrongUsage(u"--sms is ready or off, not \"%1\"."_s.arg(sms));
    }
    request.options.sms = sms == "off"_L1 ? Sms::Off : Sms::Ready;
    request.options.moreDepartments = parser.values(u"department"_s);
    request.options.limitsRates = true;
    request.options.hasCustomers = !parser.isSet(u"quiet-customers"_s);
    request.wantsJson = parser.isSet(u"json"_s);
    return request;
}

QByteArray factsAsJson(const PracticeWorkspace &workspace)
{
    QJsonArray users;
    const QList<PracticeUser> people = workspace.users();
    for (const PracticeUser &user : people) {
        users.append(QJsonObject{{u"username"_s, user.username},
                                 {u"password"_s, user.password},
                                 {u"roles"_s, QJsonArray::fromStringList(user.roles)}});
    }
    const QJsonObject facts{{u"url"_s, workspace.url().toString()},
                            {u"users"_s, users},
                            {u"webhook"_s, workspace.webhook().toString()},
                            {u"accountSid"_s, workspace.accountSid()},
                            {u"authToken"_s, workspace.authToken()},
                            {u"number"_s, workspace.number()},
                            {u"twilioUrl"_s, workspace.twilioUrl().toString()}};
    return QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray factsAsText(const PracticeWorkspace &workspace, const QString &version)
{
    QString text = u"Practice workspace, playing Rocket.Chat %1\n\n"_s.arg(version);
    text += u"Address      %1\n"_s.arg(workspace.url().toString());
    const QList<PracticeUser> people = workspace.users();
    for (const PracticeUser &user : people) {
        text += u"User         %1  password %2  (%3)\n"_s.arg(user.username, user.password, user.roles.join(u", "_s));
    }
    text += u"SMS number   %1\n"_s.arg(workspace.number());
    text += u"SMS webhook  %1\n"_s.arg(workspace.webhook().toString());
    text += u"Account SID  %1\n"_s.arg(workspace.accountSid());
    text += u"Auth token   %1\n"_s.arg(workspace.authToken());
    text += u"Twilio       %1\n\n"_s.arg(workspace.twilioUrl().toString());
    text += u"Ctrl+C ends it.\n"_s;
    return text.toUtf8();
}

void print(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stream);
    std::fflush(stream);
}

int serve(const PracticeRequest &request)
{
    SystemClock clock;
    PracticeWorkspace workspace(request.options, clock);
    const Status started = workspace.start();
    if (!started) {
        print(stderr, u"The practice workspace could not start: %1\n"_s.arg(started.error().detail).toUtf8());
        return 1;
    }
    // Off, for many programs are tried out against one loopback address; whoever switches it on is limited.
    workspace.state().settings.set(u"API_Enable_Rate_Limiter"_s, false);
    const PracticeSignals signalled([] { QCoreApplication::quit(); });
    print(stdout, request.wantsJson ? factsAsJson(workspace) : factsAsText(workspace, request.options.version));
    return QCoreApplication::exec();
}

} // namespace

int runPracticeCommand(const QStringList &arguments)
{
    // The application wants to see one argument for as long as it lives.
    static char name[] = "greenline";
    static char *argv[] = {name, nullptr};
    static int argc = 1;
    const QCoreApplication application(argc, argv);

    QCommandLineParser parser;
    describe(parser);
    const bool isParsed = parser.parse(arguments);
    if (isParsed && parser.isSet(u"help"_s)) {
        print(stdout, parser.helpText().toUtf8());
        return 0;
    }
    const PracticeRequest request = isParsed ? understood(parser) : wrongUsage(parser.errorText());
    if (!request.complaint.isEmpty()) {
        print(stderr, request.complaint.toUtf8() + "\nWhat it understands: greenline practice --help\n");
        return 2;
    }
    return serve(request);
}

} // namespace greenline::practice
