#include "ui/check/checkcommand.h"

#include "app/practice/practicesignals.h"
#include "app/secrets/keychainstore.h"
#include "app/storage/accountfile.h"
#include "app/storage/settingsfile.h"
#include "ui/check/checkrun.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int couldNotTell = 3;

void printTo(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stream);
    std::fflush(stream);
}

/// How far it is, on one line that goes away, where somebody looks on.
void showProgress(int done, int of)
{
    if (::isatty(STDERR_FILENO) != 0) {
        printTo(stderr, done == of ? QByteArray("\r\033[K") : u"\rChecked %1 of %2"_s.arg(done).arg(of).toUtf8());
    }
}

int carryOut(const CheckRequest &request)
{
    const ProfilePaths paths = profilePaths(request.profile);
    SystemClock clock;
    KeychainStore secrets(paths.keyringService);
    AccountFile accounts(paths.accounts);
    if (const Status loaded = accounts.load(); !loaded) {
        printTo(stderr, u"greenline check: %1\n"_s.arg(loaded.error().detail).toUtf8());
    }
    SettingsFile settings(paths.settings);
    Terminal terminal;
    CheckRun run(request, {clock, secrets, accounts, settings, terminal, QProcessEnvironment::systemEnvironment()});
    QObject::connect(&run, &CheckRun::progressed, &run, &showProgress);
    const practice::PracticeSignals interrupted([&run] { run.stop(); });
    // Once the loop runs, for an exit before it is none.
    QMetaObject::invokeMethod(
        &run,
        [&run] {
            run.start({&run, [](const Result<CheckRun::Answer> &answer) {
                           printTo(stdout, answer->text);
                           if (!answer->complaint.isEmpty()) {
                               printTo(stderr, u"greenline check: %1\n"_s.arg(answer->complaint).toUtf8());
                           }
                           QCoreApplication::exit(answer->status);
                       }});
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runCheckCommand(const QStringList &arguments)
{
    // The application wants to see one argument for as long as it lives.
    static char name[] = "greenline";
    static char *argv[] = {name, nullptr};
    static int argc = 1;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"greenline"_s);

    const auto parsed = parseCheckRequest(arguments.mid(2));
    if (const auto *usage = std::get_if<CheckUsage>(&parsed)) {
        printTo(usage->isComplaint ? stderr : stdout, usage->text.toUtf8());
        return usage->isComplaint ? couldNotTell : 0;
    }
    return carryOut(std::get<CheckRequest>(parsed));
}

} // namespace greenline
